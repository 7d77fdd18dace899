import { setTimeout as sleep } from 'node:timers/promises';
import { breachesIn } from '../../src/commands/laws.js';
import { Contender } from '../lib/contender.js';
import { aim, aimBelow, fixed, median } from '../lib/figures.js';
import type { Ground } from '../lib/ground.js';
import { clearCases } from '../lib/listings.js';
import { tokensFor, verified } from '../lib/people.js';
import { postgresMicros } from '../lib/postgres-cpu.js';
import { table } from '../lib/table.js';
import { soundExports } from './export.js';
import { instalmentsExport } from './grouped.js';
import { plainSql } from './plain-sql.js';
import { throughRest } from './through-rest.js';

const FULL = { rows: 100_000, files: 3, rounds: 3 };
const QUICK = { rows: 3_000, files: 3, rounds: 1 };
/** One file of the largest size, with every row a case and with several rows in one. */
const GROUPED = { full: { rows: 50_000, cases: 12_000 }, quick: { rows: 2_500, cases: 600 } };
const MOST_MORE = 1.2;
const AIM = 0.5;
const MOST_MEMORY_MB = 450;

/** What one stretch of work took, from the beginning of its round. */
interface Stretch {
  readonly perSecond: number;
  readonly serverMicros: number;
  readonly postgresMicros: number;
}

interface Round {
  readonly peer: Stretch;
  /** Until every batch is completed. */
  readonly completed: Stretch;
  /** Until every event of theirs has reached its consumers as well. */
  readonly relayed: Stretch;
}

interface Size {
  readonly rows: number;
  readonly files: number;
  readonly rounds: number;
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
  const rounds: Round[] = [];
  let listed = 0;
  try {
    for (let n = 1; n <= size.rounds; n += 1) {
      await stopIdle(ground, product);
      await fresh(ground);
      const alone = await stopwatch(ground, undefined, size.rows);
      await plainSql(ground.appUrl, creditor!.organisationId, files);
      const peer = await alone();
      await expectCases(ground, size.rows, 'plain SQL');
      await fresh(ground);
      product.resume();
      const [token] = await tokensFor(ground, [creditor!]);
      const sofar = await stopwatch(ground, product, size.rows);
      const done = await throughRest(product.url, token!, files);
      const completed = await sofar();
      await outboxEmpty(ground);
      const relayed = await sofar();
      if (done.cases !== size.rows) throw new Error(`${done.cases} of ${size.rows} rows became cases`);
      listed = done.listed;
      await expectCases(ground, size.rows, 'Recourse');
      rounds.push({ peer, completed, relayed });
      const [ours, all, theirs] = [completed, relayed, peer].map(({ perSecond }) => fixed(perSecond));
      say(
        `intake, round ${n}/${size.rounds}: Recourse ${ours} rows/s (events too: ${all}), plain SQL ${theirs} rows/s`,
      );
    }
    const { peakBytes } = await product.usage();
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    await product.stop();
    const inCases = await groupedRows(ground, creditor!, environment, quick, say);
    return `${report(rounds, size, { peakBytes, listed, bytes, quick })}\n\n${inCases}`;
  } finally {
    await product.stop();
  }
}

interface OneFile {
  readonly name: string;
  readonly seconds: number;
  readonly peakMb: number;
  readonly cases: number;
}

/** The same number of rows as one file, each row a case and several rows in one: the best of three rounds each, a process each. */
async function groupedRows(
  ground: Ground,
  creditor: Awaited<ReturnType<typeof verified>>[number],
  environment: Record<string, string>,
  quick: boolean,
  say: (line: string) => void,
): Promise<string> {
  const { rows, cases } = quick ? GROUPED.quick : GROUPED.full;
  const measured: OneFile[] = [];
  for (const count of [rows, cases]) {
    const file = instalmentsExport(rows, count);
    const name = count === rows ? 'every row a case' : `${fixed(count)} cases`;
    const product = await Contender.start('Recourse', 'product.js', {}, environment);
    try {
      const seconds: number[] = [];
      for (let n = 0; n < (quick ? 1 : 3); n += 1) {
        await fresh(ground);
        const [token] = await tokensFor(ground, [creditor]);
        const began = performance.now();
        const done = await throughRest(product.url, token!, [file]);
        seconds.push((performance.now() - began) / 1000);
        if (done.cases !== rows) throw new Error(`${done.cases} of ${rows} rows are in cases`);
        await outboxEmpty(ground);
        const [found] = await ground.owner<{ cases: number; outcomes: number }>(
          `SELECT (SELECT count(*)::int FROM cases) AS cases, (SELECT count(*)::int FROM case_batch_rows) AS outcomes`,
        );
        if (found!.cases !== count || found!.outcomes !== rows) throw new Error(`${name}: ${JSON.stringify(found)}`);
      }
      const { peakBytes } = await product.usage();
      measured.push({ name, seconds: Math.min(...seconds), peakMb: peakBytes / 2 ** 20, cases: count });
      say(`intake, ${fixed(rows)} rows, ${name}: ${fixed(Math.min(...seconds), 1)} s`);
    } finally {
      await product.stop();
    }
  }
  const [alone, together] = measured as [OneFile, OneFile];
  return [
    `- ${aimBelow(together.seconds / alone.seconds, MOST_MORE)} times the time and ${aimBelow(together.peakMb / alone.peakMb, MOST_MORE)} times the memory when ${fixed(rows)} rows make ${fixed(cases)} cases.`,
    table(
      ['one gzipped file of the largest size', 'cases', 's', 'peak MB'],
      measured.map(({ name, cases: made, seconds, peakMb }) => [name, fixed(made), fixed(seconds, 1), fixed(peakMb)]),
    ),
  ].join('\n\n');
}

