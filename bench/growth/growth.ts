import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { WorkerModule } from '../../src/boot/worker.module.js';
import { loadConfig } from '../../src/platform/config/index.js';
import { typeParsers } from '../../src/platform/database/index.js';
import { Retention } from '../../src/platform/retention/index.js';
import { fixed } from '../lib/figures.js';
import type { Ground } from '../lib/ground.js';
import { table } from '../lib/table.js';
import { type FillSize, fillDatabase } from './fill.js';
import { type Did, explained } from './plans.js';

const FULL: FillSize = { cases: 1_000_000, events: 2_000_000, repayments: 100_000, endpoints: 5_000 };
const QUICK: FillSize = { cases: 20_000, events: 20_000, repayments: 5_000, endpoints: 200 };
/** The aims: no statement takes longer, and no table is cleared more slowly. */
const MOST_MS = 20;
const LEAST_ROWS_A_SECOND = 500;
/** Each statement runs so often; the quickest counts, which had its pages in memory. */
const RUNS = 3;

/** What each statement costs once the tables are large, by its plan, and how fast what is too old goes. */
export async function benchGrowth(
  ground: Ground,
  quick: boolean,
  _pool: number,
  say: (line: string) => void,
): Promise<string> {
  const size = quick ? QUICK : FULL;
  // One that does nothing by itself.
  const config = loadConfig({ ...ground.environment, PROCESS: 'api' });
  // Loads every entity: what ages and what is kept is declared by them.
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: ['error'] });
  try {
    await filled(ground, size, say);
    const lines = await measured(ground, say);
    const removed = await removals(ground, app.get(Retention), say);
    return report(size, quick, lines, removed);
  } finally {
    await app.close();
  }
}

async function filled(ground: Ground, size: FillSize, say: (line: string) => void): Promise<void> {
  const admin = new pg.Client({ connectionString: ground.adminUrl });
  await admin.connect();
  await fillDatabase(admin, size, say).finally(() => admin.end());
  await ground.checkpoint();
}

interface Line {
  readonly name: string;
  readonly ms: number;
  readonly did: readonly Did[];
}

async function measured(ground: Ground, say: (line: string) => void): Promise<Line[]> {
  const { statements } = await import('./statements.js');
  const client = new pg.Client({
    connectionString: ground.appUrl,
    types: typeParsers as never,
    options: '-c timezone=UTC',
  });
  await client.connect();
  try {
    const lines: Line[] = [];
    for (const { name, act } of statements) {
      let best: Line | undefined;
      for (let run = 0; run < RUNS; run += 1) {
        const did = await explained(client, act);
        const ms = did.reduce((sum, one) => sum + one.ms, 0);
        if (!best || ms < best.ms) best = { name, ms, did };
      }
      lines.push(best!);
      say(`growth: ${name} ${fixed(best!.ms, 1)} ms`);
    }
    return lines;
  } finally {
    await client.end();
  }
}

interface Removal {
  readonly table: string;
  readonly rows: number;
  readonly seconds: number;
}

async function removals(ground: Ground, retention: Retention, say: (line: string) => void): Promise<Removal[]> {
  const done: Removal[] = [];
  for (const tables of retention.rulesNamed) {
    const counted = async () => {
      const counts = tables.split(', ').map((one) => `(SELECT count(*) FROM ${one})`);
      const [row] = await ground.owner<{ n: string }>(`SELECT ${counts.join(' + ')} AS n`);
      return Number(row!.n);
    };
    const before = await counted();
    const begun = performance.now();
    await retention.remove(30_000, undefined, tables);
    const seconds = (performance.now() - begun) / 1_000;
    const rows = before - (await counted());
    done.push({ table: tables, rows, seconds });
    say(`growth: removed ${fixed(rows)} of ${tables} in ${fixed(seconds, 1)} s`);
  }
  return done;
}

function report(size: FillSize, quick: boolean, lines: readonly Line[], removed: readonly Removal[]): string {
  const slow = lines.filter(({ ms }) => ms > MOST_MS);
  const cleared = removed.filter(({ rows }) => rows > 0);
  const behind = cleared.filter(({ rows, seconds }) => rows / seconds < LEAST_ROWS_A_SECOND);
  const named = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join('; '));
  const rows = lines.map(({ name, ms, did }) => [
    name,
    fixed(ms, 1),
    fixed(did.reduce((sum, one) => sum + one.buffers, 0)),
    fixed(did.reduce((sum, one) => sum + Object.values(one.read).reduce((all, n) => all + n, 0), 0)),
    summaryOf(did),
  ]);
  return [
    quick ? '**Smoke test: too small to mean anything.**' : '',
    [
      `- Statements over ${MOST_MS} ms: ${named(slow.map(({ name }) => name))}.`,
      `- Tables cleared at less than ${LEAST_ROWS_A_SECOND} rows a second: ${named(behind.map((one) => one.table))}.`,
    ].join('\n'),
    `${fixed(size.cases)} cases, ${fixed(size.events)} events, ${fixed(size.repayments)} repayments of one provider; each act as its repository sends it,` +
      ' in a transaction that is rolled back, the quickest of three runs of EXPLAIN ANALYZE. Retention works as in a worker, one table at a time.',
    table(['act', 'ms', 'buffers', 'rows read', 'plan'], rows),
    table(
      ['removed from', 'rows', 'seconds', 'rows/s'],
      cleared.map(({ table: name, rows, seconds }) => [name, fixed(rows), fixed(seconds, 1), fixed(rows / seconds)]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The indexes of its plans, and what it read from end to end. */
function summaryOf(did: readonly Did[]): string {
  const indexes = [...new Set(did.flatMap((one) => one.indexes))];
  const scanned = [...new Set(did.flatMap((one) => one.scanned))].map((name) => `all of ${name}`);
  return [...indexes, ...scanned].slice(0, 4).join(', ') || '–';
}
