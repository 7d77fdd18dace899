import { breachesIn } from '../../src/commands/laws.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  aPlatform,
  type Organisation,
  type Platform,
  someWork,
} from '../support/builders.js';
import { type Answer, act } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

const POLICY =
  'name version value figures { path description unit value default form least most nullable } versions { version changedBy createdAt value }';

describe('the figures of all policies', () => {
  let app: TestApp;
  let database: TestDatabase;
  let platform: Platform;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_figures_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    platform = await aPlatform(app);
    agency = await anAgency(app, { grade: 'senior' });
    await app.settled();
  });
  afterAll(() => app?.close());

  const policies = async (token = platform.owner.token): Promise<Answer[]> => {
    const { data, errors } = await app.graphql(`{ policies { ${POLICY} } }`, {}, token);
    return data?.['policies'] ?? [{ code: errors?.[0]?.extensions['code'] }];
  };
  const set = (name: string, change: object, more: { dryRun?: boolean; token?: string } = {}) => {
    const { dryRun = false, token = platform.owner.token } = more;
    const input = ['SetPolicyInput!', { name, change, dryRun }] as const;
    return act(app, 'setPolicy', { input }, `... on Policy { ${POLICY} }`, { token });
  };
  const simulate = async (change: object, token = platform.risk.token): Promise<Answer> => {
    const { data, errors } = await app.graphql(
      'query ($input: SimulatePolicyInput!) { simulatePolicy(input: $input) { looked moves { from to providers } } }',
      { input: { name: 'standing', change } },
      token,
    );
    return (data?.['simulatePolicy'] as Answer) ?? { code: errors?.[0]?.extensions['code'] };
  };
  const changeOf = (path: string, value: unknown): object =>
    path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;

  it('each say what they mean, in which unit, within which bounds, by default and now', async () => {
    const all = await policies();
    expect(all.length).toBeGreaterThanOrEqual(14);
    for (const { name, figures } of all) {
      expect([name, figures.length > 0]).toEqual([name, true]);
      for (const figure of figures) {
        expect(figure.description.length).toBeGreaterThan(8);
        expect(figure.unit).toMatch(/^[a-z_]+$/);
        expect(() => [JSON.parse(figure.value), JSON.parse(figure.default)]).not.toThrow();
      }
    }
  });

  it('have their defaults in force where one was stored under wider bounds than those of today', async () => {
    const value = JSON.stringify({ burst: -4, acceptWithinHours: 50 });
    await asOwner(database, `INSERT INTO policies (name, version, value) VALUES ('grabs', 1, $1)`, [value]);
    const figure = async (path: string) => {
      const { figures } = (await policies()).find(({ name }) => name === 'grabs')!;
      return figures.find((one: Answer) => one['path'] === path);
    };
    const burst = await figure('burst');
    expect([burst.value === burst.default, (await figure('acceptWithinHours')).value]).toEqual([true, '50']);
    await set('grabs', { acceptWithinHours: 51 });
    expect([(await figure('burst')).value === burst.default, (await figure('acceptWithinHours')).value]).toEqual([
      true,
      '51',
    ]);
    await asOwner(database, `DELETE FROM policies WHERE name = 'grabs'`);
  });

  it('are refused by the path of each that is nonsense, and nothing is written', async () => {
    const before = await policies();
    const taken: unknown[] = [];
    for (const { name, figures } of before) {
      for (const { path, form, most } of figures) {
        const nonsense = form === 'array' ? [null] : form === 'string' && most === null ? 'no such word' : -1e9;
        for (const dryRun of [true, false]) {
          const refused = await set(name, changeOf(path, nonsense), { dryRun });
          if (refused['code'] !== 'INVALID_INPUT' || !refused['path'].startsWith(`change.${path}`)) {
            taken.push([name, path, nonsense, refused['code'], refused['path']]);
          }
        }
      }
    }
    expect(taken).toEqual([]);
    expect(await policies()).toEqual(before);
  });

  it('are not for providers to read, to set or to try', async () => {
    const token = agency.owner.token;
    expect(await policies(token)).toEqual([{ code: 'FORBIDDEN' }]);
    expect(await set('standing', { maturityDays: 1 }, { token })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await simulate({ maturityDays: 1 }, token)).toEqual({ code: 'FORBIDDEN' });
  });

  it('keep each version with its author and day, and what was in force by it', async () => {
    const first = await set('oversight', { vetoMostDays: 200 });
    const second = await set('oversight', { vetoMostDays: 100, appealsPerChange: 2 });
    expect(second['version']).toBe(first['version'] + 1);
    const [last, one] = second['versions'];
    expect(last).toMatchObject({ version: second['version'], changedBy: platform.owner.memberId });
    expect(last.value).toMatchObject({ vetoMostDays: 100, appealsPerChange: 2, appealWithinDays: 90 });
    expect(one.value).toMatchObject({ vetoMostDays: 200, appealsPerChange: 3 });
    expect(Date.parse(last.createdAt)).toBeGreaterThanOrEqual(Date.parse(one.createdAt));
  });

  it('are tried without a trace while events arrive', async () => {
    const creditor = await aCreditor(app);
    const change = {
      maturityDays: 30,
      grades: { senior: { minShrunkRateBps: 25_000 }, expert: { minShrunkRateBps: 25_000 } },
    };
    // Cases are taken, worked on and given back while the runs read.
    const trade = (async () => {
      for (let n = 0; n < 4; n += 1) {
        const grabId = await aGrab(app, agency, await aListedCase(app, creditor, { principalFen: '2000000' }));
        await someWork(app, agency, grabId, 1);
        await act(app, 'returnGrab', { grabId: ['ID!', grabId], reason: ['String!', 'no'] }, '', {
          token: agency.owner.token,
        });
      }
    })();
    const runs = await Promise.all(Array.from({ length: 8 }, () => simulate(change)));
    await trade;
    await app.settled();
    for (const run of runs) expect(run['looked']).toBeGreaterThan(0);
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
    // With nothing else going on not a row is written, and no version of one.
    const written = () =>
      asOwner<{ n: string }>(
        database,
        `SELECT (xpath('/table/row/n/text()', query_to_xml('SELECT count(*) || '' '' || coalesce(max(xmin::text::bigint), 0) AS n FROM ' || c.oid::regclass,
           false, false, '')))[1]::text AS n FROM pg_class c
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname !~ '^(sweeps|inbox|outbox)' ORDER BY c.relname`,
      );
    const before = await written();
    for (let n = 0; n < 3; n += 1) expect((await simulate(change))['looked']).toBeGreaterThan(0);
    expect(await written()).toEqual(before);
  });
});
