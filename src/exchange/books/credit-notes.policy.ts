import type { BookFigures, KnownReceivable } from '../../casework/cases/index.js';
import { type DebtLine, lineKey, openOf } from '../../casework/debt/index.js';
import { type Fen, minFen, sumFen } from '../../kernel/index.js';
import type { BookedDraft, BookedReceivable, Pending } from './receivable.policy.js';

type Known = KnownReceivable & Pending;

/**
 * What the books show of a case once a credit note lowers it: everything as it is on record, and the credit note as a line. The same
 * credit note again changes nothing; one of all that is left ends the debt. Pure.
 */
export function creditedBy(known: Known, credit: DebtLine): BookedReceivable {
  const sinceFen = known.recoveredFen + known.pendingFen;
  const others = known.lines.filter((line) => lineKey(line) !== lineKey(credit));
  const leftFen = sumFen(others.map(openOf)) - sinceFen;
  if (leftFen + openOf(credit) <= 0n) {
    return { status: known.paidFen + sinceFen > 0n ? 'settled' : 'withdrawn' };
  }
  const lines = [...paidSince(others, sinceFen), credit];
  return { status: 'open', draft: { ...known, ...sumsOf(lines), lines } };
}

/** A document that does not tell of its credit notes, with those that its case has. Pure. */
export function withCreditsOf(
  known: KnownReceivable,
  draft: BookedDraft,
  figures: BookFigures | undefined,
): BookedReceivable {
  const credits = known.lines.filter(({ kind }) => kind === 'credit_note');
  if (credits.length === 0 || draft.lines.length === 0) return { status: 'open', draft, figures };
  const lines = [...draft.lines, ...credits];
  const sums = sumsOf(lines);
  const { principalFen, penaltyFen, paidFen, outstandingFen } = sums;
  const totalFen = principalFen + penaltyFen;
  const lowered = figures && { ...figures, totalFen };
  if (outstandingFen > 0n) return { status: 'open', draft: { ...draft, ...sums, lines }, figures: lowered };
  const spent = lowered && { ...lowered, paidFen: minFen(paidFen, totalFen) };
  return { status: paidFen > 0n ? 'settled' : 'withdrawn', figures: spent };
}

function sumsOf(lines: readonly DebtLine[]) {
  const sum = (name: 'principalFen' | 'penaltyFen' | 'paidFen') => sumFen(lines.map((line) => line[name]));
  return {
    ...{ principalFen: sum('principalFen'), penaltyFen: sum('penaltyFen'), paidFen: sum('paidFen') },
    outstandingFen: sumFen(lines.map(openOf)),
  };
}

/** What was recovered since the case was posted, on what falls due first (Civil Code art. 560). */
function paidSince(lines: readonly DebtLine[], sinceFen: Fen): DebtLine[] {
  const paid = new Map<DebtLine, Fen>();
  let leftFen = sinceFen;
  for (const line of [...lines].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))) {
    const openFen = line.kind === 'credit_note' ? 0n : openOf(line);
    const partFen = minFen(openFen, leftFen);
    leftFen -= partFen;
    paid.set(line, line.paidFen + partFen);
  }
  return lines.map((line) => ({ ...line, paidFen: paid.get(line)! }));
}
