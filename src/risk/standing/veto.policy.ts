import { type CodeOf, type Day, defineVocabulary } from '../../kernel/index.js';
import type { Standing } from './standing.policy.js';
import { type Factor, outcome } from './standing-explanation.policy.js';
import { GRADE, GRADES, type Grade, type StandingParameters } from './standing-parameters.policy.js';

/** Why the platform limits the grade of a provider whatever it recovers: pay may not depend on amounts collected alone. */
export const VETO_REASON = defineVocabulary({
  harassment: { en: 'Debtors or others were threatened or harassed.', zh: '威胁或骚扰' },
  contact_rules: { en: 'The rules of contact were broken.', zh: '违反联络规则' },
  data_protection: { en: 'Personal data were misused or disclosed.', zh: '违反个人信息保护规定' },
  substantiated_complaint: { en: 'A complaint was found true.', zh: '投诉属实' },
  feigned_results: { en: 'Work or payments were feigned.', zh: '虚报业绩' },
  licence: { en: 'A licence or registration is in doubt.', zh: '资质存疑' },
  legal_order: { en: 'An authority or court ordered it.', zh: '依法要求' },
});
export type VetoReason = CodeOf<typeof VETO_REASON>;

/** Why a standing changed. */
export const CHANGE_CAUSE = defineVocabulary({
  computed: { en: 'The facts, or time, changed it.', zh: '事实或时间变化' },
  veto: { en: 'The platform limited the grade.', zh: '等级限制' },
  veto_lifted: { en: 'The limit of the grade was lifted.', zh: '解除等级限制' },
  appeal: { en: 'An appeal was upheld.', zh: '申诉成立' },
});
export type ChangeCause = CodeOf<typeof CHANGE_CAUSE>;

export interface Veto {
  /** The highest grade allowed. */
  readonly grade: Grade;
  readonly reason: VetoReason;
  /** The last day it is in force, in China. */
  readonly until: Day;
}

/** The standing in force: no grade above the one that a veto allows, and its quota; the veto stands in the explanation. */
export function underVeto(standing: Standing, veto: Veto | null, today: Day, parameters: StandingParameters): Standing {
  if (!veto || veto.until < today) return standing;
  const explained = [...standing.explanation, vetoFactor(veto)];
  if (GRADES.indexOf(standing.grade) <= GRADES.indexOf(veto.grade)) return { ...standing, explanation: explained };
  const rule = parameters.grades[veto.grade];
  // Never more than was earned, also where the figures of a lower grade were once larger.
  const quota = {
    casesHeld: Math.min(standing.quota.casesHeld, rule.casesHeld),
    largestCaseFen: least(standing.quota.largestCaseFen, rule.largestCaseFen),
  };
  const next = GRADES[GRADES.indexOf(veto.grade) + 1]!;
  const said = new Map(outcome(veto.grade, quota).map((factor) => [factor.code, factor]));
  return {
    ...{ ...standing, grade: veto.grade, quota, next: { grade: next, missing: ['veto'] } },
    explanation: explained.map((factor) => said.get(factor.code) ?? factor),
  };
}

function vetoFactor({ grade, reason, until }: Veto): Factor {
  const [en, zh] = [VETO_REASON.meanings[reason], VETO_REASON.say(reason, 'zh-CN')];
  return {
    ...{ code: 'VETO', value: grade, weight: 0, effect: 0 },
    text: {
      en: `Until ${until} the platform allows no grade above ${GRADE.say(grade, 'en')}. ${en}`,
      zh: `至 ${until}，平台限定等级不高于${GRADE.say(grade, 'zh-CN')}：${zh}。`,
    },
  };
}

function least(one: bigint | null, other: bigint | null): bigint | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
