import { type Fen, minFen } from '../../kernel/index.js';
import { type DebtLine, type LineTotals, lineKey, openOf, totalsOf } from '../debt/index.js';
import type { CaseLine, TargetLine } from './case-lines.js';

/** The amounts and days of a case as they shall be. */
export type RevisedTotals = Omit<LineTotals, 'outstandingFen'>;

/**
 * The open lines of a case as another message makes them: `given` are the lines that it brings, none when it knows only the whole. Those
 * with the same document, period and kind stay the same line. Undefined when it changes the whole of several lines and does not
 * say which.
 */
export function linesAs(
  known: readonly CaseLine[],
  given: readonly DebtLine[],
  totals: RevisedTotals,
): readonly TargetLine[] | undefined {
  if (given.length > 0) return withPaid(matched(known, given), known, totals.paidFen);
  const [only, second] = known;
  if (only && !second) {
    const { principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn } = totals;
    return [{ ...only, principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn }];
  }
  const made = totalsOf(known);
  const same = (['principalFen', 'penaltyFen', 'paidFen', 'dueOn'] as const).every(
    (name) => made[name] === totals[name],
  );
  return same ? known : undefined;
}

/** Whether two lists are the same lines with the same facts. */
export function sameLines(known: readonly CaseLine[], wanted: readonly TargetLine[]): boolean {
  if (known.length !== wanted.length) return false;
  const byNumber = new Map(known.map((line) => [line.lineNumber, line]));
  return wanted.every((line) => {
    const before = line.lineNumber === undefined ? undefined : byNumber.get(line.lineNumber);
    return before !== undefined && factsOf(before) === factsOf(line);
  });
}

/** The lines of a draft: none for a case that is one line without a document or period of its own. */
export function statedLines<L extends DebtLine>(lines: readonly L[]): readonly L[] {
  return lines.length === 1 && isPlain(lines[0]!) ? [] : lines;
}

/** A line of which nothing but amounts and days is known, as every case of one debt has it. */
function isPlain({ documentNumber, periodFrom, periodTo, clock }: DebtLine): boolean {
  return documentNumber === null && periodFrom === null && periodTo === null && clock.length === 0;
}

function factsOf(line: DebtLine): string {
  const { principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn, clock } = line;
  const amounts = [principalFen, penaltyFen, paidFen].map(String);
  const named = [line.kind, line.documentNumber, line.periodFrom, line.periodTo];
  return JSON.stringify([named, amounts, dueOn, invoicedOn, lastInterruptedOn, clock]);
}

function matched(known: readonly CaseLine[], given: readonly DebtLine[]): TargetLine[] {
  const [only] = known;
  // The one line of a case that was posted as a whole gets its document and period when the books name them.
  if (known.length === 1 && given.length === 1 && isPlain(only!)) return [kept(given[0]!, only!)];
  const byKey = new Map(known.map((line) => [lineKey(line), line]));
  return given.map((line) => {
    const before = byKey.get(lineKey(line));
    return before ? kept(line, before) : line;
  });
}

/** What a message leaves out stays as it was. */
function kept(line: DebtLine, before: CaseLine): TargetLine {
  return {
    ...line,
    lineNumber: before.lineNumber,
    invoicedOn: line.invoicedOn ?? before.invoicedOn,
    lastInterruptedOn: line.lastInterruptedOn ?? before.lastInterruptedOn,
    clock: line.clock.length > 0 ? line.clock : before.clock,
  };
}

/**
 * Lines whose paid amounts sum to what was paid before the case was posted. Books show with each line also what was recovered since: that
 * is taken off where the paid amount rose, the earliest due line first (Civil Code art. 560).
 */
function withPaid(lines: readonly TargetLine[], known: readonly CaseLine[], paidFen: Fen): TargetLine[] {
  const before = new Map(known.map((line) => [line.lineNumber, line.paidFen]));
  const rise = (line: TargetLine) => larger(line.paidFen - (before.get(line.lineNumber ?? 0) ?? 0n), 0n);
  const sum = lines.reduce((total, line) => total + line.paidFen, 0n);
  if (sum <= paidFen) return moved(lines, paidFen - sum, (line) => openOf(line), 1n);
  const risen = minFen(
    sum - paidFen,
    debts(lines).reduce((total, line) => total + rise(line), 0n),
  );
  const once = moved(lines, risen, rise, -1n);
  return moved(once, sum - risen - paidFen, (line) => line.paidFen, -1n);
}

/** Moves an amount into the paid figures of the debts among the lines, as far as each has room, in the order of their due days. */
function moved(lines: readonly TargetLine[], fen: Fen, room: (line: TargetLine) => Fen, sign: bigint): TargetLine[] {
  const changed = new Map<TargetLine, TargetLine>();
  let left = fen;
  for (const line of debts(lines).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))) {
    const part = minFen(left, room(line));
    left -= part;
    if (part > 0n) changed.set(line, { ...line, paidFen: line.paidFen + part * sign });
  }
  return lines.map((line) => changed.get(line) ?? line);
}

function debts(lines: readonly TargetLine[]): TargetLine[] {
  return lines.filter(({ kind }) => kind !== 'credit_note');
}

function larger(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}
