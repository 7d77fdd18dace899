import { type Audit, serverAudits } from 'graphql-http';
import { type TestApp, testApp } from '../support/app.js';

/** Audits that are not met on purpose, each with its reason. */
const NOT_MET: Readonly<Record<string, string>> = {};

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

  it('keeps every MUST, SHOULD and MAY of the specification’s audits', async () => {
    const failed: Record<string, string> = {};
    for (const { id, name, fn } of audits()) {
      const result = await fn();
      if (result.status !== 'ok') failed[id] = `${name}: ${'reason' in result ? result.reason : ''}`;
    }
    expect(failed).toEqual(NOT_MET);
    expect(audits().length).toBeGreaterThan(55);
  });
});
