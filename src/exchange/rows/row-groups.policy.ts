import { isDeepStrictEqual } from 'node:util';
import { type CaseDraft, linesOf, TEXT_LIMITS } from '../../casework/admission/index.js';
import type { BookFigures } from '../../casework/cases/index.js';
import { type DebtLine, lineKey, MAX_LINES, totalsOf } from '../../casework/debt/index.js';
import { type Day, sumFen } from '../../kernel/index.js';
import { type KeptReason, type RowReason, reason } from './reasons.js';
import { withoutRepeatedTotals } from './row-amounts.js';

/** Which rows are lines of one case: those with one reference, or those of one debtor in one category. */
export type Grouping = 'document' | 'debtor';

/** A row as read: a draft for admission, or the reasons why there is none. */
export interface ReadRow {
  readonly rowNumber: number;
  readonly externalRef: string | null;
  readonly draft?: CaseDraft | undefined;
  readonly reasons?: readonly RowReason[] | undefined;
  /** What the row itself says about money. */
  readonly figures?: BookFigures | undefined;
  /** Hidden in its sheet: it is read like the others, and its outcome says so. */
  readonly hidden?: true | undefined;
}

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

type OpenRow = ReadRow & { readonly draft: CaseDraft };

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
  const firsts = withoutStrangers(different, leftOut);
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
function withoutStrangers(rows: readonly OpenRow[], leftOut: Map<ReadRow, readonly KeptReason[]>): readonly OpenRow[] {
  const own = rows.filter(({ draft }) => isSameDebtor(rows[0]!.draft, draft));
  const strangers = rows.filter((row) => !own.includes(row));
  const keys = new Set(own.flatMap(({ draft }) => linesOf(draft).map(lineKey)));
  const sameLines = strangers.every(({ draft }) => linesOf(draft).every((line) => keys.has(lineKey(line))));
  if (strangers.length === 0 || !sameLines) return rows;
  const why = reason('REFERENCE_OF_SEVERAL_DEBTORS', '', { rows: numbersOf([rows[0]!, ...strangers]) });
  for (const row of strangers) leftOut.set(row, [why]);
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

/** The rows that say something of their own. */
function withoutRepeats(open: readonly OpenRow[]): OpenRow[] {
  const seen = new Set<string>();
  return open.filter(({ draft }) => {
    const text = JSON.stringify(draft, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
    return seen.size < seen.add(text).size;
  });
}

/** What decides the money and the rules of the whole case, so that rows may not say different things of it. */
const AGREED = ['category', 'debtorKind', 'legalOrigin', 'serviceLine', 'offer', 'annualRateBps'] as const;
const ALSO_AGREED = ['debtorIdKind', 'matter', 'claimTerms'] as const;

function faultsOf(rows: readonly OpenRow[], ofSeveralDebtors: ReadonlySet<string>): Fault[] {
  const [first] = rows;
  const contested = rows.filter(({ externalRef }) => externalRef !== null && ofSeveralDebtors.has(externalRef));
  const strangers = rows.filter(({ draft }) => !isSameDebtor(first!.draft, draft));
  const several = contested.length > 0 ? contested : strangers.length > 0 ? [first!, ...strangers] : [];
  if (several.length > 0) return [[reason('REFERENCE_OF_SEVERAL_DEBTORS', '', { rows: numbersOf(several) }), several]];
  return [...AGREED, ...ALSO_AGREED].flatMap((field): Fault[] => {
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

type LinesOfEach = ReadonlyMap<OpenRow, readonly DebtLine[]>;

/**
 * The lines of each row. Several rows of one document that name no period are its instalments, also when some are settled or fall due
 * later; those of a property fee are its periods. Rows of several documents are told apart by their references.
 */
function linesOfEach(rows: readonly OpenRow[], leftOut: readonly ReadRow[], grouping: Grouping): LinesOfEach {
  const rowsOf = new Map<string | null, number>();
  for (const { externalRef } of [...rows, ...leftOut]) rowsOf.set(externalRef, (rowsOf.get(externalRef) ?? 0) + 1);
  return new Map(rows.map((row) => [row, linesIn(row, grouping, rowsOf.get(row.externalRef)! > 1)]));
}

function linesIn({ externalRef, draft }: OpenRow, grouping: Grouping, ofSeveralRows: boolean): readonly DebtLine[] {
  return linesOf(draft).map((line) => {
    const documentNumber = line.documentNumber ?? (grouping === 'debtor' ? externalRef : null);
    if (draft.lines.length > 0 || line.kind === 'fee_period' || !ofSeveralRows) return { ...line, documentNumber };
    return { ...line, kind: 'instalment' as const, documentNumber: externalRef };
  });
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

/** The draft of a case: what its rows agree on, the figures they state together, and the days that their lines make. */
function draftOf(drafts: readonly CaseDraft[], lines: readonly DebtLine[]): CaseDraft {
  const [first] = drafts;
  const said = <F extends keyof CaseDraft>(field: F) =>
    drafts.find((one) => one[field] !== null)?.[field] ?? first![field];
  const agreed = Object.fromEntries([...AGREED, ...ALSO_AGREED].map((field) => [field, said(field)]));
  const sum = (field: 'principalFen' | 'penaltyFen' | 'paidFen' | 'outstandingFen') =>
    sumFen(drafts.map((one) => one[field]));
  const { dueOn, invoicedOn, lastInterruptedOn } = totalsOf(lines);
  return {
    ...first!,
    ...agreed,
    ...{ debtorIdNumber: said('debtorIdNumber'), debtorPhone: said('debtorPhone'), regionCode: said('regionCode') },
    debtorAddress: said('debtorAddress'),
    contractNumber: together(
      drafts.map((one) => one.contractNumber),
      '；',
      TEXT_LIMITS.contractNumber,
    ),
    note: together(
      drafts.map((one) => one.note),
      '\n',
      TEXT_LIMITS.note,
    ),
    evidence: [...new Set(drafts.flatMap((one) => one.evidence))],
    ...{ principalFen: sum('principalFen'), penaltyFen: sum('penaltyFen') },
    ...{ paidFen: sum('paidFen'), outstandingFen: sum('outstandingFen') },
    ...{ dueOn, invoicedOn, lastInterruptedOn, lines },
  };
}

/** The different texts of the rows in one, as far as they fit; the first where they do not. */
function together(texts: readonly (string | null)[], separator: string, limit: number): string | null {
  const different = [...new Set(texts.filter((text) => text !== null))];
  const all = different.join(separator);
  return (all.length <= limit ? all : different[0]) || null;
}

/** What a row says of the debtor and the case says otherwise: an earlier row was followed. */
function leftOutOf(row: OpenRow, draft: CaseDraft, made: LinesOfEach): RowReason[] {
  return (['debtorPhone', 'debtorAddress', 'regionCode', 'contractNumber', 'note'] as const).flatMap((field) => {
    const own = row.draft[field];
    const kept = draft[field];
    if (own === null || own === kept || (isJoined(field) && kept?.includes(own))) return [];
    const taken = [...made.keys()].find((one) => one.draft[field] === kept)!;
    return [reason('VALUE_OF_ROW_TAKEN', field, { row: taken.rowNumber })];
  });
}

const isJoined = (field: string) => field === 'contractNumber' || field === 'note';

/**
 * What the rows say about money together; nothing of what was paid when one of them does not say it, or when some are left out: a paid
 * figure without theirs would look like a payment taken back.
 */
function figuresOf(rows: readonly OpenRow[], someLeftOut: boolean): BookFigures | undefined {
  const figures = rows.flatMap((row) => row.figures ?? []);
  if (figures.length < rows.length) return undefined;
  const totalFen = sumFen(figures.map((one) => one.totalFen));
  const reads = new Set(figures.map((one) => one.read));
  const paid = figures.flatMap((one) => one.paidFen ?? []);
  if (someLeftOut || paid.length < figures.length || reads.size > 1) return { totalFen, read: 'open' };
  return { totalFen, paidFen: sumFen(paid), read: figures[0]!.read };
}

const MOST_NUMBERS = 10;

function numbersOf(rows: readonly ReadRow[]): string {
  const numbers = rows.map(({ rowNumber }) => rowNumber);
  return numbers.length > MOST_NUMBERS ? `${numbers.slice(0, MOST_NUMBERS).join(', ')}, …` : numbers.join(', ');
}
