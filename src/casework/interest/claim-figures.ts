import { z } from 'zod';
import { addDays, type Day, defineReasons, isDay, reasonText } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';
import type { ClaimParameters } from './claim-shape.js';
import { extended, missingMonths, publicationsFault } from './lpr.policy.js';
import { LPR_VERIFIED_THROUGH, PUBLISHED_LPR } from './lpr-table.js';

defineReasons({
  LPR_TOO_EARLY: ['the loan prime rate begins on 2019-08-20', '贷款市场报价利率自 2019-08-20 起公布'],
  LPR_OUT_OF_ORDER: ['the publications must be in the order of their days', '公布日须按先后排列'],
  LPR_TWICE_A_MONTH: ['there is one publication a month', '每月只公布一次'],
  LPR_MONTH_MISSING: ['a month before this one is missing', '缺少此前月份的公布值'],
  LPR_LEAPS: ['differs from the month before by more than one point', '与上月相差超过一个百分点'],
  LPR_NOT_THAT_FAR: [
    'must not be later than {most}, a month after the last publication',
    '不得晚于最后一次公布后一个月（{most}）',
  ],
});

const day = z.string().refine(isDay, 'NOT_A_DAY');
/** From the lowest to the highest that a loan prime rate can reasonably be: 0.5 to 10 %. */
const lprBps = z.number().int().min(50).max(1_000);
const publication = z.object({ from: day, oneYearBps: lprBps });
const bps = (least: number, most: number, fallback: number) => z.number().int().min(least).max(most).default(fallback);

const schema = z
  .object({
    lpr: z
      .array(publication)
      .max(1_200)
      .default([])
      .describe(
        'Publications of the one-year loan prime rate, in basis points, each from its day. What is given here is added to the published ones that the platform knows, one for each month.',
      ),
    lprVerifiedThrough: day
      .default(LPR_VERIFIED_THROUGH)
      .describe('The day up to which the loan prime rates were compared with the publications.'),
    financeCapBps: bps(0, 3_600, 2_400).describe(
      'All charges of a bank or a local financial body above this rate a year, in basis points, go to a reviewer.',
    ),
    leastMarkUpBps: bps(0, 10_000, 3_000).describe(
      'The least that courts add to the reference rate of late payment, in basis points of the rate.',
    ),
    mostMarkUpBps: bps(0, 10_000, 5_000).describe(
      'The most that courts add to the reference rate of late payment, in basis points of the rate.',
    ),
    smeMadeToWait: z
      .enum(['daily_rate', 'lpr'])
      .default('daily_rate')
      .describe(
        'What a small creditor gets without an agreed rate whose payment was made to wait for a third party’s: daily_rate (0.05 % a day) or lpr.',
      ),
    yearDays: z
      .union([z.literal(365), z.literal(360)])
      .default(365)
      .describe('The days of the year by which interest is divided: 365 or 360.'),
  })
  .superRefine((value, context) => {
    const fault = publicationsFault(PUBLISHED_LPR, value.lpr);
    if (fault) context.addIssue({ code: 'custom', path: ['lpr', fault.at], message: fault.code });
    const most = addDays(extended(PUBLISHED_LPR, value.lpr).at(-1)!.from, 31);
    if (value.lprVerifiedThrough > most) {
      const message = `LPR_NOT_THAT_FAR?most=${most}`;
      context.addIssue({ code: 'custom', path: ['lprVerifiedThrough'], message });
    }
    if (value.leastMarkUpBps > value.mostMarkUpBps) {
      const message = reasonText('AT_LEAST_FIELD', { other: 'leastMarkUpBps' });
      context.addIssue({ code: 'custom', path: ['mostMarkUpBps'], message });
    }
  });
export type InterestFigures = z.infer<typeof schema>;

/** The rates and choices that interest and its caps depend on. What statutes fix is no figure. */
export const interestFigures = definePolicy('interest', schema, {
  inForce,
  alarms: (value, today) =>
    missingPublications(value, today).map((month) => ({
      en: `The loan prime rate of ${month} is missing: compare it with the publication and set policy interest.`,
      zh: `缺少 ${month} 的贷款市场报价利率：请核对公布值后更新 interest 参数。`,
    })),
});

/** The whole table: what the platform knows and what was added. A later release may know more than was added before it. */
function inForce(value: InterestFigures): InterestFigures {
  // biome-ignore lint/complexity/useMathMinMax: days are texts
  const known = value.lprVerifiedThrough > LPR_VERIFIED_THROUGH ? value.lprVerifiedThrough : LPR_VERIFIED_THROUGH;
  return { ...value, lpr: extended(PUBLISHED_LPR, value.lpr), lprVerifiedThrough: known };
}

export function claimParameters(figures: InterestFigures, privateLendingMultiple: number): ClaimParameters {
  const { leastMarkUpBps: leastBps, mostMarkUpBps: mostBps, ...rest } = inForce(figures);
  return { ...rest, privateLendingMultiple, markUp: { leastBps, mostBps } };
}

/** The months whose publication is missing on a day. */
export function missingPublications(figures: InterestFigures, today: Day): string[] {
  const { lpr, lprVerifiedThrough } = inForce(figures);
  return missingMonths(lpr, lprVerifiedThrough, today);
}
