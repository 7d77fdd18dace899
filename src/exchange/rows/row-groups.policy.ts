import { isDeepStrictEqual } from 'node:util';
import { type CaseDraft, linesOf } from '../../casework/admission/index.js';
import type { BookFigures } from '../../casework/cases/index.js';
import { lineKey, MAX_LINES } from '../../casework/debt/index.js';
import type { Day } from '../../kernel/index.js';
import {
  AGREED,
  draftOf,
  figuresOf,
  type Grouping,
  type LinesOfEach,
  leftOutOf,
  linesOfEach,
  numbersOf,
  type OpenRow,
  type ReadRow,
} from './case-of-rows.policy.js';
import { type KeptReason, type RowReason, reason } from './reasons.js';
import { withoutRepeatedTotals } from './row-amounts.js';

/** A row of a case. */
export interface Member {
  readonly row: ReadRow;
  /** Why it is no part of the case. */
  readonly own?: readonly KeptReason[];
  /** It says the same as an earlier row. */
  readonly repeats?: true;
  /** Its lines are those of the case from this one, so many. */
  readonly firstLine: number;
  readonly lines: number;
  /** What is to be said of it besides the outcome of the case. */
  readonly notes: readonly RowReason[];
}

/** Rows that are decided together: what they make, or why they make nothing. */
export interface ReadCase {
  /** The reference of the case; of rows grouped by debtor it is made of what they have in common. */
  readonly externalRef: string | null;
  readonly debtorKey?: string | undefined;
  readonly draft?: CaseDraft | undefined;
  readonly figures?: BookFigures | undefined;
  readonly reasons?: readonly RowReason[] | undefined;
  readonly members: readonly Member[];
}

/** What decides how rows make a case. */
export interface GroupRules {
  readonly grouping: Grouping;
  /** References that stand in rows of several debtors. */
  readonly ofSeveralDebtors: ReadonlySet<string>;
  /** The day the rows came in: what is due from then on is not overdue. */
  readonly today: Day;
}

/**
 * The most rows that are decided together, those that repeat others or are skipped included: they are read and written at once, and
 * whoever else is served by the process waits for it.
 */
export const MOST_ROWS_OF_CASE = 2_000;

/** A row of more than are decided together: refused like each of the others. */
export function oneOfTooMany(row: ReadRow): ReadCase {
  const own = row.draft ? [reason('ROWS_TOO_MANY', '', { limit: MOST_ROWS_OF_CASE })] : (row.reasons ?? []);
  return { externalRef: row.externalRef, members: [{ ...memberOf(row), own }] };
}

/** A row that stands alone. */
export function caseOfOne(row: ReadRow): ReadCase {
  const { externalRef, draft, figures, reasons } = row;
  return { externalRef, draft, figures, reasons, members: [memberOf(row, draft?.lines.length)] };
}

/**
 * The case that rows make which were grouped. Rows that the sender's system skips are left out, each with its reason, and so are those
 * that fall due only later, as in a plan of payment whose first parts are overdue. One row that cannot be read, rows that contradict each
 * other and rows of several debtors refuse all of them: a case without one of its lines would be a debt of the wrong size. A row that says
 * the same as an earlier one is that one.
 */
export function caseOf(read: readonly ReadRow[], rules: GroupRules): ReadCase {
  const rows = withoutRepeatedTotals(read);
  const leftOut = new Map<ReadRow, readonly KeptReason[]>();
  const open = openRows(rows, rules.today, leftOut);
  const { externalRef } = rows[0]!;
  if (open.length === 0) return caseOfNone(rows, externalRef);
  const unreadable = rows.find((row) => !row.draft && !isSkipped(row));
  const different = withoutRepeats(open);
  if (different.length > MAX_LINES) {
    return refused(rows, externalRef, [[reason('ROWS_TOO_MANY', '', { limit: MAX_LINES }), different]]);
  }
  const others = [...leftOut.keys()];
  const firsts = withoutStrangers(different, open, leftOut);
  const faults = unreadable ? [] : faultsOf(firsts, rules.ofSeveralDebtors);
  if (unreadable || faults.length > 0) return refused(rows, externalRef, faults, unreadable?.rowNumber);
  const made = linesOfEach(firsts, others, rules.grouping);
  const contradictions = contradictionsIn(made);
  if (contradictions.length > 0) return refused(rows, externalRef, contradictions);
  const draft = draftOf(
    firsts.map((row) => row.draft),
    [...made.values()].flat(),
  );
  return {
    externalRef,
    draft,
    figures: figuresOf(firsts, leftOut.size > 0),
    members: membersOf(rows, made, draft, leftOut),
  };
}

/** The rows that make the case; why each of the others is no part of it is noted. */
function openRows(rows: readonly ReadRow[], today: Day, leftOut: Map<ReadRow, readonly KeptReason[]>): OpenRow[] {
  const drafted = rows.filter((row): row is OpenRow => row.draft !== undefined);
  const due = drafted.filter((row) => !isLater(row, today));
  const open = due.length > 0 ? due : drafted;
  for (const row of rows) {
    if (!row.draft) leftOut.set(row, row.reasons ?? []);
    else if (due.length > 0 && isLater(row as OpenRow, today)) leftOut.set(row, [notOverdue(row.draft.dueOn)]);
  }
  return open;
}

function membersOf(
  rows: readonly ReadRow[],
  made: LinesOfEach,
  draft: CaseDraft,
  leftOut: ReadonlyMap<ReadRow, readonly KeptReason[]>,
): Member[] {
  let next = 0;
  return rows.map((row): Member => {
    const own = leftOut.get(row);
    const lines = made.get(row as OpenRow)?.length;
    if (own) return { ...memberOf(row, 0), own };
    if (lines === undefined) return { ...memberOf(row, 0), repeats: true };
    next += lines;
    return { ...memberOf(row, lines), firstLine: next - lines, notes: leftOutOf(row as OpenRow, draft, made) };
  });
}

