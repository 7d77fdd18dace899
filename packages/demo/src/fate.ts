import { type Fen, shareOf } from '@recourse/client';
import type { Random } from './random.js';

/** What share of a debt comes back on average when collection starts so many months after the due day (CCAA survey 2004). */
const RECOVERY = [
  [0, 0.949],
  [1, 0.899],
  [2, 0.813],
  [3, 0.696],
  [6, 0.521],
  [9, 0.391],
  [12, 0.228],
  [24, 0.093],
  [60, 0.03],
] as const;

/** Read off the curve, in a straight line between its points. */
export function expectedRecovery(monthsOverdue: number): number {
  const next = RECOVERY.findIndex(([months]) => months >= monthsOverdue);
  if (next < 1) return next === 0 ? RECOVERY[0][1] : RECOVERY.at(-1)![1];
  const [[before, high], [after, low]] = [RECOVERY[next - 1]!, RECOVERY[next]!];
  return high + ((low - high) * (monthsOverdue - before)) / (after - before);
}

/** Shares of what a debt of that age is expected to bring that come as payments in full; the rest comes in part. */
const IN_FULL = 0.75;

/** From here on debts are settled by instalments: few of them must not decide a provider's record by luck alone. */
const LARGE_FEN: Fen = 20_000_000n;

/**
 * What a debtor will pay, payment by payment; nothing at all is an empty list. On average a provider of skill 1 recovers
 * what the age curve expects of the amount; a better one more, up to almost everything.
 */
export function fateOf(amountFen: Fen, monthsOverdue: number, skill: number, random: Random): Fen[] {
  const expected = Math.min(0.97, expectedRecovery(monthsOverdue) * skill);
  if (amountFen >= LARGE_FEN) return instalments(amountFen, expected, random);
  const luck = random.unit();
  const full = IN_FULL * expected;
  // Partial payments are half of the amount on average, so they must happen twice as often as their share says.
  const part = Math.min(1 - full, 2 * (1 - IN_FULL) * expected);
  if (luck < full) return inParts(amountFen, random.chance(0.25), random);
  if (luck < full + part) return inParts(shareOf(amountFen, random.whole(2_500, 7_500)), random.chance(0.4), random);
  return [];
}

function instalments(amountFen: Fen, expected: number, random: Random): Fen[] {
  const share = expected * (0.6 + 0.8 * random.unit());
  return inParts(shareOf(amountFen, Math.min(10_000, Math.round(share * 10_000))), true, random);
}

function inParts(paidFen: Fen, twice: boolean, random: Random): Fen[] {
  const first = twice ? shareOf(paidFen, random.whole(3_000, 7_000)) : paidFen;
  return [first, paidFen - first].filter((payment) => payment > 0n);
}
