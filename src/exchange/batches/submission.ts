import { invalid } from '../../kernel/index.js';
import { DEEPEST, nestedBeyond } from '../../platform/faces/index.js';
import {
  type Encoding,
  FileEmpty,
  FileTooComplex,
  isGzip,
  type TableFormat,
  TooManyRows,
} from '../../platform/tables/index.js';
import {
  checkDefaults,
  type Grouping,
  keyOfJson,
  namesOfUnnamed,
  openImport,
  type StoredDefaults,
} from '../rows/index.js';
import type { BatchMode } from './case-batch.lifecycle.js';
import { invalidBatch } from './case-batch.refusals.js';

/** Rows one JSON batch may have. */
export const MAX_JSON_ROWS = 1_000;

/** What the caller wants done with the rows. */
export interface BatchOptions {
  readonly mode: BatchMode;
  readonly grouping: Grouping;
  readonly dryRun: boolean;
}

/** A batch that can be read from its first row to its last; others are refused before anything is stored. */
export interface Submission extends BatchOptions {
  readonly format: 'json' | TableFormat;
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly filename: string;
  readonly encoding: Encoding;
  readonly totalRows: number;
  /** Several rows may make one case. */
  readonly inGroups: boolean;
  readonly unknownColumns: readonly string[];
  readonly unreadSheets: readonly string[];
  readonly defaults: StoredDefaults;
}

const CREATE: BatchOptions = { mode: 'create', grouping: 'document', dryRun: false };

/** Checks a JSON batch, `{ rows: […], defaults? }`. Faults of a single row are found when the row is processed. */
export function jsonSubmission(body: unknown, options: BatchOptions = CREATE): Submission {
  if (nestedBeyond(body, DEEPEST)) throw invalidBatch('NESTED_TOO_DEEPLY', { path: 'rows' });
  const { rows, defaults, ...rest } = objectOf(body);
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw invalid('UNKNOWN_FIELD', { path: unknown });
  if (!Array.isArray(rows)) throw invalidBatch('NOT_A_LIST_OF_CASES', { path: 'rows' });
  if (rows.length === 0) throw new FileEmpty({ path: 'rows' });
  if (rows.length > MAX_JSON_ROWS) throw new TooManyRows({ path: 'rows', details: { limit: MAX_JSON_ROWS } });
  return {
    ...options,
    format: 'json',
    bytes: Buffer.from(JSON.stringify(rows)),
    mediaType: 'application/json',
    filename: 'rows.json',
    encoding: 'utf-8',
    totalRows: rows.length,
    inGroups: options.grouping === 'debtor' || repeatsIn(rows),
    unknownColumns: [],
    unreadSheets: [],
    defaults: checkDefaults(defaults),
  };
}

function repeatsIn(rows: readonly unknown[]): boolean {
  const keys = rows.flatMap((row) => keyOfJson(row, 'document', {}).key ?? []);
  return new Set(keys).size < keys.length;
}

/** Rows that are grouped are kept until their case is decided: so many characters of them, as many as the largest file has bytes. */
const MOST_GROUPED_CHARS = 16 * 1024 * 1024;

const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
};

/**
 * Reads an upload from end to end, off the main thread, for its format, encoding, header and number of rows. Throws a refusal
 * when the whole file is unreadable, so that an accepted batch never fails for its form.
 */
export async function fileSubmission(
  bytes: Buffer,
  filename: string,
  defaults: StoredDefaults,
  options: BatchOptions = CREATE,
): Promise<Submission> {
  const { format, encoding, header, headers, unreadSheets, reader } = await openImport(bytes);
  try {
    const place = header ? header.columns.indexOf('externalRef') : 'externalRef';
    const { count: totalRows, unnamed, repeats, chars } = await reader.survey(place);
    if (totalRows === 0) throw new FileEmpty();
    const inGroups = options.grouping === 'debtor' || repeats;
    if (inGroups && chars > MOST_GROUPED_CHARS) throw new FileTooComplex();
    const unknownColumns = header ? [...header.unknown, ...namesOfUnnamed(headers, header, unnamed)] : [];
    const mediaType = isGzip(bytes) ? 'application/gzip' : MEDIA_TYPES[format];
    const form = { format, encoding, totalRows, inGroups, unknownColumns, unreadSheets };
    return { ...options, ...form, bytes, mediaType, filename, defaults };
  } finally {
    await reader.close();
  }
}

function objectOf(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw invalidBatch('ROWS_EXPECTED', { path: 'rows' });
}
