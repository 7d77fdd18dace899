import { randomUUID } from 'node:crypto';
import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId, publicId } from '../../src/kernel/index.js';
import { Sweeps } from '../../src/platform/jobs/index.js';
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
import { type Answer, type Arguments, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo } from '../support/samples.js';

const STANDING =
  'grade earnedGrade shrunkRateBps adjustedRateBps reliabilityBps lowestRateBps highestRateBps points casesHeld largestCaseFen next { missing } explanation { code value text }';
const CHANGE = 'id cause grade earnedGrade casesHeld figuresVersion facts explanation { code value } changedAt';
const APPEAL = '... on StandingAppeal { id state reason statement answer answerNote grabId decidedAt }';

describe('a standing that is questioned', () => {
  let app: TestApp;
  let database: TestDatabase;
  let platform: Platform;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_questioned_${process.pid}`, { fresh: true });
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

  const uuid = (kind: 'organisation' | 'grab', id: string) => parsePublicId(kind, id)!;
  const standingOf = (who = agency) => ask(app, 'standing', {}, STANDING, who.owner.token);
  const factor = (standing: Answer, code: string): Answer | undefined =>
    standing['explanation'].find((one: Answer) => one['code'] === code);
  const historyOf = async (who = agency): Promise<Answer[]> => {
    const found = await ask(app, 'standingHistory', { first: ['Int!', 50] }, `nodes { ${CHANGE} }`, who.owner.token);
    return found['nodes'];
  };
  /** A case held for so many days, worked on or not. */
  async function aHold(days: number, worked = true): Promise<{ caseId: string; grabId: string }> {
    const caseId = await aListedCase(app, creditor, { principalFen: '2000000' });
    const grabId = await aGrab(app, agency, caseId);
    if (worked) await someWork(app, agency, grabId, 1);
    await app.settled();
    await asOwner(
      database,
      `UPDATE standing_grabs SET grabbed_at = grabbed_at - make_interval(days => $2) WHERE grab_id = $1`,
      [uuid('grab', grabId), days],
    );
    return { caseId, grabId };
  }
  const giveBack = async (grabId: string) => {
    const args = { grabId: ['ID!', grabId], reason: ['String!', 'no chance'] } as const;
    await done(app, 'returnGrab', args, '', { token: agency.owner.token });
    await app.settled();
  };
  const recall = async (grabId: string, reasonCode?: string) => {
    const args: Arguments = { grabId: ['ID!', grabId], reason: ['String!', 'ours again'] };
    if (reasonCode) args['reasonCode'] = ['RecallReason', reasonCode];
    const view = '... on Grab { state recallReason }';
    const grab = await done(app, 'recallGrab', args, view, { token: creditor.owner.token });
    expect(grab).toMatchObject({ state: 'recalled', recallReason: reasonCode ?? null });
    await app.settled();
  };

  describe('by giving cases back', () => {
    it('a return never raises it: what was expected of the days held stays', async () => {
      const before = await standingOf();
      for (const days of [0, 45, 89]) {
        const { grabId } = await aHold(days);
        const held = await standingOf();
        await giveBack(grabId);
        const after = await standingOf();
        // Given back, a case counts just as it did while it was held; it costs points besides.
        for (const rate of ['shrunkRateBps', 'adjustedRateBps'] as const) {
          expect([days, after[rate] <= held[rate], after[rate] <= before[rate]]).toEqual([days, true, true]);
        }
        expect(after['points']).toBeLessThan(held['points']);
        expect(after['casesHeld']).toBeLessThanOrEqual(before['casesHeld']);
      }
      expect((await standingOf())['adjustedRateBps']).toBeLessThan(before['adjustedRateBps']);
    });

    it('a recall counts once there was work, and not with a code that exonerates the holder', async () => {
      const rate = async () => (await standingOf())['adjustedRateBps'];
      const at = await rate();
      await recall((await aHold(80, false)).grabId);
      expect(await rate()).toBe(at);
      for (const code of ['debtor_dispute', 'insolvency']) await recall((await aHold(80)).grabId, code);
      expect(await rate()).toBe(at);
      await recall((await aHold(80)).grabId, 'own_decision');
      const once = await rate();
      expect(once).toBeLessThan(at);
      await recall((await aHold(80)).grabId);
      expect(await rate()).toBeLessThan(once);
    });
  });

  it('says how sure it is, and keeps what it was and why, for its provider and the platform alone', async () => {
    const standing = await standingOf();
    expect(standing).toMatchObject({ grade: 'senior', earnedGrade: 'senior' });
    expect(standing['reliabilityBps']).toBeGreaterThanOrEqual(5_000);
    expect(standing['lowestRateBps']).toBeLessThan(standing['shrunkRateBps']);
    expect(standing['highestRateBps']).toBeGreaterThan(standing['shrunkRateBps']);
    const history = await historyOf();
    expect(history[0]).toMatchObject({ cause: 'computed', grade: 'senior', figuresVersion: null });
    expect(history[0]!['facts']).toMatchObject({ completed: 24, creditors: 24, penaltyPoints: 0 });
    expect(history[0]!['explanation'].map(({ code }: Answer) => code)).toEqual(
      standing['explanation'].map(({ code }: Answer) => code),
    );
    const named = { first: ['Int!', 5], providerId: ['ID', agency.id] } as const;
    const theirs = await ask(app, 'standingHistory', named, 'nodes { id }', platform.risk.token);
    expect(theirs['nodes'].map(({ id }: Answer) => id)).toEqual(history.slice(0, 5).map(({ id }) => id));
    const other = await anAgency(app);
    const { errors } = await app.graphql(
      `{ standingHistory(first: 5, providerId: "${agency.id}") { nodes { id } } }`,
      {},
      other.owner.token,
    );
    expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('does not move by time alone, however often it is looked at again', async () => {
    await app.settled();
    const before = [await standingOf(), await historyOf()];
    for (let look = 0; look < 3; look += 1) {
      await asOwner(database, `UPDATE provider_standings SET updated_at = now() - interval '2 days'`);
      await app.serving.app.get(Sweeps).run('standing.age');
    }
    expect([await standingOf(), await historyOf()]).toEqual(before);
  });

  describe('by an appeal', () => {
    const appeal = (input: Record<string, unknown>, by = agency) =>
      act(app, 'appealStanding', { input: ['AppealStandingInput!', input] }, APPEAL, { token: by.owner.token });
    const decide = (appealId: string, answer: string, note: string | null = null, token = platform.risk.token) =>
      act(app, 'decideStandingAppeal', { input: ['DecideStandingAppealInput!', { appealId, answer, note }] }, APPEAL, {
        token,
      });
    async function aGround(): Promise<{ input: Record<string, unknown>; before: Answer; grabId: string }> {
      const before = await standingOf();
      const { grabId } = await aHold(89);
      await giveBack(grabId);
      const [change] = await historyOf();
      const statement = 'The debtor 张三 had died, as the creditor knew.';
      return { before, grabId, input: { standingChangeId: change!['id'], grabId, reason: 'hold_not_ours', statement } };
    }

    it('is upheld: the hold counts for nothing any more, and the record says why', async () => {
      const { before, grabId, input } = await aGround();
      const opened = await appeal(input);
      expect(opened).toMatchObject({ state: 'open', grabId, statement: input['statement'], answer: null });
      expect((await appeal(input))['code']).toBe('APPEAL_OPEN_ALREADY');
      const [stored] = await asOwner<{ statement: string }>(database, 'SELECT statement FROM standing_appeals');
      expect(stored!.statement).not.toContain('张三');
      const listed = { first: ['Int!', 10], state: ['StandingAppealState', 'open'] } as const;
      const waiting = await ask(app, 'standingAppeals', listed, 'nodes { id statement }', platform.risk.token);
      expect(waiting['nodes']).toEqual([{ id: opened['id'], statement: input['statement'] }]);
      const reduced = await standingOf();
      expect(reduced['points']).toBeLessThan(before['points']);
      expect(await decide(opened['id'], 'hold_exonerated', 'We have seen the certificate.')).toMatchObject({
        ...{ state: 'upheld', answer: 'hold_exonerated', answerNote: 'We have seen the certificate.' },
      });
      await app.settled();
      const after = await standingOf();
      for (const name of ['adjustedRateBps', 'shrunkRateBps', 'points', 'grade', 'casesHeld']) {
        expect([name, after[name]]).toEqual([name, before[name]]);
      }
      expect((await historyOf())[0]).toMatchObject({ cause: 'appeal' });
      expect(await decide(opened['id'], 'facts_right')).toMatchObject({ code: 'WRONG_STATE' });
      const acts = await asOwner<{ act: string }>(
        database,
        `SELECT act FROM audit_records WHERE subject_kind = 'standing_appeal' ORDER BY id`,
      );
      expect(acts.map((one) => one.act)).toEqual(['standing.appeal', 'standing.appeal.decide']);
      const { body } = await app
        .rest()
        .get('/v1/events?limit=100&types=standing-appeal.opened,standing-appeal.decided')
        .set('authorization', `Bearer ${agency.owner.token}`);
      expect(body.data.map(({ type, data }: Answer) => [type, data['answer'] ?? null])).toEqual([
        ['standing-appeal.opened', null],
        ['standing-appeal.decided', 'hold_exonerated'],
      ]);
      expect(JSON.stringify(body.data)).not.toContain('张三');
    });

    it('is dismissed or taken back, and then nothing changes; another may follow', async () => {
      const { input } = await aGround();
      const standing = await standingOf();
      const first = await appeal(input);
      expect(await decide(first['id'], 'holder_responsible')).toMatchObject({ state: 'dismissed' });
      const second = await appeal(input);
      const withdraw = { appealId: ['ID!', second['id']] } as const;
      const options = { token: agency.owner.token };
      expect(await done(app, 'withdrawStandingAppeal', withdraw, APPEAL, options)).toMatchObject({
        state: 'withdrawn',
      });
      expect(await act(app, 'withdrawStandingAppeal', withdraw, APPEAL, options)).toMatchObject({
        code: 'WRONG_STATE',
      });
      const third = await appeal(input);
      expect(await decide(third['id'], 'not_shown')).toMatchObject({ state: 'dismissed' });
      expect(await appeal(input)).toMatchObject({ code: 'APPEALS_USED_UP' });
      expect(await standingOf()).toEqual(standing);
    });

    it('names what is the provider’s own, and is for the platform to decide', async () => {
      const { input } = await aGround();
      const stranger = await anAgency(app, { grade: 'middle' });
      const mine = await historyOf(stranger);
      const codes = [
        await appeal(input, stranger),
        await appeal({ ...input, standingChangeId: mine[0]!['id'] }, stranger),
        await appeal({ ...input, standingChangeId: publicId('standingChange', randomUUID()) }),
        await appeal({ ...input, grabId: null }),
        await appeal({ ...input, statement: 'x'.repeat(2_001) }),
        await appeal({ ...input, statement: '' }),
      ].map((answer) => answer['code']);
      expect(codes).toEqual([...Array(3).fill('NOT_FOUND'), ...Array(3).fill('INVALID_INPUT')]);
      const opened = await appeal({ ...input, grabId: null, reason: 'wrong_facts' });
      expect(await decide(opened['id'], 'hold_exonerated')).toMatchObject({ code: 'HOLD_NOT_EXONERABLE' });
      expect(await decide(opened['id'], 'veto_lifted')).toMatchObject({ code: 'NO_VETO_IN_FORCE' });
      for (const token of [agency.owner.token, stranger.owner.token, platform.reviewer.token]) {
        expect(await decide(opened['id'], 'facts_corrected', null, token)).toMatchObject({ code: 'FORBIDDEN' });
      }
      expect(await decide(opened['id'], 'facts_corrected')).toMatchObject({ state: 'upheld' });
    });

    it('comes too late after its days are over', async () => {
      const { input } = await aGround();
      await asOwner(database, `UPDATE standing_changes SET changed_at = changed_at - interval '100 days'`);
      expect(await appeal(input)).toMatchObject({ code: 'APPEAL_TOO_LATE' });
    });
  });

  describe('by a veto of the platform', () => {
    const inDays = (days: number) => daysAgo(-days);
    const veto = (input: Record<string, unknown>, token = platform.risk.token) =>
      act(
        app,
        'vetoGrade',
        { input: ['VetoGradeInput!', { providerId: agency.id, grade: 'junior', reason: 'harassment', ...input }] },
        `... on Standing { ${STANDING} }`,
        { token },
      );

    it('no grade above it is in force until its last day, whatever was recovered; then the earned one is again', async () => {
      const before = await standingOf();
      expect(await veto({ until: inDays(10) })).toMatchObject({ grade: 'junior', earnedGrade: 'senior', casesHeld: 3 });
      await app.settled();
      const standing = await standingOf();
      expect(standing).toMatchObject({ grade: 'junior', next: { missing: ['veto'] } });
      expect(factor(standing, 'VETO')).toMatchObject({ value: 'junior' });
      expect(factor(standing, 'VETO')!['text']).toContain(inDays(10));
      const grab = { caseId: ['ID!', await aListedCase(app, creditor, { principalFen: '6000000' })] } as const;
      expect(await act(app, 'grabCase', grab, '', { token: agency.owner.token })).toMatchObject({
        code: 'CASE_TOO_LARGE',
      });
      // More facts do not lift it.
      await giveBack((await aHold(1)).grabId);
      expect(await standingOf()).toMatchObject({ grade: 'junior' });
      await asOwner(database, `UPDATE provider_standings SET veto_until = veto_until - 11 WHERE provider_id = $1`, [
        uuid('organisation', agency.id),
      ]);
      await app.serving.app.get(Sweeps).run('standing.age');
      await app.settled();
      expect(await standingOf()).toMatchObject({ grade: before['grade'], earnedGrade: 'senior' });
      expect((await historyOf()).map(({ cause }) => cause).slice(0, 2)).toEqual(['veto_lifted', 'veto']);
      expect(await done(app, 'grabCase', grab, '... on Grab { state }', { token: agency.owner.token })).toMatchObject({
        state: 'active',
      });
    });

    it('is lifted once, and bounded in time; only owner and risk of the platform may', async () => {
      const lift = () =>
        act(app, 'liftVeto', { providerId: ['ID!', agency.id] }, '... on Standing { grade }', {
          token: platform.owner.token,
        });
      expect(await lift()).toMatchObject({ code: 'NO_VETO_IN_FORCE' });
      expect(await veto({ until: inDays(-1) })).toMatchObject({ code: 'INVALID_INPUT', path: 'until' });
      expect(await veto({ until: inDays(500) })).toMatchObject({ code: 'INVALID_INPUT', path: 'until' });
      for (const token of [agency.owner.token, platform.reviewer.token, creditor.owner.token]) {
        expect(await veto({ until: inDays(3) }, token)).toMatchObject({ code: 'FORBIDDEN' });
      }
      expect(await veto({ until: inDays(3), providerId: creditor.id })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await veto({ until: inDays(3), grade: 'middle' })).toMatchObject({ grade: 'middle' });
      expect(await lift()).toMatchObject({ grade: 'senior' });
      expect(await lift()).toMatchObject({ code: 'NO_VETO_IN_FORCE' });
      const [, since] = await historyOf();
      const appeal = { standingChangeId: since!['id'], reason: 'veto_unfounded', statement: 'No such call was made.' };
      await veto({ until: inDays(3) });
      const opened = await done(app, 'appealStanding', { input: ['AppealStandingInput!', appeal] }, APPEAL, {
        token: agency.owner.token,
      });
      const decision = { appealId: opened['id'], answer: 'veto_lifted' };
      await done(app, 'decideStandingAppeal', { input: ['DecideStandingAppealInput!', decision] }, APPEAL, {
        token: platform.risk.token,
      });
      expect(await standingOf()).toMatchObject({ grade: 'senior' });
    });
  });

  describe('by other figures', () => {
    const simulate = async (change: object, token = platform.risk.token, name = 'standing'): Promise<Answer> => {
      const { data, errors } = await app.graphql(
        `query ($input: SimulatePolicyInput!) { simulatePolicy(input: $input) { looked endCursor moves { from to providers }
          providers { providerId before { grade casesHeld } after { grade casesHeld } } } }`,
        { input: { name, change } },
        token,
      );
      return { ...(data?.['simulatePolicy'] as Answer), code: errors?.[0]?.extensions['code'] };
    };
    /** How many rows each table has, and the newest transaction that wrote one. */
    const picture = () =>
      asOwner(
        database,
        `SELECT c.relname, (xpath('/table/row/n/text()', query_to_xml(
             'SELECT count(*) || '' '' || coalesce(max(xmin::text::bigint), 0) AS n FROM ' || c.oid::regclass, false, false, '')))[1]::text AS rows
           FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname !~ '^(sweeps|inbox|outbox)' ORDER BY 1`,
      );

    it('a shadow run tells who would move, and writes nothing', async () => {
      await app.settled();
      const before = await picture();
      const harder = { grades: { senior: { minShrunkRateBps: 25_000 }, expert: { minShrunkRateBps: 25_000 } } };
      const run = await simulate(harder);
      expect(run['looked']).toBeGreaterThan(0);
      expect(run['endCursor']).toBeNull();
      expect(run['moves']).toContainEqual({ from: 'senior', to: 'middle', providers: expect.any(Number) });
      expect(run['providers']).toContainEqual({
        providerId: agency.id,
        before: { grade: 'senior', casesHeld: 8 },
        after: { grade: 'middle', casesHeld: 5 },
      });
      expect(await picture()).toEqual(before);
      expect(await standingOf()).toMatchObject({ grade: 'senior' });
      expect(await simulate({ penaltyWindowDays: 30 })).toMatchObject({ moves: [], providers: [] });
    });

    it('a shadow run refuses nonsense, other policies, and everybody but owner and risk', async () => {
      expect(await simulate({ grades: { senior: { minCompletedCases: 1 } } })).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await simulate({ minReliabilityBps: -1 })).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await simulate({ priorCases: 3 })).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await simulate({}, platform.owner.token)).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await simulate({ maturityDays: 30 }, platform.owner.token, 'feed')).toMatchObject({
        code: 'INVALID_INPUT',
      });
      for (const token of [platform.reviewer.token, platform.finance.token, agency.owner.token]) {
        expect(await simulate({ maturityDays: 30 }, token)).toMatchObject({ code: 'FORBIDDEN' });
      }
    });

    it('figures that are nonsense together are not set, and each says its unit, bounds and author', async () => {
      const set = (change: object) =>
        act(
          app,
          'setPolicy',
          { input: ['SetPolicyInput!', { name: 'standing', change }] },
          '... on Policy { version versions { version changedBy } figures { path unit least most default } }',
          { token: platform.owner.token },
        );
      expect(await set({ grades: { expert: { casesHeld: 1 } } })).toMatchObject({
        ...{ code: 'INVALID_INPUT', path: 'change.grades.expert.casesHeld' },
      });
      expect(await set({ grades: { junior: { largestCaseFen: null } } })).toMatchObject({ code: 'INVALID_INPUT' });
      const policy = await set({ grades: { expert: { casesHeld: 16 } } });
      expect(policy['versions'][0]).toEqual({ version: policy['version'], changedBy: platform.owner.memberId });
      const figures = new Map(policy['figures'].map((one: Answer) => [one['path'], one]));
      expect(figures.get('maturityDays')).toMatchObject({ unit: 'days', least: '1', most: '3650', default: '90' });
      expect(figures.get('grades.middle.minRecoveredFen')).toMatchObject({ unit: 'fen', least: '0' });
      expect(figures.get('penaltySteps')).toMatchObject({ unit: 'points', least: '0', most: '1000' });
    });
  });
});
