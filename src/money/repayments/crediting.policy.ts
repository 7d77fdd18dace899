import { addDays, type Day } from '../../kernel/index.js';

/** One hold on a case, in days of China. */
export interface Hold {
  readonly id: string;
  readonly providerId: string;
  readonly state: 'active' | 'completed' | 'returned' | 'expired' | 'recalled';
  readonly grabbedOn: Day;
  readonly endedOn: Day | null;
  /** A law firm's mandate: it is paid on what was realised under it, on nothing before or after. */
  readonly lawFirm: boolean;
}

/**
 * The hold that a payment of this day counts for; undefined when there is none:
 * 1. the latest hold of that day;
 * 2. else the last hold before, up to `graceDays` after its end: the payment results from that work. Not a hold that the provider
 *    gave back or let expire: it would be paid for having grabbed;
 * 3. else the next hold, up to `graceDays` before it: the payment was under way when the case was grabbed.
 *
 * The second and third are what agencies agree to. A law firm may not take the end of its mandate, by recall, withdrawal or a
 * settlement of the parties, for its success, nor make the client pay for ending it (司发通〔2021〕87号 item 5; (2012)民再申216号):
 * its fee is on what was finally realised under the mandate (item 6), so only the days of the mandate count.
 */
export function creditedHold(holds: readonly Hold[], paidOn: Day, graceDays: number): Hold | undefined {
  const latestFirst = [...holds].sort((a, b) => compare(b, a));
  const holding = latestFirst.find((one) => one.grabbedOn <= paidOn && keeps(one) && (one.endedOn ?? paidOn) >= paidOn);
  if (holding) return holding;
  const before = latestFirst.find((one) => one.endedOn !== null && one.endedOn < paidOn && reachesBeyond(one));
  if (before && paidOn <= addDays(before.endedOn!, graceDays)) return before;
  const after = latestFirst.findLast((one) => one.grabbedOn > paidOn && reachesBeyond(one));
  return after && paidOn >= addDays(after.grabbedOn, -graceDays) ? after : undefined;
}

/** Whether a hold still earns on payments: it is active, or the provider neither gave it back nor let it expire. */
function keeps(hold: Hold): boolean {
  return hold.state !== 'returned' && hold.state !== 'expired';
}

/** Whether payments outside its days may count for a hold. */
function reachesBeyond(hold: Hold): boolean {
  return keeps(hold) && !hold.lawFirm;
}

function compare(a: Hold, b: Hold): number {
  if (a.grabbedOn !== b.grabbedOn) return a.grabbedOn < b.grabbedOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The calendar day of an instant in China (UTC+8 all year). */
export function dayInChina(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
