import type { Day, Fen } from '../../kernel/index.js';
import { openOf } from '../debt/index.js';
import type { ClaimFacts } from './claim-shape.js';

/** A part of the principal of a line that a payment covered: from that day on it bears no interest. */
export interface Reduction {
  readonly line: number;
  readonly on: Day;
  readonly fen: Fen;
}

/** The facts of a debt with what payments covered of its principal. */
export interface PaidFacts extends ClaimFacts {
  readonly reductions: readonly Reduction[];
}

/** A part of the debt that bears interest. */
export interface Part {
  readonly line: number;
  readonly dueOn: Day;
  readonly invoicedOn: Day | null;
  /** What was owed on the due day, as far as it was not paid before the debt was posted. */
  readonly amountFen: Fen;
  /** In the order of their days. */
  readonly reductions: readonly Reduction[];
}

/** Some days of a part, all with one amount. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly amountFen: Fen;
}

/** The days of a part between two days, cut where a payment lowered it; none where nothing is left of it. */
export function stretchesOf(part: Part, from: Day, to: Day): Stretch[] {
  const stretches: Stretch[] = [];
  let [start, amountFen] = [from, leftOf(part, from)];
  const close = (end: Day) => {
    if (start < end && amountFen > 0n) stretches.push({ from: start, to: end, amountFen });
    start = end;
  };
  for (const { on, fen } of part.reductions.filter((one) => one.on > from && one.on < to)) {
    close(on);
    amountFen -= fen;
  }
  close(to);
  return stretches;
}

/** What is left of a part on a day. */
export function leftOf({ amountFen, reductions }: Part, day: Day): Fen {
  return reductions.reduce((left, { on, fen }) => (on <= day ? left - fen : left), amountFen);
}

export function principalOn(parts: readonly Part[], day: Day): Fen {
  return parts.reduce((sum, part) => sum + leftOf(part, day), 0n);
}

/**
 * What bears interest, line by line. A payment covers the charges of its line before the principal (Civil Code art. 561); credit notes
 * and what a lender kept back in advance (Private Lending Rules art. 26) lower what was due first. The days of payments of
 * before are not known, so what was paid then bears no interest at all: the claim is never too high.
 */
export function partsOf({ lines, terms, reductions }: PaidFacts): Part[] {
  const open = lines.map((line) => {
    if (line.kind === 'credit_note') return openOf(line);
    const { principalFen, penaltyFen, paidFen } = line;
    return paidFen > penaltyFen ? principalFen + penaltyFen - paidFen : principalFen;
  });
  let lower = (terms?.deductedInAdvanceFen ?? 0n) - open.reduce((sum, fen) => (fen < 0n ? sum + fen : sum), 0n);
  const parts: Part[] = [];
  const order = lines.map((_, n) => n).sort((a, b) => (lines[a]!.dueOn < lines[b]!.dueOn ? -1 : 1));
  for (const line of order) {
    const left = open[line]!;
    if (left <= 0n) continue;
    const amountFen = left > lower ? left - lower : 0n;
    lower -= left - amountFen;
    const { dueOn, invoicedOn } = lines[line]!;
    const own = reductions.filter((one) => one.line === line);
    if (amountFen > 0n) parts.push({ line, dueOn, invoicedOn, amountFen, reductions: own });
  }
  return parts;
}