/** Stops the process at a moment when it has no transaction open, which would stand in the others' way. */
async function stopIdle(ground: Ground, product: Contender): Promise<void> {
  for (;;) {
    product.pause();
    await sleep(50);
    const [found] = await ground.owner<{ busy: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
         AND backend_type = 'client backend' AND state <> 'idle') AS busy`,
    );
    if (!found!.busy) return;
    product.resume();
    await sleep(50);
  }
}

async function fresh(ground: Ground): Promise<void> {
  await clearCases(ground);
  await ground.owner('TRUNCATE case_batches, feed_events CASCADE');
  await ground.checkpoint();
}

/** Answers a function that says what was used since this moment. */
async function stopwatch(ground: Ground, server: Contender | undefined, rows: number): Promise<() => Promise<Stretch>> {
  const serverMicros = async () => (server ? (await server.usage()).cpuMicros : Number.NaN);
  const [server0, postgres0] = [await serverMicros(), await postgresMicros(ground)];
  const began = performance.now();
  return async () => {
    const seconds = (performance.now() - began) / 1000;
    return {
      perSecond: rows / seconds,
      serverMicros: ((await serverMicros()) - server0) / rows,
      postgresMicros: ((await postgresMicros(ground)) - postgres0) / rows,
    };
  };
}

async function outboxEmpty(ground: Ground): Promise<void> {
  for (;;) {
    const [found] = await ground.owner<{ waiting: boolean }>(
      `SELECT EXISTS (SELECT FROM outbox_events WHERE state = 'pending')
           OR EXISTS (SELECT FROM outbox_events WHERE state = 'claimed') AS waiting`,
    );
    if (!found!.waiting) return;
    await sleep(50);
  }
}

/** Every row is a case, has its outcome and its events; every event can be delivered; every law holds. */
async function expectCases(ground: Ground, rows: number, name: string): Promise<void> {
  const [found] = await ground.owner<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM cases) AS cases, (SELECT count(*)::int FROM case_events) AS history,
       (SELECT count(*)::int FROM case_batch_rows) AS outcomes,
       (SELECT sum(jsonb_array_length(payload->'cases'))::int FROM outbox_events
         WHERE name = 'cases.posted.v1' AND last_error IS NULL) AS posted`,
  );
  if (Object.values(found!).some((count) => count !== rows)) throw new Error(`${name} wrote ${JSON.stringify(found)}`);
  const [broken] = await breachesIn(ground.ownerUrl);
  if (broken) throw new Error(`${name} broke "${broken.law}": ${JSON.stringify(broken.offender)}`);
}

function report(
  rounds: readonly Round[],
  size: Size,
  found: { peakBytes: number; listed: number; bytes: number; quick: boolean },
): string {
  const share = (of: (round: Round) => Stretch) =>
    median(rounds.map((round) => of(round).perSecond / round.peer.perSecond));
  const head = [
    `- ${aim(
      share(({ completed }) => completed),
      AIM,
    )} of the rate of COPY plus the same inserts in plain SQL until the batches are completed.`,
    `- ${fixed(
      share(({ relayed }) => relayed),
      2,
    )} of it until the outbox is empty as well.`,
    `- Peak memory of the whole process ${aimBelow(found.peakBytes / 2 ** 20, MOST_MEMORY_MB, ' MB')}.`,
  ].join('\n');
  const told = [
    `${fixed(size.rows)} rows in ${size.files} Kingdee exports (GB18030, ${fixed(found.bytes / 2 ** 20, 1)} MB together), posted at once through`,
    `\`POST /v1/case-batches\`; ${fixed(found.listed)} were listed, the others wait for a reviewer. Recourse reads, checks and seals every row and`,
    'relays its events meanwhile (PROCESS=all); during the turn of plain SQL its process is stopped. Plain SQL copies the same bytes into a',
    `temporary table and writes the same six tables with one INSERT … SELECT each, checking and sealing nothing. ${size.rounds} rounds in turns.`,
  ].join(' ');
  const line = (name: string, of: (round: Round) => Stretch) => [
    name,
    fixed(share(of), 2),
    ...(['perSecond', 'serverMicros', 'postgresMicros'] as const).map((key) =>
      fixed(median(rounds.map((round) => of(round)[key]))),
    ),
  ];
  const figures = table(
    ['contender', '× plain SQL', 'rows/s', 'server µs/row', 'PostgreSQL µs/row'],
    [
      line('COPY + INSERT … SELECT', ({ peer }) => peer),
      line('Recourse, batches completed', ({ completed }) => completed),
      line('Recourse, outbox empty', ({ relayed }) => relayed),
    ],
  );
  return [found.quick ? '**Smoke test: too small to mean anything.**' : '', head, told, figures]
    .filter((part) => part !== '')
    .join('\n\n');
}
