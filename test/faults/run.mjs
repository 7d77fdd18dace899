/**
 * `npm run faults [-- --kinds=kill-pg,rolling --seeds=5 --seconds=20 --rounds=20]`: a running load, one fault, and what is
 * true afterwards. Nothing acknowledged may be lost, no answer may be a 5xx but a 503 with a code and Retry-After, answers
 * come again within 15 s of the fault's end, and every law holds. Outside `npm test`: it takes half a minute a run.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import { appLogin, migrate } from '../../dist/src/boot/prepare-database.js';
import { breachesIn } from '../../dist/src/commands/laws.js';
import { parsePublicId } from '../../dist/src/kernel/index.js';
import { kinds } from './kinds.mjs';
import { Load } from './load.mjs';
import { openPath } from './path.mjs';
import { App, freePort } from './processes.mjs';
import { organisations } from './world.mjs';

const LOOPS = 20;
const BACK_WITHIN_MS = 15_000;

const { values } = parseArgs({
  options: {
    kinds: { type: 'string', default: Object.keys(kinds).join(',') },
    seeds: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '20' },
  },
});
const chosen = values.kinds.split(',');
for (const kind of chosen) if (!(kind in kinds)) throw new Error(`no kind ${kind}: ${Object.keys(kinds).join(', ')}`);
const seconds = Number(values.seconds);

/** A server, a path to it, and the processes of the product on it. */
async function prepare(apps) {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-faults-'));
  chmodSync(folder, 0o755);
  const heard = new Set();
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    durable: true,
    maxConnections: 120,
    log: (line) => {
      if (line.includes('runs again')) for (const tell of heard) tell();
    },
  });
  await migrate(server.ownerUrl, () => undefined);
  const appUrl = new URL(await appLogin(server.ownerUrl, randomBytes(18).toString('base64url')));
  const path = await openPath(server.port);
  appUrl.port = String(path.port);
  const owner = new pg.Pool({ connectionString: server.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  const dataDir = join(folder, 'data');
  const environment = {
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    RATE_LIMIT: 'off',
    DATABASE_URL: appUrl.toString(),
    DATABASE_OWNER_URL: server.ownerUrl,
    MIGRATE_ON_START: 'false',
    DATA_DIR: dataDir,
    MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
  };
  await owner.query(`INSERT INTO policies (name, version, value) VALUES ('grabs', 1, '{"burst": 100000, "ratePerSecond": 10000}')`).catch(() => undefined);
  const bench = {
    apps: [],
    path,
    owner,
    dataDir,
    home: server.home,
    ownerUrl: server.ownerUrl,
    adminUrl: server.adminUrl,
    rounds: Number(values.rounds),
    creditors: await organisations(owner, 'creditor', 2),
    agencies: await organisations(owner, 'agency', 8),
    backAgain: () => new Promise((resolve) => heard.add(resolve)),
    async stop() {
      await Promise.all(bench.apps.map((app) => app.end('SIGKILL')));
      path.close();
      await owner.end().catch(() => undefined);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (let n = 0; n < apps; n += 1) {
    const app = new App(environment, await freePort());
    await app.start();
    bench.apps.push(app);
  }
  return bench;
}

/** What was acknowledged and is not there. */
async function lost({ owner }, told) {
  const missing = [];
  const look = async (kind, list, entity, sql) => {
    const ids = list.map(({ id }) => parsePublicId(entity, id));
    const { rows } = await owner.query(sql, [ids]);
    const there = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!there.has(id)) missing.push(`${kind} ${id}`);
  };
  const grabs = (condition) => `SELECT id FROM grabs WHERE id = ANY ($1::uuid[]) AND ${condition}`;
  await look('posted', told.posted, 'case', 'SELECT id FROM cases WHERE id = ANY ($1::uuid[])');
  await look('grabbed', told.grabbed, 'grab', grabs('true'));
  await look('accepted', told.accepted, 'grab', grabs('accepted_at IS NOT NULL'));
  await look('returned', told.returned, 'grab', grabs(`state = 'returned'`));
  await look('uploaded', told.uploaded, 'file', 'SELECT id FROM files WHERE id = ANY ($1::uuid[])');
  const twice = await owner.query(`SELECT case_id FROM grabs WHERE state = 'active' GROUP BY 1 HAVING count(*) > 1`);
  for (const { case_id: id } of twice.rows) missing.push(`held twice ${id}`);
  return missing;
}

async function run(kind) {
  const bench = await prepare(kinds[kind].apps ?? 1);
  try {
    const load = new Load(bench.apps, bench.creditors, bench.agencies);
    load.run(LOOPS);
    while (load.successes.length < 60) await pause(50);
    const began = performance.now();
    await kinds[kind](bench);
    const ended = performance.now();
    await pause(Math.max(BACK_WITHIN_MS + 1_000, seconds * 1_000 - (ended - began)));
    await load.stop();
    const first = load.successes.find((at) => at > ended);
    const { asked, open } = await load.resolve(60_000);
    const problems = [...(await lost(bench, load.told))];
    for (const [what, times] of load.odd) problems.push(`${times}x ${what}`);
    for (const breach of await breachesIn(bench.ownerUrl)) problems.push(`law: ${breach.law}`);
    const crashes = bench.apps.reduce((sum, app) => sum + app.crashes, 0);
    if (crashes > 0) problems.push(`${crashes} crashes`);
    if (open > 0) problems.push(`${open} without an answer`);
    const backMs = first === undefined ? undefined : first - ended;
    if (backMs === undefined || backMs > BACK_WITHIN_MS) problems.push('not back in time');
    const written = Object.values(load.told).reduce((sum, list) => sum + list.length, 0);
    return { kind, requests: load.requests, written, asked, later: load.later, backMs, problems };
  } finally {
    await bench.stop();
  }
}

const say = (line) => process.stdout.write(`${line}\n`);
say('| fault | requests / acknowledged | asked again | meanwhile | back after | problems |\n|---|---|---|---|---|---|');
let failed = 0;
for (const kind of chosen) {
  for (let seed = 0; seed < Number(values.seeds); seed += 1) {
    const { requests, written, asked, later, backMs, problems } = await run(kind);
    if (problems.length > 0) failed += 1;
    const meanwhile = [...later].map(([what, times]) => `${times}x ${what}`).join(', ') || '-';
    const back = backMs === undefined ? 'never' : `${(backMs / 1_000).toFixed(1)} s`;
    say(`| ${kind} | ${requests} / ${written} | ${asked} | ${meanwhile} | ${back} | ${problems.slice(0, 6).join('; ') || '-'} |`);
  }
}
process.exit(failed > 0 ? 1 : 0);
