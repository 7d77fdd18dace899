import { headerKey, type TableHead, TooManyColumns } from '../../platform/tables/index.js';
import { foreignCurrencyIn } from './cell-values.js';
import { ColumnsMissing, ColumnsRepeated, ColumnsUnclear, UnitUnsupported } from './columns.refusals.js';
import { ALIASES, CASE_NUMBER, type CellField, type DialectName, REQUIRED, TEMPLATE_HEADER } from './header-aliases.js';
import { columnName, shownUnknown } from './shown-words.policy.js';

export const MAX_COLUMNS = 100;

/** The system a file comes from, and its header of each field: row reasons name the header as it is in the sheet. */
export interface Dialect {
  readonly name: DialectName;
  readonly spelling: Readonly<Partial<Record<CellField, string>>>;
  /** A comma in an amount may be that of decimals. */
  readonly decimalComma?: boolean;
  /** Bare numbers of days are counted from 1904. */
  readonly since1904?: boolean;
}

export interface HeaderReading {
  readonly dialect: Dialect;
  /** The field of each column of the file; `undefined` for columns that are not read. */
  readonly columns: readonly (CellField | undefined)[];
  /** Unknown headers, for a warning: their cells are ignored. */
  readonly unknown: readonly string[];
}

const isCaseNumber = (cell: string) => headerKey(cell) === CASE_NUMBER;
const KNOWN = new Map(ALIASES.map(([alias, field, dialect]) => [headerKey(alias), { field, dialect }] as const));

/** The known headers, in the form in which they are compared with those of a file. */
export const HEADER_KEYS: readonly string[] = [...KNOWN.keys()];

/** The columns of money. */
export const AMOUNTS: ReadonlySet<CellField | undefined> = new Set(['principal', 'penalty', 'paid', 'outstanding']);

/** What a header stands in. */
type Place = Partial<Pick<TableHead, 'groups' | 'titles' | 'sheet' | 'semicolons' | 'since1904'>>;

/**
 * Reads the header line. Throws TooManyColumns, ColumnsRepeated (two columns for one field), UnitUnsupported, ColumnsUnclear or
 * ColumnsMissing, which names the missing headers of the template.
 */
export function readHeaders(cells: readonly string[], place: Place = {}): HeaderReading {
  if (cells.length > MAX_COLUMNS) throw new TooManyColumns({ details: { columns: cells.length, limit: MAX_COLUMNS } });
  const spelling: Partial<Record<CellField, string>> = {};
  const votes: Record<DialectName, number> = { template: 0, kingdee: 0, yonyou: 0 };
  const unknown: string[] = [];
  const repeated: string[] = [];
  const ours = cells.some((cell) => !isCaseNumber(cell) && KNOWN.get(headerKey(cell))?.field === 'externalRef');
  const columns = cells.map((cell, index) => {
    const shown = shownHeader(cell);
    const known = ours && isCaseNumber(cell) ? undefined : KNOWN.get(headerKey(cell));
    if (!known) {
      if (shown) unknown.push(shownUnknown(shown, index));
      return undefined;
    }
    if (known.dialect) votes[known.dialect] += 1;
    const first = spelling[known.field];
    if (first !== undefined) repeated.push(`${first} / ${shown}`);
    else spelling[known.field] = shown;
    return known.field;
  });
  if (repeated.length > 0) throw new ColumnsRepeated({ details: { columns: repeated.join('; ') } });
  refuseOtherUnit(place.titles ?? [], cells);
  refuseUnclear(cells, columns, place.groups);
  refuseMissing(spelling, place.sheet ?? null);
  const { semicolons: decimalComma = false, since1904 = false } = place;
  return { dialect: { name: dialectOf(votes), spelling, decimalComma, since1904 }, columns, unknown };
}

/** `单位：万元`, `金额单位: 人民币（千元）`, `币种: USD`, `Unit: CNY thousand`; not `编制单位：…`, which names who wrote the list. */
const SAYS_UNIT =
  /(?:(?<!\p{Script=Han})单位|(?:金额|货币|计量|记账|表)单位|币[种别]|\bunit|\bcurrency|\bamounts? in)\s{0,4}[:(]?\s{0,4}(.{1,30})/iu;
const LARGER =
  /[十百千万亿]{1,4}元|^[十百千万亿]{1,4}(?![\p{L}\p{N}])|\b(?:thousand|million)s?\b|\b[km](?:cny|rmb)\b/iu;
/** `应收账款明细表（万元）`. */
const IN_BRACKETS = /[([【]\s{0,4}(?:人民币|rmb|cny)?\s{0,4}([十百千万亿]{1,4}元)\s{0,4}[)\]】]/iu;

/** A text above the header or in it may say that all amounts are in another unit than yuan: then each would be a debt of the wrong size. */
function refuseOtherUnit(titles: readonly string[], headers: readonly string[]): void {
  const units = [...titles, ...headers].map((text, at) => {
    const title = text.normalize('NFKC');
    const said = SAYS_UNIT.exec(title)?.[1] ?? '';
    // In brackets of a header it is the unit of that column alone.
    const ofAll = at < titles.length ? IN_BRACKETS.exec(title)?.[1] : undefined;
    return ofAll ?? LARGER.exec(said)?.[0] ?? foreignCurrencyIn(said);
  });
  const unit = units.find((one) => one !== undefined);
  if (unit) throw new UnitUnsupported({ details: { unit } });
}

/** Under a head over several columns of amounts each needs a known header of its own. */
function refuseUnclear(
  cells: readonly string[],
  columns: readonly (CellField | undefined)[],
  groups: Place['groups'] = [],
): void {
  const ofAmounts = new Set(groups.filter((head, at) => head !== null && (AMOUNTS.has(columns[at]) || isAmount(head))));
  const unclear = [...groups.keys()].filter((at) => {
    const head = groups[at] ?? null;
    if (head === null || !ofAmounts.has(head) || !cells[at]) return false;
    return !columns[at] || headerKey(cells[at]!) === headerKey(head);
  });
  if (unclear.length > 0) throw new ColumnsUnclear({ details: { columns: unclear.map(columnName).join(', ') } });
}

function isAmount(head: string): boolean {
  return AMOUNTS.has(KNOWN.get(headerKey(head))?.field);
}

/**
 * Names the columns without a header that hold something. Throws ColumnsUnclear when such a column follows one of amounts: the head of
 * cells that were merged stands in their first column only.
 */
export function namesOfUnnamed(
  headers: readonly string[],
  { columns }: HeaderReading,
  unnamed: readonly number[],
): string[] {
  for (const at of unnamed) {
    const head = headers.slice(0, at).findLastIndex((header) => header.trim() !== '');
    if (AMOUNTS.has(columns[head])) throw new ColumnsUnclear({ details: { columns: columnName(at) } });
  }
  return unnamed.map(columnName);
}

function refuseMissing(spelling: Partial<Record<CellField, string>>, sheet: string | null): void {
  const missing = REQUIRED.filter((group) => !group.some((field) => spelling[field] !== undefined));
  if (missing.length === 0) return;
  const columns = missing.map((group) => group.map((field) => TEMPLATE_HEADER[field]).join(' | ')).join(', ');
  throw new ColumnsMissing({ details: { columns, where: sheet === null ? '' : ` (${sheet})` } });
}

function dialectOf(votes: Record<DialectName, number>): DialectName {
  if (votes.kingdee > 0 && votes.kingdee >= votes.yonyou) return 'kingdee';
  return votes.yonyou > 0 ? 'yonyou' : 'template';
}

function shownHeader(cell: string): string {
  return cell
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
    .slice(0, 60);
}
