import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { START_GRAPHIQL } from './pages.js';

interface Opened {
  defaultTabs: { query: string; headers: string }[];
  fetcher: unknown;
}

/** What the script of the page gives to GraphiQL and its fetcher, on a page of this origin. */
function opened(origin: string): { fetcher: Record<string, string>; props: Opened } {
  const seen: { fetcher?: Record<string, string>; props?: Opened } = {};
  const GraphiQL = { createFetcher: (options: Record<string, string>) => (seen.fetcher = options) };
  runInNewContext(START_GRAPHIQL, {
    ...{ GraphiQL, location: { origin }, document: { getElementById: () => ({}) } },
    ReactDOM: { createRoot: () => ({ render: () => undefined }) },
    React: { createElement: (_: unknown, props: Opened) => (seen.props = props) },
  });
  return { fetcher: seen.fetcher!, props: seen.props! };
}

describe('GraphiQL', () => {
  it('subscribes at the address of its own page', () => {
    expect(opened('http://localhost:3000').fetcher).toEqual({
      ...{ url: '/graphql', subscriptionUrl: 'ws://localhost:3000/graphql' },
    });
    expect(opened('https://api.example.com').fetcher['subscriptionUrl']).toBe('wss://api.example.com/graphql');
  });

  it('opens with a login, the hall and a subscription, as the schema has them', () => {
    const schema = buildSchema(readFileSync(join(process.cwd(), 'src/schema.graphql'), 'utf8'));
    const { defaultTabs } = opened('http://localhost:3000').props;
    const kinds = defaultTabs.map(({ query, headers }) => {
      expect([query.split('\n')[0], validate(schema, parse(query))]).toEqual([expect.stringMatching(/^# \d\. \w/), []]);
      expect(JSON.parse(headers)).toEqual({ Authorization: '' });
      return getOperationAST(parse(query))!.operation;
    });
    expect(kinds).toEqual(['mutation', 'query', 'subscription']);
  });
});
