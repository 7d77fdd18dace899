import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { breachesIn } from '../../src/commands/laws.js';
import { SyncRunner } from '../../src/exchange/connections/index.js';
import { parsePublicId } from '../../src/kernel/index.js';
import type { Fate } from '../fakes/books.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, type Organisation } from '../support/builders.js';
import { done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { anErp, COMES_TO, connected, ERP_KINDS, type Erp, newestRun, runOver, syncNow } from '../support/erp.js';

const COUNT = 10_000;
/** The question, after the first page, at which the credentials are taken back. */
const REVOKED = { odoo: 13, erpnext: 17, kingdee: 13 } as const;

describe.each(ERP_KINDS)('ten thousand documents of %s', (kind) => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let erp: Erp;
  let id: string;
  let expected: Record<Fate, number>;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_erp_many_${kind}_${process.pid}`, { fresh: true });
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' }, database);
    creditor = await aCreditor(app);
    erp = await anErp(kind, kind.toUpperCase());
    expected = erp.books.fill(COUNT);
  });
  afterAll(async () => {
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
    await erp.server.stop();
    await app.close();
  });

  const traces = () =>
    asOwner(
      database,
      `SELECT (SELECT count(*) FROM cases) AS cases, (SELECT max(xmin::text::bigint) FROM cases) AS version,
         (SELECT count(*) FROM case_events) AS events,
         (SELECT max(xmin::text::bigint) FROM erp_sync_rows) AS rows, (SELECT count(*) FROM erp_sync_rows) AS row_count`,
    );

  it('each get one fate, though keys expire, answers break and eight workers want the run', async () => {
    erp.server.troubleAt(3, { kind: 'busy', status: 429, retryAfter: 1 });
    erp.server.troubleAt(5, { kind: 'error', status: 502 });
    erp.server.troubleAt(9, { kind: 'slow', ms: 300 });
    erp.server.troubleAt(7, { kind: 'truncated' });
    erp.server.troubleAt(10, { kind: 'act', act: erp.expireSessions });
    erp.server.troubleAt(REVOKED[kind], { kind: 'act', act: erp.revoke });
    const started = performance.now();
    id = await connected(app, creditor, erp);
    const runner = app.serving.app.get(SyncRunner);
    const uuid = parsePublicId('erpConnection', id)!;
    await Promise.all(Array.from({ length: 8 }, () => runner.run(uuid)));
    const failed = await runOver(app, creditor, id);
    expect(failed).toMatchObject({ state: 'failed', errorCode: 'ERP_CREDENTIALS_REFUSED' });
    const change = {
      id: ['ID!', id],
      input: ['UpdateErpConnectionInput!', { credentials: erp.newCredentials }],
    } as const;
    await done(app, 'updateErpConnection', change, '', { token: creditor.owner.token });
    while ((await newestRun(app, creditor, id))['id'] === failed['id']) await sleep(20);
    const run = await runOver(app, creditor, id);
    const took = performance.now() - started;
    expect(run).toMatchObject({ state: 'completed', documents: COUNT });
    const before = failed['counts'].admitted;
    expect(before).toBeGreaterThan(0);
    expect(run['counts']).toEqual({
      ...{ admitted: expected.case - before, unchanged: before, skipped: COUNT - expected.case },
    });
    const tally = await asOwner<{ came: string; n: number }>(
      database,
      `SELECT CASE WHEN outcome = 'skipped' THEN reasons->0->>'code' ELSE outcome END AS came, count(*)::int AS n
         FROM erp_sync_rows GROUP BY 1`,
    );
    expect(Object.fromEntries(tally.map(({ came, n }) => [came, n]))).toEqual(
      Object.fromEntries(Object.entries(expected).map(([fate, n]) => [COMES_TO[fate as Fate], n])),
    );
    process.stdout.write(`${kind}: ${COUNT} documents read in ${Math.round(took)} ms\n`);
  });

  it('change nothing when they are read a second time', async () => {
    const before = await traces();
    const started = performance.now();
    const run = await runOver(app, creditor, id, await syncNow(app, creditor, id, true));
    process.stdout.write(`${kind}: ${COUNT} documents read again in ${Math.round(performance.now() - started)} ms\n`);
    expect(run).toMatchObject({ state: 'completed', documents: COUNT });
    expect(run['counts']).toEqual({ unchanged: expected.case, skipped: COUNT - expected.case });
    expect(await traces()).toEqual(before);
    expect(await newestRun(app, creditor, id)).toMatchObject({ id: run['id'] });
  });
});
