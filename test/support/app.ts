import 'reflect-metadata';
import supertest from 'supertest';
import { type Serving, serveApi } from '../../src/boot/serve.js';
import { type NewOwner, Registrations } from '../../src/parties/members/index.js';
import { createLogger } from '../../src/platform/observability/index.js';
import { Relay } from '../../src/platform/outbox/index.js';
import { testConfig } from './config.js';
import { type TestDatabase, workerDatabase } from './database.js';

/** Bounds only what never ends. */
const SETTLED_WITHIN_MS = 1_200_000;

/** What a GraphQL request came back with. */
export interface GraphqlAnswer {
  status: number;
  headers: Record<string, string>;
  data: Record<string, any> | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[] | undefined;
}

/** The real application on a real port, spoken to as any client would. */
export interface TestApp {
  readonly url: string;
  readonly database: TestDatabase;
  readonly serving: Serving;
  /** REST, by supertest. */
  rest(): ReturnType<typeof supertest>;
  graphql(
    query: string,
    variables?: Record<string, unknown>,
    token?: string,
    headers?: Record<string, string>,
  ): Promise<GraphqlAnswer>;
  /** Makes an owner of the platform, as the command on the server does. */
  platformOwner(owner: NewOwner): Promise<void>;
  /** Waits until every event published so far has reached its consumers. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the whole application on this worker's database (or a given one); what it logs goes to `log`, where one is given. */
export async function testApp(
  overrides: Record<string, string> = {},
  on?: TestDatabase,
  log?: Pick<NodeJS.WritableStream, 'write'>,
): Promise<TestApp> {
  const database = on ?? (await workerDatabase());
  const config = testConfig({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, ...overrides });
  const serving = await serveApi(config, createLogger(config.logLevel, log));
  return {
    ...clientOf(serving.url),
    database,
    serving,
    async platformOwner(owner) {
      await serving.app.get(Registrations).createPlatformOwner(owner, true);
    },
    settled: () => serving.app.get(Relay).drain(SETTLED_WITHIN_MS),
    close: () => serving.close(),
  };
}

/** Speaks to an application at an address, wherever it runs. */
export function clientOf(url: string): Pick<TestApp, 'url' | 'rest' | 'graphql'> {
  return {
    url,
    rest: () => supertest(url),
    async graphql(query, variables, token, headers = {}) {
      const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization, ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await answer.json()) as Pick<GraphqlAnswer, 'data' | 'errors'>;
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        data: body.data,
        errors: body.errors,
      };
    },
  };
}
