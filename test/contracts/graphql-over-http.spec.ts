import { type Audit, serverAudits } from 'graphql-http';
import { type TestApp, testApp } from '../support/app.js';

/** Audits that are not met on purpose, each with its reason. */
const NOT_MET: Readonly<Record<string, string>> = {};
const GRAPHQL_JSON = 'application/graphql-response+json';

describe('GraphQL over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  // GET requests and simple ones need this header against cross-site requests, which the specification leaves to servers.
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { 'apollo-require-preflight': 'true', ...(init.headers as object) } });
  const audits = (): Audit[] => serverAudits({ url: () => `${app.url}/graphql`, fetchFn });
  const post = (body: string, accept?: string) =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(accept ? { accept } : {}) },
      body,
    });
  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/graphql?${new URLSearchParams({ query })}`, { headers });

  // The second time round operations are compiled, which must not show.
  it.each(['plain', 'compiled', 'compiled again'])('keeps every MUST, SHOULD and MAY of its audits, %s', async () => {
    const failed: Record<string, string> = {};
    for (const { id, name, fn } of audits()) {
      const result = await fn();
      if (result.status !== 'ok') failed[id] = `${name}: ${'reason' in result ? result.reason : ''}`;
    }
    expect(failed).toEqual(NOT_MET);
    expect(audits().length).toBeGreaterThan(55);
  });

  it.each([
    ['broken JSON', '{"query":', 400],
    ['a syntax error', JSON.stringify({ query: '{' }), 400],
    ['an unknown field', JSON.stringify({ query: '{ nothingOfTheKind }' }), 400],
    [
      'a bad variable',
      JSON.stringify({ query: 'query ($n: Int!) { hall(first: $n) { nodes { id } } }', variables: { n: 'x' } }),
      400,
    ],
    ['an operation that ran', JSON.stringify({ query: '{ __typename }' }), 200],
  ])('answers %s with a status that says it', async (_, body, status) => {
    expect((await post(body)).status).toBe(status);
    const response = await post(body, GRAPHQL_JSON);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining(GRAPHQL_JSON),
    ]);
  });

  it('takes queries by GET, but no mutation, and none that a foreign page could send', async () => {
    const safe = { 'x-apollo-operation-name': 'Hello' };
    expect((await get('query Hello { __typename }', safe)).status).toBe(200);
    const mutation = await get('mutation Hello { logout { __typename } }', safe);
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await get('{ __typename }')).status).toBe(400);
  });
});
