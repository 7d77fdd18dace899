import { addDays, type BasisPoints, type Day } from '../../kernel/index.js';
import { BASE_RATES, type DatedRate, LPR_BEGINS } from './lpr-table.js';

/** The rate in force on a day; `undefined` before the table begins. */
export function rateOn(table: readonly DatedRate[], day: Day): BasisPoints | undefined {
  return table.findLast((entry) => entry.from <= day)?.oneYearBps;
}

/** The one-year loan prime rate on a day; before 2019-08-20 the base rate of the People's Bank, `undefined` before 1999-06-10. */
export function referenceRateOn(lpr: readonly DatedRate[], day: Day): BasisPoints | undefined {
  return rateOn(day < LPR_BEGINS ? BASE_RATES : lpr, day);
}

/** Days with one rate: the first counts, `to` does not. */
export interface RatePeriod {
  readonly from: Day;
  readonly to: Day;
  readonly oneYearBps: BasisPoints;
}

/** The periods of one reference rate between two days, in order; publications that change nothing begin no new one. */
export function referencePeriods(lpr: readonly DatedRate[], from: Day, to: Day): RatePeriod[] {
  const steps = [...BASE_RATES.filter((entry) => entry.from < LPR_BEGINS), ...lpr];
  const starts = [from, ...steps.map((entry) => entry.from).filter((day) => day > from && day < to)];
  const periods: RatePeriod[] = [];
  for (const [n, start] of starts.entries()) {
    const oneYearBps = referenceRateOn(lpr, start);
    if (oneYearBps === undefined || start >= to) continue;
    const end = starts[n + 1] ?? to;
    const last = periods.at(-1);
    if (last?.oneYearBps === oneYearBps) periods[periods.length - 1] = { ...last, to: end };
    else periods.push({ from: start, to: end, oneYearBps });
  }
  return periods;
}

/** Lowest and highest rate in force on any of these days, both included; `undefined` when the table begins later. */
export function rateRange(
  table: readonly DatedRate[],
  from: Day,
  to: Day,
): { low: BasisPoints; high: BasisPoints } | undefined {
  const at = rateOn(table, from);
  const later = table.filter((entry) => entry.from > from && entry.from <= to).map((entry) => entry.oneYearBps);
  const rates = at === undefined ? later : [at, ...later];
  return rates.length === 0 ? undefined : { low: Math.min(...rates), high: Math.max(...rates) };
}

/** The rate is published on the 20th, after a holiday a few days later (2026-02-24 at the latest so far). */
const PUBLISHED_BY_THE = 27;

/** The months, YYYY-MM, whose publication should be in the table on this day and is not, nor is verified to be without one. */
export function missingMonths(table: readonly DatedRate[], verifiedThrough: Day, today: Day): string[] {
  const known = new Set(table.map(({ from }) => monthOf(from)));
  const months: string[] = [];
  const first = table[0]?.from ?? LPR_BEGINS;
  for (let month = monthOf(first); month <= monthOf(today); month = monthAfter(month)) {
    const due = `${month}-${PUBLISHED_BY_THE}`;
    if (due <= today && due > verifiedThrough && !known.has(month)) months.push(month);
  }
  return months;
}

const monthOf = (day: Day) => day.slice(0, 7);
const monthAfter = (month: string) => monthOf(addDays(`${month}-28`, 4));

/** The largest step between two publications was 0.25 points (2024-10-21); more than one point is a slip of the pen. */
const LARGEST_STEP_BPS = 100;

export type PublicationFault =
  | 'LPR_TOO_EARLY'
  | 'LPR_OUT_OF_ORDER'
  | 'LPR_TWICE_A_MONTH'
  | 'LPR_MONTH_MISSING'
  | 'LPR_LEAPS';

/** What is wrong with further publications, the first fault; `undefined` when they can be believed. */
export function publicationsFault(
  known: readonly DatedRate[],
  further: readonly DatedRate[],
): { at: number; code: PublicationFault } | undefined {
  const table = extended(known, further);
  for (const [at, entry] of further.entries()) {
    const given = further[at - 1];
    if (entry.from < LPR_BEGINS) return { at, code: 'LPR_TOO_EARLY' };
    if (given && entry.from <= given.from) return { at, code: 'LPR_OUT_OF_ORDER' };
    if (given && monthOf(entry.from) === monthOf(given.from)) return { at, code: 'LPR_TWICE_A_MONTH' };
    const before = table.findLast((other) => other.from < entry.from);
    if (!before) continue;
    if (monthOf(entry.from) !== monthAfter(monthOf(before.from))) return { at, code: 'LPR_MONTH_MISSING' };
    if (Math.abs(entry.oneYearBps - before.oneYearBps) > LARGEST_STEP_BPS) return { at, code: 'LPR_LEAPS' };
  }
  return undefined;
}

/** A table with further publications; for the same month the further one counts, so that a slip can be corrected. */
export function extended(table: readonly DatedRate[], further: readonly DatedRate[]): DatedRate[] {
  const byMonth = new Map([...table, ...further].map((entry) => [monthOf(entry.from), entry]));
  return [...byMonth.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}
