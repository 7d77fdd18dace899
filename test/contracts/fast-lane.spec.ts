import { randomUUID } from 'node:crypto';
import { FastLane } from '../../src/platform/graphql/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, aListedCase, anAgency, anApiKey, aSandbox, type Organisation } from '../support/builders.js';
import { namedDatabase, type TestDatabase } from '../support/database.js';
import { withoutRefill } from '../support/rates.js';

interface Asking {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null;
}
interface Case {
  readonly body: Asking;
  readonly headers?: Record<string, string>;
  /** Whether the lane may take it; what it may not has to go to the server also when it was seen before. */
  readonly taken?: boolean;
}
interface Seen {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const GRAB = `mutation Grab($id: ID!) { grabCase(caseId: $id) {
  __typename ... on Grab { id } ... on Refusal { code message path retryAfterSeconds details } } }`;
// A second root field, because what asks for the hall alone may get an answer that is shared with others.
const HALL = `query Hall($first: Int! = 2, $sort: HallSort, $detail: Boolean! = false) {
  hall(first: $first, sort: $sort) { all: nodes { id ...Money } pageInfo { hasNextPage endCursor } totalCount @include(if: $detail) }
  me { scopes } } fragment Money on HallCase { amountFen }`;
const ME = '{ me { organisation { id kind } member { id } scopes } }';
const TWO = 'query One { __typename } query Two { me { scopes } }';
const DEBTOR = 'query ($id: ID!) { case(id: $id) { id contractNumber debtorMaskedName } }';

/** Headers that differ between any two requests. */
const OWN = new Set(['date', 'x-request-id', 'ratelimit', 'content-length']);

describe('the fast lane', () => {
  withoutRefill();
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;
  let tester: string;
  let machine: string;
  let caseId: string;
  let listed: string;
  let taken: jest.SpyInstance;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_lane_${process.pid}`, { fresh: true });
    app = await testApp({ RATE_LIMIT: 'member=100000,machine=100000,address=100000' }, database);
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app)]);
    [caseId, listed] = await Promise.all([aListedCase(app, creditor), aListedCase(app, creditor)]);
    await aGrab(app, agency, caseId);
    tester = (await aSandbox(app, creditor)).agency.owner.token;
    machine = (await anApiKey(app, agency, ['cases:read', 'hall:read']))['key'];
    taken = jest.spyOn(app.serving.app.get(FastLane), 'answer' as never);
  });
  afterAll(() => app?.close());

  async function send({ body, headers }: Case, through: 'lane' | 'server', url = app.url): Promise<Seen> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      // The lane leaves a request with extensions to the server, which makes nothing of empty ones.
      body: JSON.stringify(through === 'lane' ? body : { ...body, extensions: {} }),
    });
    const text = await response.text();
    const rest = [...response.headers].filter(([name]) => !OWN.has(name));
    return { status: response.status, headers: Object.fromEntries(rest), body: withoutOwn(text) };
  }

  /** Request id and what is left of the rate are each request's own; they must be there all the same. */
  function withoutOwn(text: string): string {
    return text
      .replace(/"requestId":"[\w-]+"/g, '"requestId":"…"')
      .replace(/"remaining":\d+,"resetsInSeconds":\d+/, '"remaining":"…"');
  }

  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  const hall = (variables: unknown, more: Record<string, string> = {}): Case => ({
    body: { query: HALL, variables },
    headers: { ...as(agency.owner.token), ...more },
  });

  /** Every request twice before, so that the server has compiled whatever can be compiled. */
  async function bothWays(one: Case): Promise<{ lane: Seen; server: Seen; took: boolean }> {
    for (let n = 0; n < 2; n += 1) await send({ ...one, headers: {} }, 'server');
    for (let n = 0; n < 2; n += 1) await send(one, 'server');
    const before = taken.mock.calls.length;
    const lane = await send(one, 'lane');
    const took = taken.mock.calls.length > before;
    return { lane, server: await send(one, 'server'), took };
  }

  const cases: Record<string, () => Case> = {
    'a good query': () => hall({ first: 2 }),
    'a query that does not say its variables': () => hall(undefined),
    'variables that are null': () => hall(null),
    'a null variable': () => hall({ first: null }),
    'a variable nobody declared': () => hall({ first: 2, nothing: 1 }),
    'a fragment, an alias and a condition': () => hall({ first: 1, detail: true }),
    'a variable of the wrong type': () => hall({ first: 'two' }),
    'a wrong enum value': () => hall({ sort: 'CHEAPEST' }),
    'bad variables told to an old client': () => hall({ first: 'two' }, { accept: 'application/json' }),
    'bad variables told to a new client': () => hall({ first: 'two' }, { accept: 'application/graphql-response+json' }),
    'a bad value in Chinese': () => hall({ first: -1 }, { 'accept-language': 'zh-CN' }),
    'a value out of range': () => hall({ first: 101 }),
    'an Accept of anything': () => hall({ first: 1 }, { accept: '*/*' }),
    'a grab that comes too late': () => ({
      body: { query: GRAB, variables: { id: caseId } },
      headers: as(agency.owner.token),
    }),
    'a refusal in Chinese': () => ({
      body: { query: GRAB, variables: { id: caseId } },
      headers: { ...as(agency.owner.token), 'accept-language': 'zh-CN' },
    }),
    'a missing required variable': () => ({ body: { query: GRAB, variables: {} }, headers: as(agency.owner.token) }),
    'an id that is none': () => ({
      body: { query: GRAB, variables: { id: 'case_x' } },
      headers: as(agency.owner.token),
    }),
    'nobody at all': () => ({ body: { query: GRAB, variables: { id: caseId } } }),
    'nobody who asks without a union': () => ({ body: { query: ME } }),
    'a bearer nobody knows': () => ({ body: { query: ME }, headers: as('nobody') }),
    'the wrong kind of organisation': () => ({
      body: { query: GRAB, variables: { id: caseId } },
      headers: as(creditor.owner.token),
    }),
    'a machine without the scope': () => ({ body: { query: GRAB, variables: { id: caseId } }, headers: as(machine) }),
    'a machine from whom a field is kept': () => ({
      body: { query: DEBTOR, variables: { id: caseId } },
      headers: as(machine),
    }),
    'a member who sees the field': () => ({
      body: { query: DEBTOR, variables: { id: caseId } },
      headers: as(agency.owner.token),
    }),
    'a machine': () => ({ body: { query: ME }, headers: as(machine) }),
    'a tester in a sandbox': () => ({ body: { query: ME }, headers: as(tester) }),
    'a tester before a live case': () => ({ body: { query: GRAB, variables: { id: listed } }, headers: as(tester) }),
    'one of two operations': () => ({ body: { query: TWO, operationName: 'Two' }, headers: as(agency.owner.token) }),
    'a null operation name': () => ({ body: { query: ME, operationName: null }, headers: as(agency.owner.token) }),
    'two root fields and one that fails': () => ({
      body: { query: `query ($id: ID!) { __typename me { scopes } case(id: $id) { id } }`, variables: { id: listed } },
      headers: as(agency.owner.token),
    }),
    'an idempotency key that is used again': () => ({
      body: { query: GRAB, variables: { id: listed } },
      headers: { ...as(agency.owner.token), 'idempotency-key': 'lane-1' },
    }),
  };
  const refused: Record<string, () => Case> = {
    'a name no operation has': () => ({
      body: { query: TWO, operationName: 'Three' },
      headers: as(agency.owner.token),
    }),
    'an empty operation name': () => ({ body: { query: ME, operationName: '' }, headers: as(agency.owner.token) }),
    'two operations and no name': () => ({ body: { query: TWO }, headers: as(agency.owner.token) }),
    'a name that reads like a document': () => ({
      body: { query: '{ __typename }', operationName: 'query' },
      headers: as(agency.owner.token),
    }),
    introspection: () => ({ body: { query: '{ __schema { queryType { name } } }' } }),
    'a syntax error': () => ({ body: { query: '{ me' } }),
    'an unknown field': () => ({ body: { query: '{ nothing }' } }),
    'a cost over the limit': () => ({
      body: {
        query: `query ($n: Int) { ${Array.from({ length: 12 }, (_, n) => `h${n}: hall(first: $n) { nodes { id creditor { id } } edges { node { id } } }`).join(' ')} }`,
        variables: { n: 100 },
      },
      headers: as(agency.owner.token),
    }),
    'a variable that makes it cost too much': () => hall({ first: 1_000_000 }),
    'variables as a list': () => hall([]),
    'variables as text': () => hall('{}'),
    'an Accept that has to be weighed': () =>
      hall({ first: 1 }, { accept: 'application/graphql-response+json, application/json;q=0.9' }),
    'an Accept of something else': () => hall({ first: 1 }, { accept: 'text/html' }),
    'a subscription': () => ({
      body: { query: 'subscription { hallChanged { __typename } }' },
      headers: as(agency.owner.token),
    }),
  };

  it.each(Object.keys(cases))('answers as the server does: %s', async (name) => {
    const { lane, server, took } = await bothWays(cases[name]!());
    expect(took).toBe(true);
    expect(lane).toEqual(server);
    if (server.body.includes('"errors"') === false) expect(lane.body).toContain('"requestId":"…"');
  });

  it.each(Object.keys(refused))('leaves to the server: %s', async (name) => {
    const { lane, server, took } = await bothWays(refused[name]!());
    expect(took).toBe(false);
    expect(lane).toEqual(server);
  });

  it('leaves GET and plain text to the server', async () => {
    const query = encodeURIComponent(ME);
    const before = taken.mock.calls.length;
    const get = await fetch(`${app.url}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'true' } });
    const text = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: ME,
    });
    expect([get.status, text.status, taken.mock.calls.length - before]).toEqual([200, 415, 0]);
  });

  it('counts to the same rate and leaves its end to the server', async () => {
    const few = await testApp({ RATE_LIMIT: 'member=7,machine=7,address=100000' }, database);
    try {
      const statuses: number[] = [];
      for (let n = 0; n < 9; n += 1) {
        const { status } = await send({ body: { query: ME }, headers: as(machine) }, 'lane', few.url);
        statuses.push(status);
      }
      expect(statuses).toEqual([...Array(7).fill(200), 429, 429]);
    } finally {
      await few.close();
    }
  });

  it('knows only the documents of its own application', async () => {
    const other = await testApp({}, database);
    try {
      const query = `query Own${randomUUID().replaceAll('-', '')} { me { scopes } }`;
      const one: Case = { body: { query }, headers: as(agency.owner.token) };
      expect((await bothWays(one)).took).toBe(true);
      const asked = jest.spyOn(other.serving.app.get(FastLane), 'answer' as never);
      const before = taken.mock.calls.length;
      expect((await send(one, 'lane', other.url)).status).toBe(200);
      expect([asked.mock.calls.length, taken.mock.calls.length - before]).toEqual([0, 0]);
    } finally {
      await other.close();
    }
  });
});
