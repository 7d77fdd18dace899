import { type Day, type Fen, minFen } from '../../kernel/index.js';
import { STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';

/** What a standing needs to know of one grab, whether it is still held or has ended. */
export interface Hold {
  readonly state: 'active' | 'completed' | 'returned' | 'expired' | 'recalled';
  /** Whether it says nothing of the provider: recalled before the first activity or for a coded reason of the creditor's own, or by an appeal. */
  readonly exonerated: boolean;
  readonly amountFen: Fen;
  /** What an average provider recovers of it: `expectedRecovery` at the grab. */
  readonly expectedFen: Fen;
  /** Whole days from the grab to its end, or to today while it is held, without those that it stood still through no fault of the holder. */
  readonly heldDays: number;
  /** What was paid on it and not reversed. */
  readonly recoveredFen: Fen;
  /** Σ of each such payment × its days since the grab, each no more than `LATE_DAYS`; rounded down. */
  readonly recoveredFenDays: bigint;
}

/** A payment later than this is late and no later: otherwise more money, late, would make a provider slower. */
export const LATE_DAYS = 180;

/** The unit of `observed` and `expected`: a ten-thousandth of √fen. */
const UNIT = 10_000n;

/**
 * What one hold adds to a record. All fields are integers and sums over holds are plain sums, so they can be kept running, by
 * provider and creditor, and one hold be taken out again and put in anew when it changes.
 */
export interface Contribution {
  /** Holds that have ended, or have been held to maturity. */
  readonly cases: number;
  readonly completed: number;
  /** What was claimed and recovered in those, for the plain rate. */
  readonly claimedFen: Fen;
  readonly recoveredFen: Fen;
  /** Recovered and expected share of each case × √amount, in ten-thousandths of √fen. */
  readonly observed: bigint;
  readonly expected: bigint;
  /** What is expected of them, in money, and Σ expected² ÷ amount: Kish's effective number and the variance follow from both. */
  readonly chargedFen: Fen;
  readonly squaredFen: Fen;
  /** What was paid on any hold, and when: Σ amount × days, see `Hold`. */
  readonly repaidFen: Fen;
  readonly repaidFenDays: bigint;
}

export const NOTHING: Contribution = {
  ...{ cases: 0, completed: 0, claimedFen: 0n, recoveredFen: 0n, observed: 0n, expected: 0n },
  ...{ chargedFen: 0n, squaredFen: 0n, repaidFen: 0n, repaidFenDays: 0n },
};

/** The sums of the holds of one creditor. */
export interface CreditorRecord extends Contribution {
  /** False for the grabs that were recorded before creditors were: they are of many, so no single one speaks through them. */
  readonly known: boolean;
}

/** The record of a provider. */
export interface StandingFacts {
  /** One for each creditor whose cases it held; the order has no meaning. */
  readonly creditors: readonly CreditorRecord[];
  /** Penalty points within the window. */
  readonly penaltyPoints: number;
  /** The last day on which it took or ended a case or a payment came in; null for a newcomer. */
  readonly lastActiveOn: Day | null;
}

export const NEWCOMER: StandingFacts = { creditors: [], penaltyPoints: 0, lastActiveOn: null };

/**
 * What a hold adds.
 *
 * A completed one is held to its whole expectation. Every other one to the share of the maturity that it was held: one that is still
 * held counts exactly like one given back today. So giving a case back changes nothing of what was expected of it so far, at whatever
 * moment, and giving back what fails does not raise the rate; waiting does not hide a failure either.
 *
 * What was paid meanwhile stands against it, up to that share of the expectation, or to that share of the payments when they exceed the whole
 * expectation: the rest counts as time goes on or when the case is completed. Otherwise a hold that is paid in part on its first days and
 * given back at once would stand for a success many times the usual.
 */
export function contributionOf(hold: Hold, parameters: StandingParameters = STANDING_DEFAULTS): Contribution {
  if (hold.exonerated) return NOTHING;
  const { amountFen, recoveredFen, recoveredFenDays } = hold;
  const paid = { repaidFen: recoveredFen, repaidFenDays: recoveredFenDays };
  if (amountFen <= 0n) return { ...NOTHING, ...paid };
  const maturity = BigInt(parameters.maturityDays);
  const held = BigInt(Math.max(0, Math.min(hold.heldDays, parameters.maturityDays)));
  const isWhole = hold.state === 'completed' || held === maturity;
  const shareOf = (amount: Fen) => (isWhole ? amount : (amount * held) / maturity);
  const charged = shareOf(minFen(hold.expectedFen, amountFen));
  const most = minFen(recoveredFen, amountFen);
  const counted = isWhole ? most : minFen(most, maxFen(charged, shareOf(most)));
  const root = squareRoot(amountFen);
  const told = isWhole || hold.state !== 'active';
  return {
    cases: told ? 1 : 0,
    completed: hold.state === 'completed' ? 1 : 0,
    claimedFen: told ? amountFen : 0n,
    recoveredFen: told ? recoveredFen : 0n,
    observed: (counted * UNIT) / root,
    expected: (charged * UNIT) / root,
    chargedFen: charged,
    squaredFen: (charged * charged) / amountFen,
    ...paid,
  };
}

/** The sum of two contributions. */
export function plus(a: Contribution, b: Contribution): Contribution {
  return {
    cases: a.cases + b.cases,
    completed: a.completed + b.completed,
    claimedFen: a.claimedFen + b.claimedFen,
    recoveredFen: a.recoveredFen + b.recoveredFen,
    observed: a.observed + b.observed,
    expected: a.expected + b.expected,
    chargedFen: a.chargedFen + b.chargedFen,
    squaredFen: a.squaredFen + b.squaredFen,
    repaidFen: a.repaidFen + b.repaidFen,
    repaidFenDays: a.repaidFenDays + b.repaidFenDays,
  };
}

function maxFen(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}

/** The largest integer whose square is no more; a float's root of less than 2^53 is right to less than one. */
function squareRoot(square: bigint): bigint {
  const root = BigInt(Math.floor(Math.sqrt(Number(square))));
  return root * root > square ? root - 1n : root;
}
