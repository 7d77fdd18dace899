import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
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
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

describe('a case that stands still through no fault of its holder', () => {
  let app: TestApp;
  let database: TestDatabase;
  let platform: Platform;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_spared_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    [platform, creditor] = await Promise.all([aPlatform(app), aCreditor(app)]);
  });
  beforeEach(async () => {
    agency = await anAgency(app, { grade: 'senior' });
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(() => app?.close());

  const rateOf = async (): Promise<number> =>
    (await ask(app, 'standing', {}, 'adjustedRateBps', agency.owner.token))['adjustedRateBps'];
  const intervene = async (name: string, args: Record<string, readonly [string, unknown]>, reason: string) => {
    await done(app, name, { ...args, reasonCode: ['InterventionReason!', reason] }, '', { token: platform.risk.token });
    await app.settled();
  };
  const setFigures = (change: object) =>
    done(app, 'setPolicy', { input: ['SetPolicyInput!', { name: 'standing', change }] }, '... on Policy { version }', {
      token: platform.owner.token,
    });
  async function aHold(): Promise<{ caseId: string; grabId: string; pass: (days: number) => Promise<void> }> {
    const caseId = await aListedCase(app, creditor, { principalFen: '2000000' });
    const grabId = await aGrab(app, agency, caseId);
    await someWork(app, agency, grabId, 1);
    await app.settled();
    const id = parsePublicId('grab', grabId);
    /** So many days go by for this hold, in the records of grabs and of standings. */
    const pass = async (days: number) => {
      const back = (column: string) => `${column} = ${column} - make_interval(days => $2)`;
      await asOwner(
        database,
        `UPDATE grabs SET ${['grabbed_at', 'frozen_at', 'spared_since'].map(back).join(', ')} WHERE id = $1`,
        [id, days],
      );
      await asOwner(
        database,
        `UPDATE standing_grabs SET ${['grabbed_at', 'spared_since'].map(back).join(', ')} WHERE grab_id = $1`,
        [id, days],
      );
    };
    return { caseId, grabId, pass };
  }

  it('is charged for the days on which somebody could work on it, while it is frozen and afterwards', async () => {
    const { caseId, grabId, pass } = await aHold();
    await pass(20);
    const worked = await rateOf();
    await intervene('freezeCase', { caseId: ['ID!', caseId] }, 'debtor_dispute');
    await pass(40);
    expect(await rateOf()).toBe(worked);
    await intervene('unfreezeCase', { caseId: ['ID!', caseId] }, 'resolved');
    expect(await rateOf()).toBe(worked);
    // A second time, and then it is given back: 20 days of 60 count.
    await intervene('freezeCase', { caseId: ['ID!', caseId] }, 'legal_order');
    await pass(15);
    await intervene('unfreezeCase', { caseId: ['ID!', caseId] }, 'resolved');
    const args = { grabId: ['ID!', grabId], reason: ['String!', 'no chance'] } as const;
    await done(app, 'returnGrab', args, '', { token: agency.owner.token });
    await app.settled();
    expect(await rateOf()).toBe(worked);
    const [kept] = await asOwner<{ days: number; since: Date | null }>(
      database,
      'SELECT spared_seconds / 86400 AS days, spared_since AS since FROM standing_grabs WHERE grab_id = $1',
      [parsePublicId('grab', grabId)],
    );
    expect(kept).toEqual({ days: 55, since: null });
  });

  it('is spared up to its end when it is recalled while it is frozen', async () => {
    const { caseId, grabId, pass } = await aHold();
    await pass(30);
    const worked = await rateOf();
    await intervene('freezeCase', { caseId: ['ID!', caseId] }, 'suspected_fraud');
    await pass(50);
    await intervene('recallGrabByPlatform', { grabId: ['ID!', grabId], relist: ['Boolean!', true] }, 'other');
    expect(await rateOf()).toBe(worked);
  });

  it('is charged when the holder is the reason, by the figures in force when it was frozen', async () => {
    const before = await rateOf();
    const one = await aHold();
    await intervene('freezeCase', { caseId: ['ID!', one.caseId] }, 'complaint');
    await one.pass(60);
    const charged = await rateOf();
    expect(charged).toBeLessThan(before);
    await setFigures({ sparingFreezes: ['legal_order'] });
    const other = await aHold();
    await intervene('freezeCase', { caseId: ['ID!', other.caseId] }, 'debtor_dispute');
    await setFigures({ sparingFreezes: ['legal_order', 'debtor_dispute'] });
    await other.pass(60);
    expect(await rateOf()).toBeLessThan(charged);
  });

  it('or is recalled for a code that exonerates: which ones do is a figure, with its versions', async () => {
    const recall = async (grabId: string, code: string) => {
      const args = {
        grabId: ['ID!', grabId],
        reason: ['String!', 'over'],
        reasonCode: ['RecallReason', code],
      } as const;
      await done(app, 'recallGrab', args, '', { token: creditor.owner.token });
      await app.settled();
    };
    const before = await rateOf();
    const holds = [await aHold(), await aHold(), await aHold()];
    for (const { pass } of holds) await pass(80);
    const held = await rateOf();
    await recall(holds[0]!.grabId, 'insolvency');
    const once = await rateOf();
    expect(once).toBeGreaterThan(held);
    const set = await setFigures({ exoneratingRecalls: ['own_decision'] });
    await recall(holds[1]!.grabId, 'insolvency');
    expect(await rateOf()).toBe(once);
    await recall(holds[2]!.grabId, 'own_decision');
    expect(await rateOf()).toBeGreaterThan(once);
    expect(await rateOf()).toBeLessThan(before);
    const { data } = await app.graphql(
      '{ policies { name version versions { version changedBy value } figures { path unit description value default } } }',
      {},
      platform.risk.token,
    );
    const policy = data!['policies'].find(({ name }: Answer) => name === 'standing');
    expect(policy.versions[0]).toMatchObject({
      ...{ version: set['version'], changedBy: platform.owner.memberId },
      value: { exoneratingRecalls: ['own_decision'] },
    });
    const figure = policy.figures.find(({ path }: Answer) => path === 'exoneratingRecalls');
    expect(figure).toMatchObject({ unit: 'words', value: '["own_decision"]' });
    expect(JSON.parse(figure.default)).toContain('insolvency');
    expect(figure.description).toContain('settled_directly');
    const bad = { name: 'standing', change: { exoneratingRecalls: ['inactive_holder'] } };
    expect(
      await act(app, 'setPolicy', { input: ['SetPolicyInput!', bad] }, '', { token: platform.owner.token }),
    ).toMatchObject({ code: 'INVALID_INPUT', path: 'change.exoneratingRecalls.0' });
  });
});
