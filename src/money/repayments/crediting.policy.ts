import { addDays, type Day } from '../../kernel/index.js';

/** One hold on a case, in days of China. */
export interface Hold {
  readonly id: string;
  readonly providerId: string;
  readonly state: 'active' | 'completed' | 'returned' | 'expired' | 'recalled';
  readonly grabbedOn: Day;
  readonly endedOn: Day | null;
}

/**
 * The hold a payment of that day counts for, or nothing:
 * 1. whoever held the case on that day, the latest of them;
 * 2. else whoever held it last, up to `graceDays` after the end: the payment is the fruit of that work. Not a provider that gave
 *    the case back or let its grab expire: it would be paid for having grabbed;
 * 3. else whoever grabbed it next, up to `graceDays` before: a payment under way when the case was grabbed.
 */
export function creditedHold(holds: readonly Hold[], paidOn: Day, graceDays: number): Hold | undefined {
  const latestFirst = [...holds].sort((a, b) => compare(b, a));
  const holding = latestFirst.find((one) => one.grabbedOn <= paidOn && keeps(one) && (one.endedOn ?? paidOn) >= paidOn);
  if (holding) return holding;
  const before = latestFirst.find((one) => one.endedOn !== null && one.endedOn < paidOn && keeps(one));
  if (before && paidOn <= addDays(before.endedOn!, graceDays)) return before;
  const after = latestFirst.findLast((one) => one.grabbedOn > paidOn && keeps(one));
  return after && paidOn >= addDays(after.grabbedOn, -graceDays) ? after : undefined;
}

/** Whether a hold still earns on payments: it lasts, or it did not end by the provider's own doing. */
function keeps(hold: Hold): boolean {
  return hold.state !== 'returned' && hold.state !== 'expired';
}

function compare(a: Hold, b: Hold): number {
  if (a.grabbedOn !== b.grabbedOn) return a.grabbedOn < b.grabbedOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The calendar day of an instant in China (UTC+8 all year). */
export function dayInChina(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
