import { breachesIn } from '../../src/commands/laws.js';
import { Contender } from '../lib/contender.js';
import { aim, aimBelow, fixed, median } from '../lib/figures.js';
import type { Ground } from '../lib/ground.js';
import { clearCases } from '../lib/listings.js';
import { tokensFor, verified } from '../lib/people.js';
import { table } from '../lib/table.js';
import { soundExports } from './export.js';
import { plainSql } from './plain-sql.js';
import { throughRest } from './through-rest.js';

const FULL = { rows: 100_000, files: 3, rounds: 3 };
const QUICK = { rows: 3_000, files: 3, rounds: 1 };

interface Result {
  readonly perSecond: number;
  readonly cpuPerRow: number;
}

/** Receivables from CSV to listed cases: the whole product against COPY and plain INSERTs of the same rows. */
export async function benchIntake(
  ground: Ground,
  quick: boolean,
  pool: number,
  say: (line: string) => void,
): Promise<string> {
  const size = quick ? QUICK : FULL;
  const files = soundExports(size.rows, size.files);
  const [creditor] = await verified(ground, 'creditor', 1);
  const environment = { ...ground.environment, PROCESS: 'all', DATABASE_POOL: `${pool}` };
  const product = await Contender.start('Recourse', 'product.js', {}, environment);
  const results: { product: Result[]; peer: Result[] } = { product: [], peer: [] };
  let listed = 0;
  try {
    for (let round = 0; round < size.rounds; round += 1) {
      await fresh(ground);
      results.peer.push(await timed(size.rows, () => plainSql(ground.appUrl, creditor!.organisationId, files)));
      await expectCases(ground, size.rows, 'plain SQL');
      await fresh(ground);
      const [token] = await tokensFor(ground, [creditor!]);
      const before = await product.usage();
      const result = await timed(size.rows, async () => {
        const done = await throughRest(product.url, token!, files);
        if (done.cases !== size.rows) throw new Error(`${done.cases} of ${size.rows} rows became cases`);
        listed = done.listed;
      });
      const { cpuMicros } = await product.usage();
      results.product.push({ ...result, cpuPerRow: (cpuMicros - before.cpuMicros) / size.rows });
      await expectCases(ground, size.rows, 'Recourse');
      const speeds = [results.product, results.peer].map((all) => fixed(all.at(-1)!.perSecond));
      say(`intake, round ${round + 1}/${size.rounds}: Recourse ${speeds[0]} rows/s, plain SQL ${speeds[1]} rows/s`);
    }
    const { peakBytes } = await product.usage();
    return report(
      results,
      peakBytes,
      listed,
      { ...size, bytes: files.reduce((sum, file) => sum + file.bytes.length, 0) },
      quick,
    );
  } finally {
    await product.stop();
  }
}

async function fresh(ground: Ground): Promise<void> {
  await clearCases(ground);
  await ground.owner('TRUNCATE case_batches CASCADE');
  await ground.checkpoint();
}

async function timed(rows: number, work: () => Promise<unknown>): Promise<Result> {
  const began = performance.now();
  await work();
  return { perSecond: rows / ((performance.now() - began) / 1000), cpuPerRow: Number.NaN };
}

/** Every row is a case, has its outcome and its two events; every law holds. */
async function expectCases(ground: Ground, rows: number, name: string): Promise<void> {
  const [found] = await ground.owner<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM cases) AS cases, (SELECT count(*)::int FROM case_events) AS history,
       (SELECT count(*)::int FROM case_batch_rows) AS outcomes,
       (SELECT count(*)::int FROM outbox_events WHERE name = 'case.posted.v1') AS posted`,
  );
  if (Object.values(found!).some((count) => count !== rows)) throw new Error(`${name} wrote ${JSON.stringify(found)}`);
  const [broken] = await breachesIn(ground.ownerUrl);
  if (broken) throw new Error(`${name} broke "${broken.law}": ${JSON.stringify(broken.offender)}`);
}

function report(
  results: { product: Result[]; peer: Result[] },
  peakBytes: number,
  listed: number,
  size: { rows: number; files: number; rounds: number; bytes: number },
  quick: boolean,
): string {
  const share = median(results.product.map((result, n) => result.perSecond / results.peer[n]!.perSecond));
  const head = [
    `- ${aim(share, 0.25)} of the rate of COPY plus the same inserts in plain SQL.`,
    `- Peak memory of the whole process ${aimBelow(peakBytes / 2 ** 20, 512, ' MB')}.`,
  ].join('\n');
  const told = [
    `${fixed(size.rows)} rows in ${size.files} Kingdee exports (GB18030, ${fixed(size.bytes / 2 ** 20, 1)} MB together), posted at once through`,
    `\`POST /v1/case-batches\`; the clock stops when the last one is completed; ${fixed(listed)} were listed, the others wait for a reviewer.`,
    'Recourse reads, checks and seals every row and relays its events meanwhile (PROCESS=all). Plain SQL copies the same bytes into a',
    `temporary table and writes the same six tables with one INSERT … SELECT each, checking and sealing nothing. ${size.rounds} rounds in turns.`,
  ].join(' ');
  const rows = (name: string, all: Result[]) => [
    name,
    fixed(median(all.map((result, n) => result.perSecond / results.peer[n]!.perSecond)), 2),
    fixed(median(all.map((result) => result.perSecond))),
    fixed(median(all.map((result) => result.cpuPerRow))),
  ];
  const header = ['contender', '× plain SQL', 'rows/s', 'CPU µs/row'];
  const figures = table(header, [rows('COPY + INSERT … SELECT', results.peer), rows('Recourse REST', results.product)]);
  return [quick ? '**Smoke test: too small to mean anything.**' : '', head, told, figures]
    .filter((part) => part !== '')
    .join('\n\n');
}
