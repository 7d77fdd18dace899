import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { breachesIn } from '../../src/commands/laws.js';
import { appPoolConfig, ChannelListener, Database } from '../../src/platform/database/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, anAgency, type Organisation } from '../support/builders.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { Path } from '../support/proxy.js';

/** How often connections are terminated under load; `TERMINATE_ROUNDS=300` is the full proof. */
const ROUNDS = Number.parseInt(process.env['TERMINATE_ROUNDS'] ?? '12', 10);

jest.setTimeout(1_800_000 + 60_000 * ROUNDS);

describe('a database that goes away', () => {
  let database: TestDatabase;
  let path: Path;
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase('recourse_away', { fresh: true });
    path = await Path.to(database.appUrl);
    const settings = { DATABASE_POOL: '6', DATABASE_CONNECT_MS: '5000', PROCESS: 'api' };
    app = await testApp({ ...settings, DATABASE_URL: path.url(database.appUrl) }, database);
    creditor = await aCreditor(app);
    agency = await anAgency(app);
  });
  afterAll(async () => {
    path?.mend();
    await app?.close();
    await path?.close();
  });
  afterEach(async () => {
    path.mend();
    await backAgain();
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  const cases = () => app.rest().get('/v1/cases').set('authorization', `Bearer ${creditor.owner.token}`);
  /** Waits until the application answers again, however long a slow machine takes. */
  const backAgain = async () => {
    while ((await cases()).status !== 200) await pause(50);
  };
  const grab = (caseId: string, key: string) =>
    app
      .rest()
      .post(`/v1/cases/${caseId}/grab`)
      .set('authorization', `Bearer ${agency.owner.token}`)
      .set('idempotency-key', key);

  it('is an honest 503 with a code and Retry-After on both faces, and nothing more once it is back', async () => {
    const caseId = await aListedCase(app, creditor);
    path.break();
    const [read, wrote, asked] = await Promise.all([
      cases(),
      grab(caseId, randomUUID()),
      app.graphql('{ myGrabs(first: 1) { nodes { id } } }', {}, agency.owner.token),
    ]);
    for (const { status, body, headers } of [read, wrote]) {
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'DATABASE_UNAVAILABLE' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    const { code, retryAfterSeconds } = asked.errors![0]!.extensions;
    expect({ code, waits: retryAfterSeconds > 0 }).toEqual({ code: 'DATABASE_UNAVAILABLE', waits: true });
    path.mend();
    await backAgain();
    const won = await grab(caseId, randomUUID());
    expect({ status: won.status, code: won.body.code }).toEqual({ status: 201, code: undefined });
  });

  it('is not noticed when it only breaks connections before a commit', async () => {
    const caseId = await aListedCase(app, creditor);
    path.cutAt('UPDATE cases', 'before');
    const answer = await app
      .rest()
      .post(`/v1/cases/${caseId}/withdraw`)
      .set('authorization', `Bearer ${creditor.owner.token}`)
      .send({ reason: 'settled between us' });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 200, code: undefined });
    path.cutAt('FROM cases', 'before');
    expect((await cases()).status).toBe(200);
  });

  it('leaves the outcome of a lost COMMIT unknown, and the key then tells it', async () => {
    const caseId = await aListedCase(app, creditor);
    const key = randomUUID();
    const withdraw = () =>
      app
        .rest()
        .post(`/v1/cases/${caseId}/withdraw`)
        .set('authorization', `Bearer ${creditor.owner.token}`)
        .set('idempotency-key', key)
        .send({ reason: 'settled between us' });
    path.cutAt('COMMIT', 'after');
    const lost = await withdraw();
    expect({ status: lost.status, code: lost.body.code }).toEqual({ status: 503, code: 'OUTCOME_UNKNOWN' });
    expect(Number(lost.headers['retry-after'])).toBeGreaterThan(0);
    const again = await withdraw();
    expect({ status: again.status, replayed: again.headers['idempotency-replayed'] }).toEqual({
      status: 200,
      replayed: 'true',
    });
  });

  it('that falls silent is left behind: also at the door of grabs, and by who listens', async () => {
    let heard = 0;
    const listener = new ChannelListener(
      () => path.url(database.appUrl),
      'recourse_away_race',
      () => {
        heard += 1;
      },
    );
    listener.start();
    while (heard === 0) await pause(20);
    const caseId = await aListedCase(app, creditor);
    path.stallPresent();
    // The answers come although every connection of the pool is held by a path that will never speak again.
    const waiting = await Promise.all([
      cases(),
      grab(caseId, randomUUID()),
      ...Array.from({ length: 6 }, () => cases()),
    ]);
    for (const { status } of waiting) expect([200, 201, 503]).toContain(status);
    await backAgain();
    const later = await grab(caseId, randomUUID());
    expect(['201', 'CASE_ALREADY_YOURS']).toContain(later.status === 201 ? '201' : later.body.code);
    while (heard < 2) await pause(20);
    await listener.stop();
  });

  it('may end a connection that nobody listens to, whatever it was for', async () => {
    const pool = app.serving.app.get(Database).pool;
    const client = (await pool.connect()) as unknown as pg.Client;
    client.removeAllListeners('error');
    const { pid } = (await client.query('SELECT pg_backend_pid() AS pid')).rows[0];
    const ended = new Promise((resolve) => client.once('end', resolve));
    await asOwner(database, 'SELECT pg_terminate_backend($1)', [pid]);
    await ended;
    (client as unknown as pg.PoolClient).release(true);
    for (const url of [database.appUrl, database.ownerUrl]) {
      const own = new pg.Pool(appPoolConfig(url, 1));
      const one = await own.connect();
      one.removeAllListeners();
      expect(() => one.emit('error', new Error('terminating connection'))).not.toThrow();
      one.release(true);
      await own.end();
    }
  });

  it(`ends connections ${ROUNDS} times under load and takes nobody down`, async () => {
    let on = true;
    const seen = new Map<string, number>();
    const loop = async () => {
      while (on) {
        const { status, body } = await cases();
        const what = status === 200 ? 'answered' : `${status} ${body.code}`;
        seen.set(what, (seen.get(what) ?? 0) + 1);
      }
    };
    const loops = Array.from({ length: 20 }, loop);
    for (let round = 0; round < ROUNDS; round += 1) {
      await asOwner(
        database,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'recourse_app' AND datname = current_database()`,
      );
      await pause(50);
    }
    on = false;
    await Promise.all(loops);
    expect([...seen.keys()].filter((what) => what !== 'answered' && what !== '503 DATABASE_UNAVAILABLE')).toEqual([]);
    expect(seen.get('answered')).toBeGreaterThan(0);
  });
});
