import { type Day, type Fen, minFen } from '../../kernel/index.js';
import { aDay, interestDays, interestOf } from './interest.policy.js';

/** 法释〔2014〕8号 art. 1: 0.0175 % a day. */
const DOUBLED_PART = aDay(17_500n);

/** A time that does not count: enforcement stayed, or suspended by a retrial, not at the creditor's own wish (art. 3 (3)). */
export interface Stay {
  readonly from: Day;
  /** Not part of it. */
  readonly to: Day;
}

/**
 * The part that is added to interest because a judged debt is paid late (Civil Procedure Law art. 264; 法释〔2014〕8号). Its base is
 * the judged debt without the ordinary interest of the time before the judgment.
 */
export function doubledPart(judgedFen: Fen, days: number): Fen {
  return interestOf(judgedFen, DOUBLED_PART, days);
}

/** The days of late payment: from the day on which the period for payment ended (art. 2), without the stays. */
export function lateDays(from: Day, paidOn: Day, stays: readonly Stay[] = []): number {
  const later = (a: Day, b: Day) => (a > b ? a : b);
  const earlier = (a: Day, b: Day) => (a < b ? a : b);
  const apart: Stay[] = [];
  for (const stay of [...stays].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = apart.at(-1);
    if (last && stay.from <= last.to) apart[apart.length - 1] = { from: last.from, to: later(last.to, stay.to) };
    else apart.push(stay);
  }
  const stayed = apart.map((stay) => interestDays(later(stay.from, from), earlier(stay.to, paidOn)));
  return interestDays(from, paidOn) - stayed.reduce((sum, days) => sum + days, 0);
}

/** When the money does not suffice, the judged debt comes before the doubled part (art. 4), unless the parties agreed otherwise. */
export function allocated(
  receivedFen: Fen,
  judgedFen: Fen,
  doubledFen: Fen,
): { judgedFen: Fen; doubledFen: Fen; restFen: Fen } {
  const toJudged = minFen(receivedFen, judgedFen);
  const toDoubled = minFen(receivedFen - toJudged, doubledFen);
  return { judgedFen: toJudged, doubledFen: toDoubled, restFen: receivedFen - toJudged - toDoubled };
}
