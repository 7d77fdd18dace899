import { randomUUID } from 'node:crypto';
import { checkDatabase } from '../../src/boot/check-database.js';
import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase } from '../support/builders.js';
import { testConfig } from '../support/config.js';
import { aCrowd, Sprinter, shuffled } from '../support/crowd.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { hasPooler, Pooler } from '../support/pooler.js';

const CASES = 60;
const PROVIDERS = 24;

/** Needs `pgbouncer` on the machine; without it there is nothing to look at. */
(hasPooler ? describe : describe.skip)('behind PgBouncer in transaction mode', () => {
  let database: TestDatabase;
  let pooler: Pooler;
  let apps: TestApp[] = [];

  beforeAll(async () => {
    database = await namedDatabase('recourse_pooled', { fresh: true });
    pooler = await Pooler.before(database.appUrl, 8);
    apps = await Promise.all([testApp(settings(), database), testApp({ ...settings(), PROCESS: 'api' }, database)]);
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await pooler?.close();
  });

  const settings = () => ({
    DATABASE_URL: pooler.url(database.appUrl),
    DATABASE_DIRECT_URL: database.appUrl,
    DATABASE_NAMED_STATEMENTS: 'false',
  });

  it('works under its role and limits, which need no option of the connection', async () => {
    await checkDatabase(testConfig(settings()), () => undefined);
    const config = testConfig({ DATABASE_URL: database.appUrl });
    config.databaseUrl = `${database.appUrl}?options=${encodeURIComponent('-c lock_timeout=0')}`;
    await expect(checkDatabase(config, () => undefined)).rejects.toThrow('lock_timeout is 0');
  });

  it('is ready, with its queue', async () => {
    for (const app of apps) {
      let parts = {};
      for (let ready = false; !ready; ) {
        const answer = await app.rest().get('/readyz');
        parts = answer.body.parts;
        ready = answer.status === 200;
      }
      expect(parts).toEqual({ database: true, schema: true, queue: true, files: true });
    }
  });

  it('gives each case to one of many that reach for it through two processes', async () => {
    const creditor = await aCreditor(apps[0]!);
    await asOwner(database, `INSERT INTO policies (name, version, value) VALUES ('grabs', 1, '{"burst": 1000}')`);
    const listed: string[] = [];
    for (let n = 0; n < CASES; n += 10) {
      listed.push(...(await Promise.all(Array.from({ length: 10 }, () => aListedCase(apps[0]!, creditor)))));
    }
    const crowd = await aCrowd(database, PROVIDERS, CASES);
    const sprinter = new Sprinter(apps.map(({ url }) => url));
    const wishes = shuffled(crowd.flatMap((who) => listed.map((caseId) => ({ who, caseId }))));
    const attempts = await Promise.all(wishes.map(({ who, caseId }, n) => sprinter.grab(who, caseId, n, randomUUID())));
    sprinter.close();
    const won = attempts.filter(({ outcome }) => outcome === 'won').map(({ caseId }) => caseId);
    expect([won.length, new Set(won).size]).toEqual([CASES, CASES]);
    const odd = attempts.filter(
      ({ outcome }) => !['won', 'CASE_ALREADY_GRABBED', 'BUSY', 'RATE_LIMITED'].includes(outcome),
    );
    expect(odd).toEqual([]);
    const held = await asOwner<{ n: number }>(
      database,
      `SELECT count(*)::int AS n FROM grabs WHERE state = 'active' AND case_id = ANY ($1::uuid[])`,
      [listed.map((id) => parsePublicId('case', id))],
    );
    expect(held[0]!.n).toBe(CASES);
    await apps[0]!.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
});
