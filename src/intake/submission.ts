import { setImmediate } from 'node:timers/promises';
import { InvalidInput } from '../kernel/index.js';
import { DEEPEST, nestedBeyond } from '../platform/http/index.js';
import { readCsv } from './csv-rows.js';
import { decoded, detectEncoding, type Encoding } from './encoding.js';
import { FileEmpty, TooManyRows } from './intake.refusals.js';
import { checkDefaults, type StoredDefaults } from './row-defaults.js';

/** Rows one batch may have. */
export const MAX_JSON_ROWS = 1_000;
export const MAX_CSV_ROWS = 50_000;

/** A batch that can be read from its first row to its last: nothing is kept of one that cannot. */
export interface Submission {
  readonly format: 'csv' | 'json';
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly filename: string;
  readonly encoding: Encoding;
  readonly totalRows: number;
  readonly unknownColumns: readonly string[];
  readonly defaults: StoredDefaults;
}

/** Checks a JSON batch, `{ rows: […], defaults? }`. What is wrong with a single row is found when it is processed. */
export function jsonSubmission(body: unknown): Submission {
  if (nestedBeyond(body, DEEPEST)) throw new InvalidInput({ path: 'rows', details: { reason: 'nested too deeply' } });
  const { rows, defaults, ...rest } = objectOf(body);
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw new InvalidInput({ path: unknown, details: { reason: 'there is no such field' } });
  if (!Array.isArray(rows)) throw new InvalidInput({ path: 'rows', details: { reason: 'must be a list of cases' } });
  if (rows.length === 0) throw new FileEmpty({ path: 'rows' });
  if (rows.length > MAX_JSON_ROWS) throw new TooManyRows({ path: 'rows', details: { limit: MAX_JSON_ROWS } });
  return {
    format: 'json',
    bytes: Buffer.from(JSON.stringify(rows)),
    mediaType: 'application/json',
    filename: 'rows.json',
    encoding: 'utf-8',
    totalRows: rows.length,
    unknownColumns: [],
    defaults: checkDefaults(defaults),
  };
}

/**
 * Surveys a CSV upload from end to end: encoding, header, number of rows. Throws what makes the whole file unreadable, so
 * that a batch once taken never fails for its form. Gives way to other requests between pieces.
 */
export async function csvSubmission(bytes: Buffer, filename: string, defaults: StoredDefaults): Promise<Submission> {
  const encoding = await detectEncoding(politely(bytes));
  const { header, rows } = await readCsv(decoded(politely(bytes), encoding), { maxRows: MAX_CSV_ROWS });
  let totalRows = 0;
  for await (const _ of rows) totalRows += 1;
  if (totalRows === 0) throw new FileEmpty();
  const unknownColumns = header.unknown;
  return { format: 'csv', bytes, mediaType: 'text/csv', filename, encoding, totalRows, unknownColumns, defaults };
}

const PIECE = 64 * 1024;

/** The bytes in pieces, with the event loop free between them: ten megabytes at once would hold up every other request. */
export async function* politely(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    await setImmediate();
    yield bytes.subarray(at, at + PIECE);
  }
}

function objectOf(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new InvalidInput({ path: 'rows', details: { reason: 'send an object with a list of rows' } });
}
