import { newId, publicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aMember, anAgency, type Organisation } from '../support/builders.js';
import { done } from '../support/client.js';
import { workerDatabase } from '../support/database.js';
import { withoutRefill } from '../support/rates.js';

const ME = 'query { me { organisation { id } } }';

describe('the rate of requests', () => {
  withoutRefill();
  let plain: TestApp;
  let app: TestApp;
  let agency: Organisation;
  let creditor: Organisation;

  // The organisations are made where nothing is limited; the application that limits shares their database.
  beforeAll(async () => {
    const database = await workerDatabase();
    plain = await testApp({}, database);
    [agency, creditor] = await Promise.all([anAgency(plain), aCreditor(plain)]);
    app = await testApp({ RATE_LIMIT: 'member=12,machine=40,address=5' }, database);
  });
  afterAll(() => Promise.all([plain.close(), app.close()]));

  const as = (who: Organisation) => ({ authorization: `Bearer ${who.owner.token}` });
  const keyOf = (who: Organisation) => {
    const input = { name: 'erp', scopes: ['cases:read'] };
    const args = { input: ['CreateApiKeyInput!', input] } as const;
    return done(plain, 'createApiKey', args, '... on ApiKeyCreated { key }', { token: who.owner.token });
  };

  it('is told with every answer, on both faces, as one account of the member', async () => {
    const rest = await app.rest().get('/v1/grabs').set(as(agency)).expect(200);
    expect(rest.headers['ratelimit-policy']).toBe('"member";q=12;w=60');
    expect(rest.headers['ratelimit']).toBe('"member";r=11;t=5');
    const graphql = await app.graphql(ME, {}, agency.owner.token);
    expect(graphql.headers['ratelimit']).toBe('"member";r=10;t=10');
  });

  it('is told of machines and of strangers too', async () => {
    const { key } = await keyOf(creditor);
    const machine = await app.rest().get('/v1/cases').set('authorization', `Bearer ${key}`).expect(200);
    expect(machine.headers['ratelimit-policy']).toBe('"machine";q=40;w=60');
    expect(machine.headers['ratelimit']).toMatch(/^"machine";r=39;t=2$/);
    const stranger = await app.rest().get('/v1/cases').expect(401);
    expect(stranger.headers['ratelimit-policy']).toBe('"address";q=5;w=60');
  });

  it('is told in the extensions of a GraphQL answer, with the cost and the request id', async () => {
    const answer = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'rate-story-1', ...as(creditor) },
      body: JSON.stringify({ query: ME }),
    });
    const { extensions } = (await answer.json()) as { extensions: Record<string, unknown> };
    expect(extensions).toEqual({
      cost: { requested: 2, limit: 5_000 },
      rateLimit: { limit: 12, remaining: 11, resetsInSeconds: 5 },
      requestId: 'rate-story-1',
    });
  });

  it('counts a costly operation as several requests', async () => {
    const someone = await anAgency(plain);
    const hall = 'query ($n: Int!) { hall(first: $n) { nodes { id } edges { node { id } } } }';
    const first = await app.graphql(hall, { n: 100 }, someone.owner.token);
    expect(first.errors).toBeUndefined();
    // 1 + 100 × 1 + 100 × 2 points and their wrappers: more than three hundreds, so four requests.
    expect(first.headers['ratelimit']).toMatch(/^"member";r=8;/);
  });

  it('counts the validation of heavy documents for all of an organisation together, and none that is known', async () => {
    // A single unit comes back in a minute: whatever is heavier than that takes all there is.
    const narrow = await testApp({ RATE_LIMIT: 'member=1000,machine=1000,address=1000,documents=1' }, app.database);
    const [ours, theirs, others] = [await anAgency(plain), await anAgency(plain), await anAgency(plain)];
    const colleague = await aMember(plain, ours, ['viewer']);
    const heavy = (name: string) => `query ${name} { ${'me { __typename } '.repeat(200)} }`;
    const ask = (query: string, token: string) => narrow.graphql(query, {}, token);
    expect((await ask(heavy('first'), ours.owner.token)).errors).toBeUndefined();
    const refused = await ask(heavy('second'), colleague.token);
    expect([refused.status, refused.errors?.[0]?.extensions]).toMatchObject([
      429,
      { code: 'RATE_LIMITED', details: { limit: 1, basis: 'ORGANISATION_DOCUMENTS' } },
    ]);
    expect(refused.headers['retry-after']).toBeDefined();
    // What is known, what is light and what others ask is answered.
    for (const query of [heavy('first'), heavy('first'), ME]) {
      expect((await ask(query, colleague.token)).errors).toBeUndefined();
    }
    expect((await ask(heavy('second'), theirs.owner.token)).errors).toBeUndefined();
    // What is not valid is validated each time.
    const wrong = `{ ${'me { nothing } '.repeat(200)} }`;
    const codes = [];
    for (const _ of ['once', 'again'])
      codes.push((await ask(wrong, others.owner.token)).errors?.[0]?.extensions?.['code']);
    expect(codes).toEqual(['GRAPHQL_VALIDATION_FAILED', 'RATE_LIMITED']);
    await narrow.close();
  });

  it('refuses beyond it on the REST face, explaining itself in both languages', async () => {
    for (let i = 0; i < 12; i += 1) await app.rest().get('/v1/grabs').set(as(agency));
    const refused = await app.rest().get('/v1/grabs').set(as(agency)).set('accept-language', 'zh-CN').expect(429);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(refused.headers['ratelimit']).toMatch(/^"member";r=0;t=\d+$/);
    expect(refused.body).toMatchObject({
      type: '/errors/RATE_LIMITED',
      title: '请求过于频繁',
      code: 'RATE_LIMITED',
      retryAfterSeconds: Number(refused.headers['retry-after']),
      details: { limit: 12, used: 12, remaining: 0, windowSeconds: 60, basis: 'MEMBER_REQUESTS' },
    });
    const { resetsAt, basedOn, howToGetMore } = refused.body.details;
    expect(Date.parse(resetsAt)).not.toBeNaN();
    expect(basedOn).toContain('该成员的请求数');
    expect(howToGetMore).toContain('API 密钥');
    const english = await app.rest().get('/v1/grabs').set(as(agency)).expect(429);
    expect(english.body.details.basedOn).toContain('Requests of this member');
  });

  it('of grabbing explains itself by its own figures, not by those of requests', async () => {
    const roomy = await testApp({ RATE_LIMIT: 'member=100000,machine=100000,address=100000' }, app.database);
    const eager = await anAgency(roomy);
    const attempt = (locale: string) =>
      roomy
        .rest()
        .post(`/v1/cases/${publicId('case', newId(Date.now()))}/grab`)
        .set({ ...as(eager), 'accept-language': locale });
    const refused = async (locale: string) => {
      for (;;) {
        const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(locale)));
        const beyond = answers.find(({ status }) => status === 429);
        if (beyond) return beyond.body.details;
      }
    };
    const told = await refused('en');
    expect(told).toMatchObject({ basis: 'GRAB_ATTEMPTS', perSecond: 10, limit: 20, used: 20, remaining: 0 });
    expect(told.resets).toBe('Steadily: 10 a second; at most 20 are saved up.');
    expect(told.basedOn).toBe('Attempts of your organisation to grab, late ones included');
    expect(told.howToGetMore).toMatch(/^Follow the hall by its events/);
    const chinese = await refused('zh-CN');
    expect(chinese.resets).toBe('持续恢复，每秒 10 次，最多累积 20 次。');
    expect(JSON.stringify([told, chinese])).not.toMatch(/API|undefined|\{\w+\}| at \./);
    await roomy.close();
  });

  it('refuses beyond it on the GraphQL face with the same facts', async () => {
    const answer = await app.graphql(ME, {}, agency.owner.token);
    expect(answer.status).toBe(429);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      details: { limit: 12, used: 12, basis: 'MEMBER_REQUESTS' },
    });
    expect(answer.headers['retry-after']).toBeDefined();
  });

  it('of one member is nobody else’s, and made-up credentials are no way around that of an address', async () => {
    await app.rest().get('/v1/cases').set(as(creditor)).expect(200);
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const madeUp = await app.rest().get('/v1/cases').set('authorization', `Bearer made.up.${i}`);
      statuses.push(madeUp.status);
    }
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    await app.rest().get('/v1/cases').set(as(creditor)).expect(200);
  });

  it('counts pages like requests, readiness apart, and never refuses a sign of life', async () => {
    const probe = await app.rest().get('/livez').expect(200);
    expect(probe.headers['ratelimit']).toBeUndefined();
    await app.rest().get('/errors').expect(429);
    for (let i = 0; i < 5; i += 1) await app.rest().get('/readyz').expect(200);
    await app.rest().get('/readyz').expect(429);
    await app.rest().get('/livez').expect(200);
  });
});
