import type { Fen, FrozenTerms } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { commissionsOn, type Stage, serviceFeeOn } from './commission.policy.js';
import type { CommissionRepository, CommissionTotal } from './commission.repository.js';
import type { Mandate } from './repayment-split.policy.js';

/** A grab with its frozen terms. */
export interface TermsOfGrab {
  readonly id: string;
  readonly terms: FrozenTerms;
}

/** A mandate whose totals are locked: the grab that a repayment counts for among all of them, oldest first. */
export interface LockedMandate extends Mandate {
  readonly grabId: string;
  readonly realisedFen: Fen;
  readonly stages: readonly (Stage & { readonly grabId: string })[];
}

/**
 * Locks the running totals of a mandate. A grab of an agency is a mandate by itself; all grabs of one law firm on one case are one. The
 * caller has locked the case.
 */
export async function lockMandate(
  commissions: CommissionRepository,
  tx: Tx,
  grabId: string,
  grabs: readonly TermsOfGrab[],
): Promise<LockedMandate> {
  const ids = grabs.map(({ id }) => id).filter((id) => id !== grabId);
  const totals = await commissions.lockTotals(tx, grabId, ids);
  const stages = grabs.map(({ id, terms }) => ({ grabId: id, terms, realisedFen: totals.get(id)?.realisedFen ?? 0n }));
  const at = stages.findIndex((one) => one.grabId === grabId);
  if (at < 0) throw new Error(`grab ${grabId} is none of its mandate`);
  const beside = { earlier: stages.slice(0, at), later: stages.slice(at + 1) };
  return { ...beside, grabId, realisedFen: stages[at]!.realisedFen, stages };
}

/** The totals of a mandate when more was realised under its grab, or less by a reversal; those of its other grabs follow. */
export function totalsWith({ grabId, stages }: LockedMandate, repaidFen: Fen): CommissionTotal[] {
  const after = stages.map((one) =>
    one.grabId === grabId ? { ...one, realisedFen: one.realisedFen + repaidFen } : one,
  );
  const earned = commissionsOn(after);
  return after.map(({ terms, ...one }, n) => {
    return { ...one, commissionFen: earned[n]!, serviceFeeFen: serviceFeeOn(terms, one.realisedFen) };
  });
}
