import { randomUUID } from 'node:crypto';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  aPlatform,
  freshEmail,
  type Organisation,
  PASSWORD,
} from '../support/builders.js';
import { act, done } from '../support/client.js';

/** Input nobody sends by mistake. Each gets a clear no that names the field; none is a fault of ours. */
describe('refusing bad input', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    app = await testApp();
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app)]);
  });
  afterAll(() => app.close());

  const cursor = (...position: unknown[]) => Buffer.from(JSON.stringify(position)).toString('base64url');
  const UNTEXTS = [
    ['U+0000', 'a\u0000b'],
    ['an unpaired high surrogate', '\ud800'],
    ['an unpaired low surrogate', 'x\udc00y'],
  ] as const;

  it.each(UNTEXTS)('refuses %s wherever a text goes', async (_, text) => {
    const registration = { kind: 'agency', organisationName: 'Pier', email: text, name: 'Lin', password: PASSWORD };
    expect(await act(app, 'register', { input: ['RegisterInput!', registration] }, '')).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'email',
    });
    const caseId = await aListedCase(app, creditor);
    const withdraw = { caseId: ['ID!', caseId], reason: ['String', text] } as const;
    expect(await act(app, 'withdrawCase', withdraw, '', { token: creditor.owner.token })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'reason',
    });
    const query = 'query ($filter: CaseFilterInput) { cases(first: 1, filter: $filter) { nodes { id } } }';
    const answer = await app.graphql(query, { filter: { externalRef: text } }, creditor.owner.token);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', path: 'externalRef' });
    const rest = await app
      .rest()
      .post('/v1/cases')
      .set('authorization', `Bearer ${creditor.owner.token}`)
      .send({ externalRef: text });
    expect([rest.status, rest.body.code, rest.body.path]).toEqual([422, 'INVALID_INPUT', 'externalRef']);
  });

  it('takes every whole character', async () => {
    const input = { kind: 'agency', organisationName: '海港😀', email: freshEmail(), name: '𠮷野', password: PASSWORD };
    await done(app, 'register', { input: ['RegisterInput!', input] }, '... on Session { memberId }');
  });

  it.each([cursor('x'), cursor(1), cursor(null), cursor('a\u0000'), cursor(randomUUID(), 1), 'nonsense'])(
    'refuses the made-up cursor %s',
    async (after) => {
      const query = 'query ($after: String) { myGrabs(first: 1, after: $after) { nodes { id } } }';
      const grabs = await app.graphql(query, { after }, agency.owner.token);
      expect(grabs.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', path: 'after' });
      const caseId = await aListedCase(app, creditor);
      const worked = `query ($c: ID!, $after: String) { activities(caseId: $c, first: 1, after: $after) { nodes { id } } }`;
      const activities = await app.graphql(worked, { c: caseId, after }, creditor.owner.token);
      expect(activities.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', path: 'after' });
      for (const list of ['repayments', 'payouts']) {
        const money = `query ($after: String) { ${list}(first: 1, after: $after) { nodes { id } } }`;
        expect((await app.graphql(money, {}, agency.owner.token)).data?.[list]).toEqual({ nodes: [] });
        const refused = await app.graphql(money, { after }, agency.owner.token);
        expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', path: 'after' });
      }
    },
  );

  it('refuses what is nested deeper than any input', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    const post = (path: string, body: string) =>
      app
        .rest()
        .post(path)
        .set('authorization', `Bearer ${creditor.owner.token}`)
        .set('content-type', 'application/json')
        .send(body);
    const one = await post('/v1/cases', `{"externalRef":${deep}}`);
    expect([one.status, one.body.code]).toEqual([422, 'INVALID_INPUT']);
    const batch = await post('/v1/case-batches', `{"rows":[{"evidence":${deep}}]}`);
    expect([batch.status, batch.body.code, batch.body.path]).toEqual([422, 'INVALID_INPUT', 'rows']);
  });

  it('says within the union that a close code claims money that never came', async () => {
    const grabId = await aGrab(app, agency, await aListedCase(app, creditor));
    const complete = { grabId: ['ID!', grabId], closeCode: ['CloseCode!', 'paid'] } as const;
    const answer = await act(app, 'completeGrab', complete, '', { token: agency.owner.token });
    expect(answer).toMatchObject({ __typename: 'CloseCodeUnfounded', path: 'closeCode' });
  });

  it('blames nobody else for more bad variables than it lists, and for a subscription', async () => {
    const state = Array(20).fill('nowhere');
    const query = 'query ($filter: CaseFilterInput) { cases(first: 1, filter: $filter) { nodes { id } } }';
    const many = await app.graphql(query, { filter: { state } }, creditor.owner.token);
    expect(many.status).toBe(400);
    expect(new Set(many.errors?.map((error) => error.extensions['code']))).toEqual(new Set(['BAD_USER_INPUT']));
    const subscription = await app.graphql('subscription { hallEvents }', {}, creditor.owner.token);
    expect(subscription.errors?.[0]?.extensions['code']).not.toBe('INTERNAL');
  });

  it('lets the platform owner change a figure, and names one that is unknown or out of bounds', async () => {
    const { owner } = await aPlatform(app);
    const set = (name: string, change: Record<string, unknown>) =>
      act(app, 'setPolicy', { input: ['SetPolicyInput!', { name, change }] }, '... on Policy { version value }', {
        token: owner.token,
      });
    const changed = await set('disclosure', { alarms: { notice: 50, warning: 500, critical: 5_000 } });
    expect(changed).toMatchObject({ __typename: 'Policy', value: { alarms: { notice: 50 } } });
    const refusals = [
      await set('disclosure', { alarm: 1 }),
      await set('grabs', { burst: 0 }),
      await set('commission', { minBps: 6_000, maxBps: 100 }),
      await set('nothing', {}),
      await set('standing', {}),
      await set('standing', { grades: {} }),
      await set('standing', { grades: { junior: {} } }),
      await set('standing', { grades: { junior: { casesHold: 4 } } }),
      await set('standing', { grades: { beginner: { casesHeld: 4 } } }),
      await set('standing', { grades: { junior: { casesHeld: -1 } } }),
    ];
    const paths = [
      ...['change.alarm', 'change.burst', 'change.maxBps', 'name', 'change', 'change.grades', 'change.grades.junior'],
      ...['change.grades.junior.casesHold', 'change.grades.beginner', 'change.grades.junior.casesHeld'],
    ];
    expect(refusals.map(({ code, path }) => [code, path])).toEqual(paths.map((path) => ['INVALID_INPUT', path]));
  });

  it('shows the platform every figure in force with its meaning, and each version with its author', async () => {
    const { owner } = await aPlatform(app);
    const fields =
      'name version value figures { path description value default least most } versions { version changedBy value }';
    const policy = async () => {
      const answer = await app.graphql(`{ policies { ${fields} } }`, {}, owner.token);
      return answer.data!['policies'].find(({ name }: { name: string }) => name === 'standing');
    };
    const set = (change: object, dryRun = false) =>
      act(
        app,
        'setPolicy',
        { input: ['SetPolicyInput!', { name: 'standing', change, dryRun }] },
        `... on Policy { ${fields} }`,
        {
          token: owner.token,
        },
      );
    const before = await policy();
    expect(before).toMatchObject({
      value: { grades: { junior: { casesHeld: 3, largestCaseFen: '5000000' } }, suspension: { ends: 5, hours: 24 } },
    });
    const path = 'grades.junior.casesHeld';
    const figureOf = (of: typeof before) => of.figures.find((one: { path: string }) => one.path === path);
    expect(figureOf(before)).toEqual({
      ...{ path, value: '3', default: '3', least: '1', most: '10000' },
      description: 'Cases that a provider of this grade may hold at once.',
    });

    const tried = await set({ grades: { junior: { casesHeld: 4 } } }, true);
    expect(figureOf(tried)).toMatchObject({ value: '4', default: '3' });
    expect(await policy()).toEqual(before);

    await set({ grades: { junior: { casesHeld: 4 } } });
    await set({ grades: { middle: { casesHeld: 6 } }, suspension: { ends: 6 } });
    const after = await policy();
    expect(after.value).toMatchObject({
      grades: { junior: { casesHeld: 4 }, middle: { casesHeld: 6 } },
      suspension: { ends: 6, hours: 24 },
    });
    expect(after.versions).toHaveLength((before.version ?? 0) + 2);
    expect(after.versions[0]).toMatchObject({ version: after.version, changedBy: expect.stringMatching(/^mem_/) });
    expect(after.versions[1].value).toMatchObject({ grades: { middle: { casesHeld: 5 } } });
    await set({ grades: { junior: { casesHeld: 3 }, middle: { casesHeld: 5 } }, suspension: { ends: 5 } });
  });
});
