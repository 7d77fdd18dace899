import { misreadingOf } from '../../casework/admission/index.js';
import { type DebtLine, openOf } from '../../casework/debt/index.js';
import type { CaseLine, TargetLine } from '../../casework/lines/index.js';

/** What a creditor wants to do to the lines of its case: to one, or to all as its books show them. */
export type LineWish =
  | { readonly act: 'add'; readonly line: DebtLine }
  | { readonly act: 'correct'; readonly lineNumber: number; readonly line: DebtLine }
  | { readonly act: 'withdraw'; readonly lineNumber: number }
  | { readonly act: 'revise'; readonly lines: readonly TargetLine[] };
/** What is done to one line. */
export type OneLineWish = Exclude<LineWish, { act: 'revise' }>;

/** The open lines after the change; undefined when a line that it is about is not among them. */
export function linesAfter(open: readonly CaseLine[], wish: LineWish): readonly TargetLine[] | undefined {
  if (wish.act === 'add') return [...open, wish.line];
  if (wish.act === 'revise') return wish.lines.every((line) => isNewOrOpen(open, line)) ? wish.lines : undefined;
  const { lineNumber } = wish;
  if (!open.some((line) => line.lineNumber === lineNumber)) return undefined;
  if (wish.act === 'withdraw') return open.filter((line) => line.lineNumber !== lineNumber);
  return open.map((line) => (line.lineNumber === lineNumber ? corrected(line, wish.line) : line));
}

/** The place among the lines after the change of the one that it is about; none of one that is withdrawn. */
export function placeOf(wish: OneLineWish, after: readonly TargetLine[]): number | undefined {
  if (wish.act === 'add') return after.length - 1;
  if (wish.act === 'withdraw') return undefined;
  return after.findIndex(({ lineNumber }) => lineNumber === wish.lineNumber);
}

/** The number of the line that a change is about; a new line has the highest of those that were written with it. Null for all of them. */
export function numberOf(wish: LineWish, written: readonly { readonly lineNumber: number }[]): number | null {
  if (wish.act === 'revise') return null;
  return wish.act === 'add' ? Math.max(...written.map(({ lineNumber }) => lineNumber)) : wish.lineNumber;
}

function isNewOrOpen(open: readonly CaseLine[], { lineNumber }: TargetLine): boolean {
  return lineNumber === undefined || open.some((line) => line.lineNumber === lineNumber);
}

/** Evidence about the clock of a line stays unless the correction brings other evidence. */
function corrected(before: CaseLine, line: DebtLine): TargetLine {
  const clock = line.clock.length > 0 ? line.clock : before.clock;
  return { ...line, lineNumber: before.lineNumber, clock };
}

/** Amounts that differ from those of the line like ones read with a separator in the wrong place. */
export function misreadIn(open: readonly CaseLine[], wish: LineWish) {
  if (wish.act !== 'correct') return undefined;
  const before = open.find((line) => line.lineNumber === wish.lineNumber);
  if (!before) return undefined;
  const pairs = [
    ['principalFen', before.principalFen, wish.line.principalFen],
    ['principalFen', openOf(before), openOf(wish.line)],
    ['paidFen', before.paidFen, wish.line.paidFen],
  ] as const;
  for (const [field, was, is] of pairs) {
    const found = misreadingOf(size(was), size(is));
    if (found) return { field, ...found };
  }
  return undefined;
}

/** Whether the change says that more was paid than before: that is a repayment, once a provider has held the case. */
export function raisesPaid(open: readonly CaseLine[], after: readonly TargetLine[]): boolean {
  return paidOn(after) > paidOn(open);
}

function paidOn(lines: readonly DebtLine[]): bigint {
  return lines.reduce((sum, { kind, paidFen }) => (kind === 'credit_note' ? sum : sum + paidFen), 0n);
}

function size(fen: bigint): bigint {
  return fen < 0n ? -fen : fen;
}
