import { type Fen, minFen } from '../../kernel/index.js';
import type { Rates } from './recovery-rate.policy.js';
import { type CreditorRecord, LATE_DAYS, type StandingFacts } from './standing-facts.policy.js';
import type { GradeRule, StandingParameters } from './standing-parameters.policy.js';

/** All that a grade follows from. */
export interface StandingRecord {
  readonly facts: StandingFacts;
  readonly rates: Rates;
  readonly proof: Proof;
  readonly parameters: StandingParameters;
}

/** What speaks for a provider besides its rate, as far as it counts: no creditor makes up more of it than its share. */
export interface Proof {
  readonly completedCases: number;
  readonly recoveredFen: Fen;
  /** What came in, of everything expected, each payment with 1 − days ÷ 180. */
  readonly prompt: number;
  /** The same with 1 − days ÷ 360. */
  readonly inTime: number;
  /** All that was recovered, and the average whole days from grab to payment, weighted by amount; null without one. */
  readonly allRecoveredFen: Fen;
  readonly averageDays: number | null;
}

/** What speaks for a provider; completed cases of a creditor for whom nothing came in, or of an unknown one, speak for nobody. */
export function proofOf({ creditors }: StandingFacts, parameters: StandingParameters): Proof {
  const repaid = sum(creditors, ({ repaidFen }) => repaidFen);
  const days = sum(creditors, ({ repaidFenDays }) => repaidFenDays);
  const counted = (part: (creditor: CreditorRecord) => bigint) => withinShare(creditors, part, parameters);
  const done = ({ known, recoveredFen, completed }: CreditorRecord) =>
    known && recoveredFen > 0n ? BigInt(completed) : 0n;
  return {
    completedCases: Number(counted(done)),
    recoveredFen: counted(({ recoveredFen }) => recoveredFen),
    prompt: timely(creditors, LATE_DAYS, parameters),
    inTime: timely(creditors, 2 * LATE_DAYS, parameters),
    allRecoveredFen: sum(creditors, ({ recoveredFen }) => recoveredFen),
    averageDays: repaid > 0n ? Number((days * 2n + repaid) / (repaid * 2n)) : null,
  };
}

/**
 * Whether a provider is fast enough for a grade: as fast as one that recovers just the rate of the grade in its average days. An average
 * alone would make a late payment, so more money, cost a grade.
 */
export function isInTime({ maxAverageDays, minShrunkRateBps }: GradeRule, { inTime }: Proof): boolean {
  if (maxAverageDays === null) return true;
  const kept = 1 - Math.min(maxAverageDays, LATE_DAYS) / (2 * LATE_DAYS);
  return inTime * 10_000 >= minShrunkRateBps * kept;
}

function timely(creditors: readonly CreditorRecord[], span: number, parameters: StandingParameters): number {
  const all = BigInt(span);
  const credit = withinShare(creditors, ({ repaidFen, repaidFenDays }) => repaidFen * all - repaidFenDays, parameters);
  const charged = sum(creditors, ({ chargedFen }) => chargedFen);
  return charged > 0n ? Number((credit * 1_000_000n) / (charged * all)) / 1_000_000 : 0;
}

/** The sum over creditors of what `part` says of each, none of them with more than its share of all that counts. */
function withinShare(
  creditors: readonly CreditorRecord[],
  part: (creditor: CreditorRecord) => bigint,
  { maxCreditorShareBps: most }: StandingParameters,
): bigint {
  const all = sum(creditors, part);
  const share = BigInt(most);
  if (share >= 10_000n) return all;
  return sum(creditors, (creditor) => {
    const own = part(creditor);
    return creditor.known ? minFen(own, ((all - own) * share) / (10_000n - share)) : own;
  });
}

function sum(creditors: readonly CreditorRecord[], part: (creditor: CreditorRecord) => bigint): bigint {
  return creditors.reduce((total, creditor) => total + part(creditor), 0n);
}
