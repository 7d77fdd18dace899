import { type CaseDraft, TEXT_LIMITS } from '../../casework/admission/index.js';
import type { BookFigures } from '../../casework/cases/index.js';
import { tidied } from '../../kernel/index.js';
import type { TableRow } from '../../platform/tables/index.js';
import {
  type CellField,
  type Dialect,
  FAULT_REASONS,
  type HeaderReading,
  mapJsonRow,
  mapRow,
  openImport,
  type RowDefaults,
  type RowReason,
  readDefaults,
  reason,
  SAMPLE_REFERENCE,
  sheetRow,
  TEMPLATE_HEADER,
} from '../rows/index.js';
import type { CaseBatch } from './case-batch.repository.js';
import { jsonChunks } from './original-rows.js';

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

export interface BatchContents {
  /** The rows in order, in chunks of one transaction each. */
  readonly chunks: AsyncGenerator<readonly ReadRow[]>;
  /** How the sender spells a field of the draft: as a header of the sheet or as a JSON path. */
  readonly spell: (draftField: string) => string;
  readonly close: () => Promise<void>;
}

/** Rows of JSON decided together; files come in blocks of this size too. */
const CHUNK = 500;
/** Smaller in mode `upsert`: each row may be a repayment, whose locks make others wait for the transaction. */
const UPSERT_CHUNK = 100;

/**
 * Reads the stored contents of a batch, of any format, from the row after `after`. The same contents give the same rows.
 * Close it when done.
 */
export async function readContents(batch: CaseBatch, bytes: Buffer, after: number): Promise<BatchContents> {
  const defaults = readDefaults(batch.defaults);
  const size = batch.mode === 'upsert' ? UPSERT_CHUNK : CHUNK;
  if (batch.format === 'json') {
    const chunks = jsonChunks(bytes, (row, rowNumber) => readJson(rowNumber, row, defaults), size, after);
    return { chunks, spell: jsonSpelling, close: async () => undefined };
  }
  const { header, reader } = await openImport(bytes, after);
  const read = header
    ? (row: TableRow) => readSheetRow(row, header, defaults)
    : (row: TableRow) => readLine(row, defaults);
  return {
    chunks: mapped(reader.blocks(), read, size),
    spell: header ? (field) => spelledIn(header.dialect, field) : jsonSpelling,
    close: () => reader.close(),
  };
}

async function* mapped(
  blocks: AsyncIterable<readonly TableRow[]>,
  read: (row: TableRow) => ReadRow,
  size: number,
): AsyncGenerator<readonly ReadRow[]> {
  for await (const block of blocks) {
    for (let at = 0; at < block.length; at += size) yield block.slice(at, at + size).map(read);
  }
}

function readSheetRow(found: TableRow, header: HeaderReading, defaults: RowDefaults): ReadRow {
  const { rowNumber, cells, problems } = sheetRow(found, header);
  const externalRef = shownRef(cells.externalRef);
  const mapping = problems
    ? { reasons: problems }
    : withoutSample(mapRow(cells, { defaults, dialect: header.dialect }));
  return { ...mapping, rowNumber, externalRef: mapping.draft?.externalRef ?? externalRef, hidden: found.hidden };
}

/** The template's sample row, left in by mistake, is not a debt. */
function withoutSample(mapping: Pick<ReadRow, 'draft' | 'reasons' | 'figures'>): typeof mapping {
  if (mapping.draft?.externalRef !== SAMPLE_REFERENCE) return mapping;
  return { reasons: [reason('SKIPPED_SAMPLE_ROW', '')] };
}

function readLine({ rowNumber, value, fault }: TableRow, defaults: RowDefaults): ReadRow {
  if (fault) return { rowNumber, externalRef: null, reasons: [reason(FAULT_REASONS[fault], '')] };
  return readJson(rowNumber, value, defaults);
}

function readJson(rowNumber: number, value: unknown, defaults: RowDefaults): ReadRow {
  const mapping = mapJsonRow(value, { defaults });
  const given = (value as { externalRef?: unknown } | null)?.externalRef;
  return { ...mapping, rowNumber, externalRef: mapping.draft?.externalRef ?? shownRef(given) };
}

/** The reference of a row without a draft; null when it cannot be shown. */
function shownRef(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > TEXT_LIMITS.externalRef) return null;
  const text = tidied(value);
  return text !== '' && !/[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(text) ? text : null;
}

const CELL_OF: Readonly<Record<string, CellField>> = {
  principalFen: 'principal',
  penaltyFen: 'penalty',
  paidFen: 'paid',
  outstandingFen: 'outstanding',
  annualRateBps: 'annualRate',
  regionCode: 'region',
  offer: 'commission',
  commission: 'commission',
};

function spelledIn(dialect: Dialect, draftField: string): string {
  const root = draftField.split(/[.[]/)[0]!;
  const cell = CELL_OF[root] ?? (root as CellField);
  return dialect.spelling[cell] ?? TEMPLATE_HEADER[cell] ?? draftField;
}

/** The draft's fields are spelled as in JSON, except the offer. */
function jsonSpelling(draftField: string): string {
  return draftField.replace(/^offer\b/, 'commission').replace(/^commission\.commissionBps$/, 'commission.bps');
}