/**
 * Rows of other debtors than the first one's are refused by name. Those that tell of the same line as a row of the first debtor's leave
 * its case whole; any other might be one of its lines under a wrong name, and stays for `faultsOf` to refuse the case.
 */
function withoutStrangers(
  rows: readonly OpenRow[],
  open: readonly OpenRow[],
  leftOut: Map<ReadRow, readonly KeptReason[]>,
): readonly OpenRow[] {
  const own = rows.filter(({ draft }) => isSameDebtor(rows[0]!.draft, draft));
  const strangers = rows.filter((row) => !own.includes(row));
  const keys = new Set(own.flatMap(({ draft }) => linesOf(draft).map(lineKey)));
  const sameLines = strangers.every(({ draft }) => linesOf(draft).every((line) => keys.has(lineKey(line))));
  if (strangers.length === 0 || !sameLines) return rows;
  const why = reason('REFERENCE_OF_SEVERAL_DEBTORS', '', { rows: numbersOf([rows[0]!, ...strangers]) });
  for (const row of open) if (!isSameDebtor(rows[0]!.draft, row.draft)) leftOut.set(row, [why]);
  return own;
}

/** Nothing of it is overdue yet. */
function isLater({ draft }: OpenRow, today: Day): boolean {
  return linesOf(draft).every(({ dueOn }) => dueOn >= today);
}

/** As admission says it of a debt. */
function notOverdue(dueOn: Day): KeptReason {
  return { code: 'NOT_OVERDUE', field: 'dueOn', params: { dueOn } };
}

function memberOf(row: ReadRow, lines = 1): Member {
  return { row, firstLine: 0, lines: Math.max(lines, 1), notes: [] };
}

function isSkipped({ reasons = [] }: ReadRow): boolean {
  return reasons.length > 0 && reasons.every(({ code }) => code.startsWith('SKIPPED_'));
}

/** None of the rows is open: when all are skipped for one reason, that is said of the case; otherwise each row has its own. */
function caseOfNone(rows: readonly ReadRow[], externalRef: string | null): ReadCase {
  const codes = new Set(rows.flatMap(({ reasons = [] }) => reasons.map(({ code }) => code)));
  const [{ reasons = [], figures }] = rows as [ReadRow];
  if (codes.size === 1) return { externalRef, reasons, figures, members: rows.map((row) => memberOf(row)) };
  return { externalRef, members: rows.map((row) => ({ ...memberOf(row), own: row.reasons ?? [] })) };
}

/** A fault, and the rows it is about. */
type Fault = readonly [reason: RowReason, rows: readonly ReadRow[]];

function refused(
  rows: readonly ReadRow[],
  externalRef: string | null,
  faults: readonly Fault[],
  first?: number,
): ReadCase {
  const blamed = first ?? faults[0]![1][0]!.rowNumber;
  const found = new Map<ReadRow, readonly RowReason[]>();
  for (const [why, about] of faults) for (const row of about) if (!found.has(row)) found.set(row, [why]);
  const members = rows.map((row): Member => {
    const own = row.draft ? found.get(row) : row.reasons;
    return { ...memberOf(row), own: own ?? [reason('ROW_OF_CASE_REFUSED', '', { row: blamed })] };
  });
  return { externalRef, members };
}

function contradictionsIn(made: LinesOfEach): Fault[] {
  const first = new Map<string, OpenRow>();
  return [...made].flatMap(([row, lines]) =>
    lines.flatMap((line): Fault[] => {
      const before = first.get(lineKey(line));
      if (!before) first.set(lineKey(line), row);
      // Within one row admission names the line.
      if (!before || before === row) return [];
      const about = [before, row];
      return [[reason('ROWS_CONTRADICT', '', { rows: numbersOf(about) }), about]];
    }),
  );
}

/** The rows that say something of their own. */
function withoutRepeats(open: readonly OpenRow[]): OpenRow[] {
  const seen = new Set<string>();
  return open.filter(({ draft }) => {
    const text = JSON.stringify(draft, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
    return seen.size < seen.add(text).size;
  });
}

function faultsOf(rows: readonly OpenRow[], ofSeveralDebtors: ReadonlySet<string>): Fault[] {
  const [first] = rows;
  const contested = rows.filter(({ externalRef }) => externalRef !== null && ofSeveralDebtors.has(externalRef));
  const strangers = rows.filter(({ draft }) => !isSameDebtor(first!.draft, draft));
  const several = contested.length > 0 ? contested : strangers.length > 0 ? [first!, ...strangers] : [];
  if (several.length > 0) return [[reason('REFERENCE_OF_SEVERAL_DEBTORS', '', { rows: numbersOf(several) }), several]];
  return AGREED.flatMap((field): Fault[] => {
    const said = rows.filter(({ draft }) => draft[field] !== null);
    const others = said.filter(({ draft }) => !isDeepStrictEqual(draft[field], said[0]!.draft[field]));
    if (others.length === 0) return [];
    const about = [said[0]!, ...others];
    return [[reason('ROWS_DISAGREE', field, { rows: numbersOf(about) }), about]];
  });
}

/** The same debtor by the number where both rows have one, and by the name. */
function isSameDebtor(one: CaseDraft, other: CaseDraft): boolean {
  const [a, b] = [one.debtorIdNumber, other.debtorIdNumber];
  if (a !== null && b !== null && a !== b) return false;
  return nameKey(one.debtorName) === nameKey(other.debtorName);
}

function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s.,·]/g, '')
    .toLowerCase();
}
