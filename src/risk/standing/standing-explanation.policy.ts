import { type BasisPoints, minFen, ratio, type Texts, yuanFromFen } from '../../kernel/index.js';
import type { Rates } from './recovery-rate.policy.js';
import { GRADE, type Grade, type Quota, type StandingParameters } from './standing-parameters.policy.js';
import type { Proof, StandingRecord } from './standing-proof.policy.js';

export const FACTOR_CODES = [
  'START',
  'COLLECTION_RATE',
  'ADJUSTED_RATE',
  'SHRUNK_RATE',
  'RELIABILITY',
  'LOWEST_RATE',
  'HIGHEST_RATE',
  'IDLE_MONTHS',
  'COUNTED_AMOUNT',
  'COMPLETED_CASES',
  'RECOVERED_AMOUNT',
  'SPEED',
  'COMPLIANCE',
  'EARNED_GRADE',
  'GRADE',
  'CASES_HELD',
  'LARGEST_CASE',
] as const;
/** A veto of the platform is a factor besides, the last one, while it is in force. */
export type FactorCode = (typeof FACTOR_CODES)[number] | 'VETO';

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

/** A standing but for its explanation. */
export interface Explained extends StandingRecord {
  readonly idleMonths: number;
  readonly earned: Grade;
  readonly grade: Grade;
  readonly quota: Quota;
}

/** All factors in the order of `FACTOR_CODES`; their effects sum to the points, which stay within 0 and 1,000. */
export function explain(standing: Explained): readonly Factor[] {
  const { facts, rates, proof, parameters } = standing;
  const earned = [
    start(parameters),
    ...rateFactors(rates, parameters),
    ...trustFactors(standing),
    counted(proof, parameters),
    ...workFactors(proof, parameters),
  ];
  const sum = earned.reduce((total, factor) => total + factor.effect, 0);
  return [
    ...earned,
    compliance(facts.penaltyPoints, Math.max(0, sum)),
    gradeFact('EARNED_GRADE', standing.earned, 'Grade that the record has earned', '按业绩应得等级'),
    ...outcome(standing.grade, standing.quota),
  ];
}

function start({ points }: StandingParameters): Factor {
  const given = points.start;
  return factor('START', `${given}`, given, given, 'The points of every newcomer.', '每家服务方的起始分。');
}

function rateFactors(rates: Rates, { points, platformMeanBps: mean }: StandingParameters): Factor[] {
  const { collectionRateBps: raw, adjustedRateBps: adjusted, shrunkRateBps: shrunk, limitLossBps } = rates;
  const [used, average, loss] = [percent(shrunk), percent(mean), percent(limitLossBps)];
  const lead = mean === 0 ? 0 : Math.trunc(((shrunk - mean) * points.rate) / mean);
  return [
    shown('COLLECTION_RATE', raw, 'Recovered share of the claimed amounts: {}.', '实际回款占委托金额：{}。'),
    shown(
      'ADJUSTED_RATE',
      adjusted,
      'Recovered, compared with the average of cases of the same age, each weighted by the square root of its amount; of each creditor little more than all others show: {}.',
      '实际回款占同账龄案件预期回款（按金额平方根加权，单一债权人超出其他债权人表现的部分基本不计）：{}。',
    ),
    factor(
      'SHRUNK_RATE',
      `${shrunk}`,
      points.rate,
      clamp(lead, points.rate),
      `Rate used for the grade: ${used}. Of the expectation ${loss} do not count, which the limit by creditor takes from an average record; the rest is shrunk to the platform mean of ${average} as far as it is not reliable.`,
      `用于定级的回款率：${used}。预期回款中扣除 ${loss}（单一债权人限制对平均业绩造成的损失）；可靠度不足的部分向平台均值 ${average} 收缩。`,
    ),
  ];
}

