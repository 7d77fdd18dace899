import { type Fen, minFen, sumFen } from '../../kernel/index.js';
import type { DebtLine, Payment } from '../debt/index.js';
import { type ClaimNote, noteOf } from './claim-notes.js';
import { leftOf, type PaidFacts, partsOf, type Reduction } from './claim-parts.policy.js';
import type { ClaimFacts, OpenClaim } from './claim-shape.js';

/** What payments covered so far. */
export interface Coverage {
  /** Confirmed since the debt was posted. */
  readonly receivedFen: Fen;
  readonly feesFen: Fen;
  /** Of the charges of each line, in the order of the lines. */
  readonly charges: readonly Fen[];
  /** Of the principal. */
  readonly reductions: readonly Reduction[];
}

/** What was paid before a debt was posted covered the stated charges of its line first. */
export function coverageBefore(lines: readonly DebtLine[]): Coverage {
  const charges = lines.map(({ kind, paidFen, penaltyFen }) =>
    kind === 'credit_note' ? 0n : minFen(paidFen, penaltyFen),
  );
  return { receivedFen: 0n, feesFen: 0n, charges, reductions: [] };
}

export function coveredCharges({ feesFen, charges }: Coverage): Fen {
  return feesFen + sumFen(charges);
}

/**
 * What is covered after a payment: costs, then line by line, the earliest due first, its interest and its principal (Civil Code art. 560,
 * 561). Charges are covered only as far as they are both asked and allowed on the day of the payment. `claim` is that of this day.
 */
export function coveredAfter(
  before: Coverage,
  { paidOn, amountFen }: Payment,
  claim: OpenClaim,
  facts: ClaimFacts,
): Coverage {
  let left = amountFen;
  let owed = minFen(claim.askedFen, claim.allowedFen) - coveredCharges(before);
  const cover = (most: Fen) => {
    const fen = largest(0n, minFen(left, most));
    left -= fen;
    return fen;
  };
  const coverCharge = (most: Fen) => {
    const fen = cover(minFen(owed, most));
    owed -= fen;
    return fen;
  };
  const feesFen = before.feesFen + coverCharge(claim.allowed.feesFen - before.feesFen);
  const charges = [...before.charges];
  const reductions = [...before.reductions];
  for (const part of partsOf({ ...facts, reductions: before.reductions } satisfies PaidFacts)) {
    const { line } = part;
    charges[line]! += coverCharge(interestOn(claim, line) - charges[line]!);
    const fen = cover(leftOf(part, paidOn));
    if (fen > 0n) reductions.push({ line, on: paidOn, fen });
  }
  return { receivedFen: before.receivedFen + amountFen, feesFen, charges, reductions };
}

function interestOn({ allowed }: OpenClaim, line: number): Fen {
  return sumFen(allowed.segments.flatMap((segment) => (segment.line === line ? segment.interestFen : [])));
}

/** What was received since the debt was posted, and what it was for. */
export function* coverageNotes(coverage: Coverage, lines: readonly DebtLine[]): Iterable<ClaimNote> {
  const { receivedFen: received, reductions } = coverage;
  if (received === 0n) return;
  const charges = coveredCharges(coverage) - coveredCharges(coverageBefore(lines));
  const principal = sumFen(reductions.map(({ fen }) => fen));
  yield noteOf('PAYMENTS_COVER_CHARGES_FIRST', { received, charges, principal });
  const rest = received - charges - principal;
  if (rest > 0n) yield noteOf('PAID_BEYOND_CLAIM', { rest });
}

const largest = (a: Fen, b: Fen) => (a > b ? a : b);
