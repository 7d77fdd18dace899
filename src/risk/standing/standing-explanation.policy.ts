import { type BasisPoints, minFen, ratio, type Texts, yuanFromFen } from '../../kernel/index.js';
import type { Rates, StandingFacts } from './recovery-rate.policy.js';
import { GRADE, type Grade, type Quota, type StandingParameters } from './standing-parameters.policy.js';

export const FACTOR_CODES = [
  'START',
  'COLLECTION_RATE',
  'ADJUSTED_RATE',
  'SHRUNK_RATE',
  'COUNTED_AMOUNT',
  'COMPLETED_CASES',
  'RECOVERED_AMOUNT',
  'SPEED',
  'COMPLIANCE',
  'GRADE',
  'CASES_HELD',
  'LARGEST_CASE',
] as const;
export type FactorCode = (typeof FACTOR_CODES)[number];

/** One factor of a standing, with a text that a provider can check. */
export interface Factor {
  readonly code: FactorCode;
  /** The fact: basis points, fen, days, a count or a grade; empty when there is none yet. */
  readonly value: string;
  /** The most points it can add or take; 0 for facts that are only shown or decide through the grade. */
  readonly weight: number;
  /** The points that it added or took. */
  readonly effect: number;
  readonly text: Texts;
}

/** All factors in the order of `FACTOR_CODES`; their effects sum to the points, which stay within 0 and 1,000. */
export function explain(
  facts: StandingFacts,
  rates: Rates,
  grade: Grade,
  quota: Quota,
  parameters: StandingParameters,
): readonly Factor[] {
  const earned = [
    start(parameters),
    ...rateFactors(rates, parameters),
    counted(facts, parameters),
    ...workFactors(facts, parameters),
  ];
  const sum = earned.reduce((total, factor) => total + factor.effect, 0);
  return [...earned, compliance(facts.penaltyPoints, Math.max(0, sum)), ...outcome(grade, quota)];
}

function start({ points }: StandingParameters): Factor {
  const given = points.start;
  return factor('START', `${given}`, given, given, 'The points of every newcomer.', '每家服务方的起始分。');
}

function rateFactors(rates: Rates, { points, platformMeanBps: mean, priorCases }: StandingParameters): Factor[] {
  const { collectionRateBps: raw, adjustedRateBps: adjusted, shrunkRateBps: shrunk } = rates;
  const lead = mean === 0 ? 0 : Math.trunc(((shrunk - mean) * points.rate) / mean);
  return [
    shown('COLLECTION_RATE', raw, 'Recovered share of the claimed amounts: {}.', '实际回款占委托金额：{}。'),
    shown(
      'ADJUSTED_RATE',
      adjusted,
      'Recovered, compared with the average of cases of the same age: {}.',
      '实际回款占同账龄案件预期回款：{}。',
    ),
    factor(
      'SHRUNK_RATE',
      `${shrunk}`,
      points.rate,
      clamp(lead, points.rate),
      `Rate used for the grade: ${percent(shrunk)}, shrunk to the platform mean of ${percent(mean)} with the weight of ${priorCases} cases.`,
      `用于定级的回款率：${percent(shrunk)}，按 ${priorCases} 件的权重向平台均值 ${percent(mean)} 收缩。`,
    ),
  ];
}

/** How much of what was recovered counts, when one creditor stands for more of it than its share. */
function counted(
  { provenFen, allRecoveredFen }: StandingFacts,
  { maxCreditorShareBps: most }: StandingParameters,
): Factor {
  const [part, all] = [yuanFromFen(provenFen), yuanFromFen(allRecoveredFen)];
  return fact(
    'COUNTED_AMOUNT',
    `${provenFen}`,
    `Of ${all} CNY recovered ${part} CNY count in your favour: one creditor makes up at most ${percent(most)} of it.`,
    `累计回款 ${all} 元，其中 ${part} 元计入加分：同一债权人占比不超过 ${percent(most)}。`,
  );
}

function workFactors(facts: StandingFacts, { points }: StandingParameters): Factor[] {
  const { completedCases, provenFen, averageDays } = facts;
  const done = Math.floor(
    (Math.min(completedCases, points.fullCompletedCases) * points.completed) / points.fullCompletedCases,
  );
  const casesText = [`Completed cases: ${completedCases}.`, `已完成案件：${completedCases} 件。`] as const;
  const share = ratio(minFen(provenFen, points.fullRecoveredFen), points.fullRecoveredFen);
  const amount = Math.floor((share * points.amount) / 10_000);
  const yuan = yuanFromFen(provenFen);
  const amountText = [`Recovered, as far as it counts: ${yuan} CNY.`, `计入的累计回款：${yuan} 元。`] as const;
  const haste =
    averageDays === null ? 0 : Math.trunc(((points.neutralDays - averageDays) * points.speed) / points.neutralDays);
  return [
    factor('COMPLETED_CASES', `${completedCases}`, points.completed, done, ...casesText),
    factor('RECOVERED_AMOUNT', `${provenFen}`, points.amount, amount, ...amountText),
    factor(
      'SPEED',
      averageDays === null ? '' : `${averageDays}`,
      points.speed,
      clamp(haste, points.speed),
      averageDays === null
        ? 'No recovery yet, so no time to measure.'
        : `Average days from grab to recovery: ${averageDays}.`,
      averageDays === null ? '暂无回款，无法计算时效。' : `从抢单到回款平均：${averageDays} 天。`,
    ),
  ];
}

/** Takes the sum of the penalties, but never more points than were earned. */
function compliance(penalty: number, earned: number): Factor {
  const text = `Penalty points for returned and expired grabs, and for closes without money or consent: ${penalty}.`;
  const effect = penalty > 0 ? -Math.min(penalty, earned) : 0;
  return factor(
    'COMPLIANCE',
    `${penalty}`,
    earned,
    effect,
    text,
    `退回、超时及既无回款又未经同意的结案扣分：${penalty} 分。`,
  );
}

function outcome(grade: Grade, quota: Quota): Factor[] {
  const { casesHeld, largestCaseFen: limit } = quota;
  return [
    fact('GRADE', grade, `Grade: ${GRADE.say(grade, 'en')}.`, `等级：${GRADE.say(grade, 'zh-CN')}。`),
    fact(
      'CASES_HELD',
      `${casesHeld}`,
      `Cases held at once: up to ${casesHeld}.`,
      `同时持有案件：最多 ${casesHeld} 件。`,
    ),
    fact(
      'LARGEST_CASE',
      limit === null ? '' : `${limit}`,
      limit === null ? 'Amount of one case: no limit.' : `Amount of one case: below ${yuanFromFen(limit)} CNY.`,
      limit === null ? '单案金额：不限。' : `单案金额：低于 ${yuanFromFen(limit)} 元。`,
    ),
  ];
}

function shown(code: FactorCode, bps: BasisPoints | null, en: string, zh: string): Factor {
  const none = { en: 'no case counts yet', zh: '暂无可计入的案件' };
  const text = (template: string, empty: string) => template.replace('{}', bps === null ? empty : percent(bps));
  return fact(code, bps === null ? '' : `${bps}`, text(en, none.en), text(zh, none.zh));
}

/** A factor that is only shown. */
function fact(code: FactorCode, value: string, en: string, zh: string): Factor {
  return factor(code, value, 0, 0, en, zh);
}

function factor(code: FactorCode, value: string, weight: number, effect: number, en: string, zh: string): Factor {
  return { code, value, weight, effect: effect === 0 ? 0 : effect, text: { en, zh } };
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

function percent(bps: BasisPoints): string {
  return `${(bps / 100).toFixed(2)} %`;
}
