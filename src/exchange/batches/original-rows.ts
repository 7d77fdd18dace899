import { caseInputSchema, openImport } from '../rows/index.js';
import type { CaseBatch } from './case-batch.repository.js';

/** A row as it was sent, for the result file: before any interpretation. */
export interface OriginalRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

export interface Originals {
  readonly headers: readonly string[];
  readonly blocks: AsyncGenerator<readonly OriginalRow[]>;
  readonly close: () => Promise<void>;
}

const FIELDS = Object.keys(caseInputSchema.shape);
/** Column for everything of a JSON row that is not a field of a case. */
const REST = 'other';
const BLOCK = 500;

/** Opens the stored contents of a batch again. A row that could not be parsed has no cells. Close it when done. */
export async function readOriginals(batch: CaseBatch, bytes: Buffer): Promise<Originals> {
  if (batch.format === 'json') {
    const blocks = jsonChunks(bytes, (row, rowNumber) => ({ rowNumber, cells: jsonCells(row) }), BLOCK);
    return { headers: [...FIELDS, REST], blocks, close: async () => undefined };
  }
  const { headers, reader } = await openImport(bytes);
  const sheet = headers.length > 0;
  const cellsOf = (cells: readonly string[], value: unknown) =>
    sheet ? headers.map((_, column) => cells[column] ?? '') : jsonCells(value);
  async function* blocks() {
    for await (const block of reader.blocks()) {
      yield block.map(({ rowNumber, cells, value }) => ({ rowNumber, cells: cellsOf(cells, value) }));
    }
  }
  return { headers: sheet ? headers : [...FIELDS, REST], blocks: blocks(), close: () => reader.close() };
}

/** The rows of a JSON batch after the row `after`, in chunks; numbers are counted from 1. */
export async function* jsonChunks<T>(
  bytes: Buffer,
  read: (row: unknown, rowNumber: number) => T,
  size: number,
  after = 0,
): AsyncGenerator<readonly T[]> {
  const rows = JSON.parse(bytes.toString('utf8')) as unknown[];
  for (let at = after; at < rows.length; at += size) {
    yield rows.slice(at, at + size).map((row, n) => read(row, at + n + 1));
  }
}

function jsonCells(value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [...FIELDS.map(() => ''), JSON.stringify(value)];
  }
  const row = new Map(Object.entries(value));
  const cells = FIELDS.map((field) => textOf(row.get(field)));
  const rest = [...row].filter(([field]) => !FIELDS.includes(field));
  return [...cells, rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : ''];
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
