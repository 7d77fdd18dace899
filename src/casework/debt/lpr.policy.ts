import type { BasisPoints, Day } from '../../kernel/index.js';

/** The one-year loan prime rate from a day on, up to the next entry. */
export interface LprEntry {
  readonly from: Day;
  readonly oneYearBps: BasisPoints;
}

/** As published by the National Interbank Funding Center since the reform of 2019, in order of days; admins extend it. */
export const PUBLISHED_LPR: readonly LprEntry[] = [
  { from: '2019-08-20', oneYearBps: 425 },
  { from: '2019-09-20', oneYearBps: 420 },
  { from: '2019-11-20', oneYearBps: 415 },
  { from: '2020-02-20', oneYearBps: 405 },
  { from: '2020-04-20', oneYearBps: 385 },
  { from: '2021-12-20', oneYearBps: 380 },
  { from: '2022-01-20', oneYearBps: 370 },
  { from: '2022-08-22', oneYearBps: 365 },
  { from: '2023-06-20', oneYearBps: 355 },
  { from: '2023-08-21', oneYearBps: 345 },
  { from: '2024-07-22', oneYearBps: 335 },
  { from: '2024-10-21', oneYearBps: 310 },
  { from: '2025-05-20', oneYearBps: 300 },
];

/** The rate in force on a day; `undefined` before the table begins. */
export function lprOn(table: readonly LprEntry[], day: Day): BasisPoints | undefined {
  return table.findLast((entry) => entry.from <= day)?.oneYearBps;
}

/** Lowest and highest rate in force on any day up to `day`; `undefined` before the table begins. */
export function lprRangeUntil(
  table: readonly LprEntry[],
  day: Day,
): { low: BasisPoints; high: BasisPoints } | undefined {
  const rates = table.filter((entry) => entry.from <= day).map((entry) => entry.oneYearBps);
  return rates.length === 0 ? undefined : { low: Math.min(...rates), high: Math.max(...rates) };
}
