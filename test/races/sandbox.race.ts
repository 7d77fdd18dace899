import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, aPlatform, logIn, type Organisation, PASSWORD } from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { type Attempt, aCrowd, type Contender, Sprinter, shuffled, tally } from '../support/crowd.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

const ROUNDS = Number.parseInt(process.env['RACE_ROUNDS'] ?? '1', 10);

jest.setTimeout(1_800_000 + 60_000 * ROUNDS);

describe('two worlds on one database', () => {
  let database: TestDatabase;
  let apps: TestApp[];
  let live: Organisation;
  let test: Organisation;
  let sandbox: { id: string; agencyKey: string };
  let sprinter: Sprinter;

  beforeAll(async () => {
    database = await namedDatabase('recourse_sandbox_race', { fresh: true });
    const settings = { PROCESS: 'api', DATABASE_POOL: '12' };
    apps = await Promise.all([testApp(settings, database), testApp(settings, database)]);
    const app = apps[0]!;
    await aPlatform(app);
    live = await aCreditor(app);
    const made = await aSandbox(app);
    const [creditor, agency] = made['accounts'];
    const session = await logIn(app, creditor.email);
    const owner = { email: creditor.email, memberId: session['memberId'], token: session['accessToken'] };
    test = { kind: 'creditor', id: creditor.organisation.id, name: creditor.organisation.name, owner };
    sandbox = { id: made['sandbox'].id, agencyKey: agency.key };
    await asOwner(database, `INSERT INTO policies (name, version, value) VALUES ('grabs', 1, '{"burst": 1000}')`);
    sprinter = new Sprinter(apps.map(({ url }) => url));
  });
  afterAll(async () => {
    sprinter?.close();
    await Promise.all((apps ?? []).map((app) => app.close()));
  });
  afterEach(async () => {
    await apps[0]!.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  function aSandbox(app: TestApp): Promise<Answer> {
    const input = ['CreateSandboxInput!', { password: PASSWORD }] as const;
    const fields = '... on SandboxCreated { sandbox { id } accounts { email key organisation { id name } } }';
    return done(app, 'createSandbox', { input }, fields, { token: live.owner.token });
  }
  const cases = (creditor: Organisation, count: number) =>
    Promise.all(Array.from({ length: count }, () => aListedCase(apps[0]!, creditor)));

  it(`let nobody of the other world win, or learn who did, however many want the same (rounds: ${ROUNDS})`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const inside = parsePublicId('sandbox', sandbox.id)!;
      const [liveCases, testCases] = [await cases(live, 12), await cases(test, 12)];
      const [liveCrowd, testCrowd] = [await aCrowd(database, 20, 12), await aCrowd(database, 20, 12, inside)];
      const wishes = shuffled(
        [...liveCrowd, ...testCrowd].flatMap((who) => [...liveCases, ...testCases].map((caseId) => ({ who, caseId }))),
      );
      const attempts = await Promise.all(wishes.map(({ who, caseId }, n) => sprinter.grab(who, caseId, n)));
      const foreign = attempts.filter(({ who, caseId }) => testCrowd.includes(who) !== testCases.includes(caseId));
      const own = attempts.filter((one) => !foreign.includes(one));
      expect(tally(foreign.map(({ outcome }) => outcome))).toEqual({ NOT_FOUND: 480 });
      expectOneWinnerEach(own, [...liveCases, ...testCases]);
      expect(new Set(own.map(({ outcome }) => outcome))).toEqual(new Set(['won', 'CASE_ALREADY_GRABBED']));
    }
  });

  function expectOneWinnerEach(attempts: Attempt[], wanted: string[]) {
    const won = attempts.filter(({ outcome }) => outcome === 'won').map(({ caseId }) => caseId);
    expect(won.sort()).toEqual([...wanted].sort());
  }

  it('advances a clock exactly as far as all who advance it at once, and every deadline with it', async () => {
    const { agencyKey, id } = sandbox;
    const [caseId] = await cases(test, 1);
    const crowd: Contender = { id: '', key: agencyKey, quota: 1 };
    const { grabId } = await sprinter.grab(crowd, caseId!, 0);
    const acceptBy = async () =>
      Date.parse((await ask(apps[0]!, 'grab', { id: ['ID!', grabId] }, 'acceptBy', agencyKey))['acceptBy']);
    const before = await acceptBy();
    const advance = (seconds: number, n: number) =>
      act(
        apps[n % 2]!,
        'advanceSandboxClock',
        { sandboxId: ['ID!', id], seconds: ['Int!', seconds] },
        '... on Sandbox { advancedSeconds }',
        { token: agencyKey },
      );
    await Promise.all(Array.from({ length: 20 }, (_, n) => advance(60 + n, n)));
    const total = 20 * 60 + 190;
    const { advancedSeconds } = await ask(apps[0]!, 'sandbox', { id: ['ID!', id] }, 'advancedSeconds', agencyKey);
    expect(advancedSeconds).toBe(total);
    await apps[0]!.settled();
    expect(before - (await acceptBy())).toBe(total * 1000);
  });
});
