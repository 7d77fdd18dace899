import { setTimeout as sleep } from 'node:timers/promises';
import { Sweeps } from '../../src/platform/jobs/index.js';
import { ErpServer, type Question, type Reply } from '../fakes/erp-server.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, type Organisation } from '../support/builders.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { anErp, connected, type Erp, newestRun, runOver } from '../support/erp.js';

const GREEDY = 6;

/** Gives a full page of drafts of whatever it is asked for, without end. */
class EndlessOdoo extends ErpServer {
  protected answer({ body }: Question): Reply {
    const { domain, limit } = body as { domain: [string, string, unknown][]; limit: number };
    const after = (domain.find(([field, operator]) => field === 'id' && operator === '>')?.[2] as number) ?? 0;
    const json = Array.from({ length: limit }, (_, n) => ({ id: after + n + 1, name: '/', state: 'draft' }));
    return { status: 200, json: (body as { fields: string[] }).fields.includes('phone') ? [] : json };
  }
}

describe('connections of a creditor whose ERP never ends', () => {
  let app: TestApp;
  let database: TestDatabase;
  let greedy: Organisation;
  let modest: Organisation;
  let endless: EndlessOdoo;
  let erp: Erp;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_erp_fair_${process.pid}`, { fresh: true });
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' }, database);
    [greedy, modest] = await Promise.all([aCreditor(app), aCreditor(app)]);
    endless = await new EndlessOdoo().start();
    erp = await anErp('odoo', 'ODOO');
    erp.books.fill(40);
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([endless.stop(), erp.server.stop()]);
  });

  const leased = async () => {
    const rows = await asOwner<{ n: number }>(
      database,
      `SELECT count(*)::int AS n FROM erp_connections WHERE lease_until > now() GROUP BY creditor_id`,
    );
    return Math.max(0, ...rows.map(({ n }) => n));
  };

  it('are read one at a time and in turns, and another creditor is read meanwhile', async () => {
    const mine = { ...erp, url: endless.url };
    const ids = await Promise.all(Array.from({ length: GREEDY }, (_, n) => connected(app, greedy, mine, `G${n}:`)));
    const id = await connected(app, modest, erp);
    expect(await runOver(app, modest, id)).toMatchObject({ state: 'completed', documents: 40 });
    const begun = async () => {
      const runs = await Promise.all(ids.map((one) => newestRun(app, greedy, one)));
      return runs.filter((run) => run?.['documents'] > 0).length;
    };
    // No budget, and the first one would be read for ever.
    while ((await begun()) < 2) {
      expect(await leased()).toBeLessThanOrEqual(1);
      await app.serving.app.get(Sweeps).run('erp.sync');
      await sleep(100);
    }
    const runs = await Promise.all(ids.map((one) => newestRun(app, greedy, one)));
    expect(runs.filter((run) => run).every((run) => run['state'] === 'running')).toBe(true);
  });
});