function trustFactors({ rates, idleMonths, parameters }: Explained): Factor[] {
  const { reliabilityBps, lowestRateBps: low, highestRateBps: high, effectiveCases } = rates;
  const [own, least] = [percent(reliabilityBps), percent(parameters.minReliabilityBps)];
  const cases = effectiveCases.toFixed(1);
  return [
    fact(
      'RELIABILITY',
      `${reliabilityBps}`,
      `Reliability of the rate: ${own}; it rests on as much as ${cases} cases of equal weight. Below ${least} the grade does not change.`,
      `回款率的可靠度：${own}，相当于 ${cases} 件等权案件。低于 ${least} 时等级不变。`,
    ),
    fact(
      'LOWEST_RATE',
      `${low}`,
      `The true rate is with 95 % at least ${percent(low)}.`,
      `真实回款率 95% 区间下限：${percent(low)}。`,
    ),
    fact(
      'HIGHEST_RATE',
      `${high}`,
      `The true rate is with 95 % at most ${percent(high)}.`,
      `真实回款率 95% 区间上限：${percent(high)}。`,
    ),
    fact(
      'IDLE_MONTHS',
      `${idleMonths}`,
      `Whole months without a case or a payment: ${idleMonths}; each widens the interval.`,
      `无案件且无回款的整月数：${idleMonths}，每个月都会使区间变宽。`,
    ),
  ];
}

/** How much of what was recovered counts, when one creditor stands for more of it than its share. */
function counted({ recoveredFen, allRecoveredFen }: Proof, parameters: StandingParameters): Factor {
  const [part, all] = [yuanFromFen(recoveredFen), yuanFromFen(allRecoveredFen)];
  const most = percent(parameters.maxCreditorShareBps);
  return fact(
    'COUNTED_AMOUNT',
    `${recoveredFen}`,
    `Of ${all} CNY recovered ${part} CNY count in your favour: one creditor makes up at most ${most} of it.`,
    `累计回款 ${all} 元，其中 ${part} 元计入加分：同一债权人占比不超过 ${most}。`,
  );
}

function workFactors(proof: Proof, { points }: StandingParameters): Factor[] {
  const { completedCases, recoveredFen, averageDays, prompt } = proof;
  const done = Math.floor(
    (Math.min(completedCases, points.fullCompletedCases) * points.completed) / points.fullCompletedCases,
  );
  const casesText = [`Completed cases: ${completedCases}.`, `已完成案件：${completedCases} 件。`] as const;
  const share = ratio(minFen(recoveredFen, points.fullRecoveredFen), points.fullRecoveredFen);
  const amount = Math.floor((share * points.amount) / 10_000);
  const yuan = yuanFromFen(recoveredFen);
  const amountText = [`Recovered, as far as it counts: ${yuan} CNY.`, `计入的累计回款：${yuan} 元。`] as const;
  return [
    factor('COMPLETED_CASES', `${completedCases}`, points.completed, done, ...casesText),
    factor('RECOVERED_AMOUNT', `${recoveredFen}`, points.amount, amount, ...amountText),
    factor(
      'SPEED',
      averageDays === null ? '' : `${averageDays}`,
      points.speed,
      Math.floor(points.speed * Math.min(1, prompt)),
      averageDays === null
        ? 'No recovery yet, so no time to measure.'
        : `Average days from grab to recovery: ${averageDays}. What comes in sooner adds more, nothing that comes in takes any.`,
      averageDays === null
        ? '暂无回款，无法计算时效。'
        : `从抢单到回款平均：${averageDays} 天。回款越早加分越多，任何回款都不扣分。`,
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

/** The grade in force and what it allows. */
export function outcome(grade: Grade, { casesHeld, largestCaseFen: limit }: Quota): Factor[] {
  return [
    gradeFact('GRADE', grade, 'Grade', '等级'),
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

function gradeFact(code: FactorCode, grade: Grade, en: string, zh: string): Factor {
  return fact(code, grade, `${en}: ${GRADE.say(grade, 'en')}.`, `${zh}：${GRADE.say(grade, 'zh-CN')}。`);
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
