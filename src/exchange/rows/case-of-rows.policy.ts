import { type CaseDraft, DEBT_CATEGORY, linesOf, TEXT_LIMITS } from '../../casework/admission/index.js';
import type { BookFigures } from '../../casework/cases/index.js';
import { type DebtLine, totalsOf } from '../../casework/debt/index.js';
import { sumFen, tidied } from '../../kernel/index.js';
import { unguarded } from './cell-values.js';
import { readIdNumber } from './debtor-facts.js';
import type { Cells } from './header-aliases.js';
import { type RowReason, reason } from './reasons.js';
import type { RowDefaults } from './row-mapper.js';

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
  /** What the outcome of the row says besides: nothing of it is a reason against the debt. */
  readonly remarks?: readonly RowReason[] | undefined;
  /** Hidden in its sheet: it is read like the others, and its outcome says so. */
  readonly hidden?: true | undefined;
}

/** A row that may be part of a case. */
export type OpenRow = ReadRow & { readonly draft: CaseDraft };

/** What decides the money and the rules of a whole case, so that its rows may not say different things of it. */
export const AGREED = [
  ...(['category', 'debtorKind', 'legalOrigin', 'serviceLine', 'offer', 'annualRateBps'] as const),
  ...(['debtorIdKind', 'matter', 'claimTerms'] as const),
] as const;

export type LinesOfEach = ReadonlyMap<OpenRow, readonly DebtLine[]>;

/**
 * The lines of each row. Several rows of one document that name no period are its instalments, also when some are settled or fall due
 * later; those of a property fee are its periods. Rows of several documents are told apart by their references.
 */
export function linesOfEach(rows: readonly OpenRow[], leftOut: readonly ReadRow[], grouping: Grouping): LinesOfEach {
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

/** The draft of a case: what its rows agree on, the figures they state together, and the days that their lines make. */
export function draftOf(drafts: readonly CaseDraft[], lines: readonly DebtLine[]): CaseDraft {
  const [first] = drafts;
  const said = <F extends keyof CaseDraft>(field: F) =>
    drafts.find((one) => one[field] !== null)?.[field] ?? first![field];
  const agreed = Object.fromEntries(AGREED.map((field) => [field, said(field)]));
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
export function leftOutOf(row: OpenRow, draft: CaseDraft, made: LinesOfEach): RowReason[] {
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
export function figuresOf(rows: readonly OpenRow[], someLeftOut: boolean): BookFigures | undefined {
  const figures = rows.flatMap((row) => row.figures ?? []);
  if (figures.length < rows.length) return undefined;
  const totalFen = sumFen(figures.map((one) => one.totalFen));
  const reads = new Set(figures.map((one) => one.read));
  const paid = figures.flatMap((one) => one.paidFen ?? []);
  if (someLeftOut || paid.length < figures.length || reads.size > 1) return { totalFen, read: 'open' };
  return { totalFen, paidFen: sumFen(paid), read: figures[0]!.read };
}

const MOST_NUMBERS = 10;

export function numbersOf(rows: readonly ReadRow[]): string {
  const numbers = rows.map(({ rowNumber }) => rowNumber);
  return numbers.length > MOST_NUMBERS ? `${numbers.slice(0, MOST_NUMBERS).join(', ')}, …` : numbers.join(', ');
}

/** By what a row is grouped, read without the rest of the row. */
export interface GroupKey {
  /** The row's own reference; null when it cannot be shown. */
  readonly externalRef: string | null;
  /** What the rows of one case have in common; null for a row that stands alone. */
  readonly key: string | null;
  readonly debtorName: string | null;
  /** Amounts without a reference, as under cells that were merged: of a row of the same debtor it goes on with the one above. */
  readonly continues: boolean;
}

export function keyOfSheet(cells: Cells, grouping: Grouping, defaults: RowDefaults): GroupKey {
  const text = (cell: string | undefined) => (cell === undefined ? null : tidied(unguarded(cell)));
  const category = text(cells.category);
  const amount = cells.principal ?? cells.outstanding;
  return keyOf(grouping, {
    debtorName: text(cells.debtorName),
    continues: cells.externalRef === undefined && amount !== undefined && cells.dueOn !== undefined,
    externalRef: shownRef(text(cells.externalRef)),
    idNumber: text(cells.debtorIdNumber),
    category: category ? DEBT_CATEGORY.read(category) : defaults.category,
  });
}

export function keyOfJson(value: unknown, grouping: Grouping, defaults: RowDefaults): GroupKey {
  const row = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const text = (field: unknown) => (typeof field === 'string' && field.length <= MOST_CHARS ? tidied(field) : null);
  return keyOf(grouping, {
    debtorName: text(row['debtorName']),
    continues: false,
    externalRef: shownRef(text(row['externalRef'])),
    idNumber: text(row['debtorIdNumber']),
    category: text(row['category']) ?? defaults.category,
  });
}

const MOST_CHARS = 4_000;

interface Facts extends Omit<GroupKey, 'key'> {
  readonly idNumber: string | null;
  readonly category: string | undefined;
}

/** Two debtors may share a name, so only a number tells that rows are of one; a row without it stands alone. */
function keyOf(grouping: Grouping, { idNumber, category = 'commercial_receivable', ...row }: Facts): GroupKey {
  if (grouping === 'document') return { ...row, key: row.externalRef };
  const number = idNumber && idNumber.length <= TEXT_LIMITS.debtorIdNumber ? readIdNumber(idNumber) : '';
  return { ...row, key: number === '' ? null : JSON.stringify([number, category]) };
}

/** A reference as it may be shown; null when it cannot. */
function shownRef(text: string | null): string | null {
  if (!text || text.length > TEXT_LIMITS.externalRef) return null;
  return /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(text) ? null : text;
}
