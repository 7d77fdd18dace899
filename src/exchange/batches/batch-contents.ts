import type { TableRow } from '../../platform/tables/index.js';
import {
  type CellField,
  caseOfOne,
  type Dialect,
  FAULT_REASONS,
  type HeaderReading,
  keyOfJson,
  keyOfSheet,
  mapJsonRow,
  mapRow,
  openImport,
  type ReadCase,
  type ReadRow,
  type RowDefaults,
  readDefaults,
  reason,
  SAMPLE_REFERENCE,
  sheetRow,
  TEMPLATE_HEADER,
  TERM_COLUMNS,
} from '../rows/index.js';
import type { CaseBatch } from './case-batch.repository.js';
import { groupsOf, type RowGroup, type RowSource } from './grouped-rows.js';
import { jsonChunks } from './original-rows.js';

export interface BatchContents {
  /** The rows by the cases they make, in chunks of one transaction each. */
  readonly chunks: AsyncGenerator<readonly ReadCase[]>;
  /** How the sender spells a field of the draft: as a header of the sheet or as a JSON path. */
  readonly spell: (draftField: string) => string;
  readonly close: () => Promise<void>;
}

/** Rows of JSON decided together; files come in blocks of this size too. */
const CHUNK = 500;
/** Smaller in mode `upsert`: each row may be a repayment, whose locks make others wait for the transaction. */
const UPSERT_CHUNK = 100;

/**
 * Reads the stored contents of a batch, of any format, after as many rows as its cursor says. The same contents give the same rows, in
 * the same order. What takes long calls `alive` meanwhile. Close it when done.
 */
export async function readContents(
  batch: CaseBatch,
  bytes: Buffer,
  after: number,
  alive: () => Promise<void> = async () => undefined,
): Promise<BatchContents> {
  const size = batch.mode === 'upsert' ? UPSERT_CHUNK : CHUNK;
  const source = await sourceOf(batch, bytes, batch.inGroups ? 0 : after);
  const { spell, close } = source;
  if (!batch.inGroups) return { chunks: oneByOne(source, size), spell, close };
  try {
    return { chunks: inGroups(await groupsOf(source, batch, alive), size, after), spell, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function sourceOf({ format, grouping, ...batch }: CaseBatch, bytes: Buffer, after: number): Promise<RowSource> {
  const defaults = readDefaults(batch.defaults);
  const json = {
    read: (row: TableRow) => readLine(row, defaults),
    key: ({ value }: TableRow) => keyOfJson(value, grouping, defaults),
    spell: jsonSpelling,
  };
  if (format === 'json') {
    const blocks = jsonChunks(bytes, (value, rowNumber): TableRow => ({ rowNumber, cells: [], value }), CHUNK, after);
    return { ...json, blocks, close: async () => undefined };
  }
  const { header, reader } = await openImport(bytes, after);
  const file = { blocks: reader.blocks(), close: () => reader.close() };
  if (!header) return { ...json, ...file };
  return {
    ...file,
    read: (row) => readSheetRow(row, header, defaults),
    key: (row) => keyOfSheet(sheetRow(row, header).cells, grouping, defaults),
    spell: (field) => spelledIn(header.dialect, field),
  };
}

async function* oneByOne({ blocks, read }: RowSource, size: number): AsyncGenerator<readonly ReadCase[]> {
  for await (const block of blocks) {
    for (let at = 0; at < block.length; at += size) {
      yield block.slice(at, at + size).map((row) => caseOfOne(read(row)));
    }
  }
}

async function* inGroups(groups: Iterable<RowGroup>, size: number, after: number): AsyncGenerator<readonly ReadCase[]> {
  let passed = 0;
  let chunk: ReadCase[] = [];
  let rows = 0;
  for (const group of groups) {
    passed += group.size;
    if (passed <= after) continue;
    chunk.push(group.read());
    rows += group.size;
    if (rows < size) continue;
    yield chunk;
    [chunk, rows] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}

function readSheetRow(found: TableRow, header: HeaderReading, defaults: RowDefaults): ReadRow {
  const { rowNumber, cells, problems } = sheetRow(found, header);
  const { externalRef } = keyOfSheet(cells, 'document', defaults);
  const mapping = problems
    ? { reasons: problems }
    : withoutSample(mapRow(cells, { defaults, dialect: header.dialect }));
  return { ...mapping, rowNumber, externalRef: mapping.draft?.externalRef ?? externalRef, hidden: found.hidden };
}

/** The template's sample row, left in by mistake, is not a debt. */
function withoutSample(mapping: Pick<ReadRow, 'draft' | 'reasons' | 'figures' | 'remarks'>): typeof mapping {
  if (mapping.draft?.externalRef !== SAMPLE_REFERENCE) return mapping;
  return { reasons: [reason('SKIPPED_SAMPLE_ROW', '')] };
}

function readLine({ rowNumber, value, fault }: TableRow, defaults: RowDefaults): ReadRow {
  if (fault) return { rowNumber, externalRef: null, reasons: [reason(FAULT_REASONS[fault], '')] };
  return readJson(rowNumber, value, defaults);
}

function readJson(rowNumber: number, value: unknown, defaults: RowDefaults): ReadRow {
  const mapping = mapJsonRow(value, { defaults });
  const externalRef = mapping.draft?.externalRef ?? keyOfJson(value, 'document', defaults).externalRef;
  return { ...mapping, rowNumber, externalRef };
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
  kind: 'lineKind',
  ...TERM_COLUMNS,
};

function spelledIn(dialect: Dialect, draftField: string): string {
  const root = draftField.replace(/^(?:lines\[\d+\]|claimTerms)\./, '').split(/[.[]/)[0]!;
  const cell = CELL_OF[root] ?? (root as CellField);
  return dialect.spelling[cell] ?? TEMPLATE_HEADER[cell] ?? draftField;
}

/** The draft's fields are spelled as in JSON, except the offer. */
function jsonSpelling(draftField: string): string {
  return draftField.replace(/^offer\b/, 'commission').replace(/^commission\.commissionBps$/, 'commission.bps');
}
