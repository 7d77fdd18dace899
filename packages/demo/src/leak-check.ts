import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import { Needles } from './needles.js';
import type { SensitiveValue } from './sensitive.js';

/** A sensitive value found in plain text. The value itself is not repeated. */
export interface Leak {
  readonly kind: string;
  readonly where: string;
}

export interface LeakReport {
  readonly leaks: readonly Leak[];
  readonly values: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

export interface LeakSearch {
  readonly dataDir: string;
  readonly values: readonly SensitiveValue[];
  /** Something the database keeps openly: a search that does not find it there would prove nothing. */
  readonly control: string;
}

/**
 * Looks behind the API for personal numbers and secrets in plain text: in every column of every table, as its owner reads
 * it, and in every file of the data folder (logs, uploads, the cluster's own files). Reads only.
 * Errors: the control value was not found.
 */
export async function searchLeaks({ dataDir, values, control }: LeakSearch): Promise<LeakReport> {
  const needles = new Needles([...values, { kind: CONTROL, value: control }]);
  const leaks = new Map<string, Leak>();
  let controlled = false;
  const look = (hay: Buffer, where: string) =>
    needles.find(hay, ({ kind }) => {
      if (kind !== CONTROL) leaks.set(`${kind} ${where}`, { kind, where });
      else if (where.startsWith('table')) controlled = true;
    });
  const { home, ...counts } = await readDatabase(join(dataDir, 'postgres'), look);
  const roots = home.startsWith(dataDir) ? [dataDir] : [dataDir, home];
  const files = roots.reduce((sum, root) => sum + readFiles(root, look), 0);
  if (!controlled) throw new Error(`The search for leaks does not even find ${control} in the database`);
  return { leaks: [...leaks.values()], values: values.length, ...counts, files };
}

const CONTROL = 'control';
const BYTEA = 17;
type Look = (hay: Buffer, where: string) => void;

/** Values as the wire carries them: text as it is, bytea as its bytes. */
const asText = {
  getTypeParser: (oid: number) => (oid === BYTEA ? pg.types.getTypeParser(BYTEA) : (text: string) => text),
};

async function readDatabase(dataDir: string, look: Look) {
  const server = await startEmbeddedPostgres({ dataDir, durable: true });
  const client = new pg.Client({ connectionString: server.ownerUrl, types: asText as never });
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: tables } = await client.query<{ name: string }>(TABLES);
    let rows = 0;
    for (const { name } of tables) rows += await readTable(client, name, look);
    await client.query('COMMIT');
    return { home: server.home, tables: tables.length, rows };
  } finally {
    await client.end();
    await server.stop();
  }
}

const TABLES = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;
const PAGE = 2_000;

async function readTable(client: pg.Client, table: string, look: Look): Promise<number> {
  await client.query(`DECLARE leak_search NO SCROLL CURSOR FOR SELECT * FROM ${table}`);
  let read = 0;
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `FETCH ${PAGE} FROM leak_search`, rowMode: 'array' });
    for (const row of rows) for (const value of row) if (value !== null) look(bytesOf(value), `table ${table}`);
    read += rows.length;
    if (rows.length < PAGE) break;
  }
  await client.query('CLOSE leak_search');
  return read;
}

/** Text with what its hex runs spell behind it: arrays of bytea arrive as text. */
function bytesOf(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value;
  const text = String(value);
  const hidden = [...text.matchAll(/\\x((?:[0-9a-f]{2}){8,})/g)].map(([, hex]) => Buffer.from(hex!, 'hex'));
  return hidden.length === 0 ? Buffer.from(text) : Buffer.concat([Buffer.from(text), ...hidden]);
}

/** The cluster's files change while they are read; one that is gone meanwhile holds nothing any more. */
function readFiles(root: string, look: Look): number {
  let files = 0;
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    try {
      look(readFileSync(path), `file ${relative(root, path)}`);
      files += 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return files;
}
