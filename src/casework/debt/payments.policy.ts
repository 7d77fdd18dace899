import type { Day, Fen } from '../../kernel/index.js';
import type { ClockEvent } from './clock-event.js';
import { type DebtLine, openOf } from './debt-line.js';

/** A payment of the debtor that was confirmed since the case was posted, and not reversed. */
export interface Payment {
  readonly paidOn: Day;
  readonly amountFen: Fen;
}

/** A payment as JSON keeps it, with the repayment that it was confirmed as. */
export interface StoredPayment {
  readonly id: string;
  readonly paidOn: Day;
  readonly amountFen: string;
}

export function readPayments(stored: readonly StoredPayment[] | null): Payment[] {
  return (stored ?? []).map(({ paidOn, amountFen }) => ({ paidOn, amountFen: BigInt(amountFen) }));
}

/** What was paid on each day, in the order of the days: the law asks when a debtor paid, not in how many transfers. */
export function dailyPayments(payments: readonly Payment[]): Payment[] {
  const byDay = new Map<Day, Fen>();
  for (const { paidOn, amountFen } of payments) byDay.set(paidOn, (byDay.get(paidOn) ?? 0n) + amountFen);
  return [...byDay.keys()].sort().map((paidOn) => ({ paidOn, amountFen: byDay.get(paidOn)! }));
}

/**
 * What payments did to the limitation period of each line: a part payment of those that they were for. No debtor says for which line it
 * pays, and all lines are due: the earliest due is paid first, those due on one day by their shares (Civil Code art. 560). Credit
 * notes cover what was due first. Undefined for a line that no payment reached; part of it is for all of it (法释〔2020〕17号 art. 9).
 */
export function partPayments(
  lines: readonly DebtLine[],
  payments: readonly Payment[],
): readonly (readonly ClockEvent[] | undefined)[] {
  if (payments.length === 0) return [];
  const places = placesOf(lines);
  let covered = lines.reduce((sum, line) => (openOf(line) < 0n ? sum - openOf(line) : sum), 0n);
  const paid = dailyPayments(payments).map(({ paidOn, amountFen }) => {
    const from = covered;
    covered += amountFen;
    return { from, to: covered, event: { kind: 'part_payment', on: paidOn } as const };
  });
  return places.map((place) => {
    const events = paid.filter(({ from, to }) => place && from < place.to && to > place.from);
    return events.length > 0 ? events.map(({ event }) => event) : undefined;
  });
}

/** Where each line stands when all that is owed is laid end to end, the earliest due first; lines of one due day share their place. */
function placesOf(lines: readonly DebtLine[]) {
  const owed = lines.filter((line) => openOf(line) > 0n);
  const sum = (some: readonly DebtLine[]) => some.reduce((total, line) => total + openOf(line), 0n);
  return lines.map((line) => {
    if (openOf(line) <= 0n) return undefined;
    const from = sum(owed.filter(({ dueOn }) => dueOn < line.dueOn));
    return { from, to: from + sum(owed.filter(({ dueOn }) => dueOn === line.dueOn)) };
  });
}
