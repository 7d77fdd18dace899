import { type BasisPoints, type Day, daysBetween, type Fen } from '../../kernel/index.js';
import { referencePeriods } from './lpr.policy.js';
import type { DatedRate } from './lpr-table.js';

/** A rate in hundred-millionths: 1 % is 1,000,000. Basis points with a mark-up in basis points (5.005 %) are still whole. */
export type FineRate = bigint;
const FINE_WHOLE = 100_000_000n;
const FINE_BPS = 10_000n;

export type YearDays = 365 | 360;

/** A rate of a year with its days, or of a day. */
export interface Rate {
  readonly fine: FineRate;
  /** Days of the year that the rate is of; 1 for a rate of a day. */
  readonly days: YearDays | 1;
}

export const aYear = (bps: BasisPoints, yearDays: YearDays): Rate => ({ fine: BigInt(bps) * FINE_BPS, days: yearDays });
export const aDay = (fine: FineRate): Rate => ({ fine, days: 1 });

/** A rate raised by a share of itself: LPR + 30 %. */
export function raised({ fine, days }: Rate, byBps: BasisPoints): Rate {
  return { fine: (fine * (10_000n + BigInt(byBps))) / 10_000n, days };
}

export function lowerRate(a: Rate, b: Rate): Rate {
  return a.fine * BigInt(b.days) <= b.fine * BigInt(a.days) ? a : b;
}

/** A rate as people write it: "5.005 %". */
export function percentOf({ fine }: Rate): string {
  const digits = fine.toString().padStart(7, '0');
  const decimals = digits.slice(-6);
  const places = [...decimals].findLastIndex((digit) => digit !== '0') + 1;
  return `${digits.slice(0, -6)}.${decimals.slice(0, Math.max(2, places))} %`;
}

/** The days that bear interest: the first counts, the last does not unless asked for. */
export function interestDays(from: Day, to: Day, lastToo = false): number {
  return Math.max(0, daysBetween(from, to) + (lastToo ? 1 : 0));
}

/** Interest of some days, exact, then rounded half up to the fen. */
export function interestOf(amountFen: Fen, { fine, days: per }: Rate, days: number): Fen {
  const whole = FINE_WHOLE * BigInt(per);
  return (2n * amountFen * fine * BigInt(days) + whole) / (2n * whole);
}

/** One step of the arithmetic: amount × rate × days, rounded. */
export interface InterestSegment {
  readonly from: Day;
  /** Not counted. */
  readonly to: Day;
  readonly days: number;
  readonly amountFen: Fen;
  readonly rate: Rate;
  readonly interestFen: Fen;
}

export function segmentOf(
  { amountFen, from, to }: Pick<InterestSegment, 'amountFen' | 'from' | 'to'>,
  rate: Rate,
): InterestSegment {
  const days = interestDays(from, to);
  return { from, to, days, amountFen, rate, interestFen: interestOf(amountFen, rate, days) };
}

export function totalOf(segments: readonly InterestSegment[]): Fen {
  return segments.reduce((sum, { interestFen }) => sum + interestFen, 0n);
}

/**
 * Interest at the one-year reference rate as it floats, one segment for each rate. The total is the exact one, rounded once; each segment
 * is what the total grew by, so that the fen which rounding leaves over goes to the next segment and none is lost.
 */
export function floatingInterest(
  amountFen: Fen,
  from: Day,
  to: Day,
  lpr: readonly DatedRate[],
  yearDays: YearDays,
): InterestSegment[] {
  // In the denominator of all rates, so that the sum stays exact.
  let exact = 0n;
  let before = 0n;
  return referencePeriods(lpr, from, to).map(({ oneYearBps, ...days }) => {
    const rate = aYear(oneYearBps, yearDays);
    const segment = segmentOf({ amountFen, ...days }, rate);
    exact += amountFen * rate.fine * BigInt(segment.days);
    const after = interestOf(exact, { fine: 1n, days: yearDays }, 1);
    const interestFen = after - before;
    before = after;
    return { ...segment, interestFen };
  });
}
