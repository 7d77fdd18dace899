import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { FEED_TYPES } from '../../src/notifications/feed/index.js';
import { faultsOf, type Schema } from '../support/json-schema.js';

interface Example {
  $ref?: string;
  value?: unknown;
}
interface Content {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, Example>;
}
interface Answer {
  $ref?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, Content>;
}
interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  schema: Schema;
  example?: unknown;
}
interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: unknown[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, Answer>;
}
interface Contract {
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, { post: Operation }>;
  components: {
    schemas: Record<string, Schema>;
    examples: Record<string, Example>;
    parameters: Record<string, Parameter>;
    responses: Record<string, Answer>;
  };
}

const contract = parse(readFileSync('openapi.yaml', 'utf8')) as Contract;
const { schemas, examples, parameters, responses } = contract.components;
const operations = Object.values(contract.paths).flatMap((verbs) => Object.values(verbs));
const OAUTH = ['getAccessToken', 'revokeAccessToken'];
const lastOf = (reference: string) => reference.split('/').at(-1) as string;
const answerOf = (answer: Answer): Answer => (answer.$ref ? responses[lastOf(answer.$ref)]! : answer);

/** What the linter says of a document; empty when it has nothing to say. */
function lint(file: string): string[] {
  try {
    execFileSync(process.execPath, ['test/contracts/lint-openapi.mjs', file], { encoding: 'utf8' });
    return [];
  } catch (error) {
    return (error as { stdout: string }).stdout.trim().split('\n');
  }
}

describe('openapi.yaml', () => {
  it('passes its linter’s strictest rules', () => {
    expect(lint('openapi.yaml')).toEqual([]);
  });

  it('would not with an example that does not fit, or an operation without words', () => {
    const broken = structuredClone(contract);
    broken.paths['/v1/cases']!['post']!.requestBody!.content['application/json']!.example = { externalRef: 7 };
    broken.paths['/v1/hall']!['get']!.description = '';
    const file = join(mkdtempSync(join(tmpdir(), 'recourse-lint-')), 'openapi.yaml');
    writeFileSync(file, stringify(broken));
    const rules = lint(file).map((line) => line.split(':')[0]);
    expect(rules).toEqual(expect.arrayContaining(['no-invalid-media-type-examples', 'operation-description']));
  });

  it('gives every operation its words, a tag that is described and its credentials', () => {
    const tags = new Map(contract.tags.map(({ name, description }) => [name, description]));
    for (const { operationId, summary, description, tags: own, security } of operations) {
      expect({ operationId, summary: /^[A-Z].*\.$/s.test(summary) }).toEqual({ operationId, summary: true });
      expect(description).toMatch(/For (every caller|every organisation|organisations of the kind)/);
      expect(own.map((tag) => tags.get(tag))).toEqual([expect.stringMatching(/\w/)]);
      expect(Array.isArray(security)).toBe(true);
    }
  });

  it('shows by example what every operation takes', () => {
    const faults = operations.flatMap(({ operationId, parameters: own, requestBody }) => [
      ...own
        .map((one) => (one.$ref ? parameters[lastOf(one.$ref)]! : one))
        .flatMap(({ name, schema, example }) => faultsOf(example, schema, schemas, `${operationId}(${name})`)),
      ...Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema, example }]) =>
        faultsOf(example, schema, schemas, `${operationId} ${type}`),
      ),
    ]);
    expect(faults).toEqual([]);
  });

  it('shows by example how every operation is refused, for each code', () => {
    for (const { operationId, responses: own, security, requestBody } of operations) {
      // OAuth's own endpoints refuse in the form of RFC 6749.
      if (OAUTH.includes(operationId)) continue;
      const codes = Object.entries(own).flatMap(([status, answer]) => {
        const problem = answerOf(answer).content?.['application/problem+json'];
        return Object.entries(problem?.examples ?? {}).map(([code, { $ref }]) => {
          const { value } = examples[lastOf($ref!)] as { value: { code: string; status: number } };
          expect(faultsOf(value, problem!.schema, schemas, `${operationId} ${code}`)).toEqual([]);
          expect([operationId, value.code, String(value.status)]).toEqual([operationId, code, status]);
          return code;
        });
      });
      const least = [
        'RATE_LIMITED',
        'BUSY',
        ...(security.length > 0 ? ['UNAUTHENTICATED', 'FORBIDDEN'] : []),
        ...(requestBody ? ['INVALID_INPUT'] : []),
      ];
      expect(codes).toEqual(expect.arrayContaining(least));
    }
    const grab = operations.find(({ operationId }) => operationId === 'grabCase')!;
    expect(Object.keys(answerOf(grab.responses['409']!).content!['application/problem+json']!.examples!)).toEqual(
      expect.arrayContaining(['CASE_ALREADY_GRABBED', 'QUOTA_EXCEEDED', 'IDEMPOTENCY_IN_FLIGHT']),
    );
  });

  it('names the header fields of every request and answer, and the key where an act can be repeated', () => {
    for (const { operationId, parameters: own, responses: answers } of operations) {
      const names = own.map((one) => (one.$ref ? parameters[lastOf(one.$ref)]!.name : one.name));
      expect([operationId, ...names]).toEqual(expect.arrayContaining(['Accept-Language', 'X-Request-Id']));
      const [, success] = Object.entries(answers).find(([status]) => status.startsWith('2'))!;
      expect(Object.keys(success.headers ?? {})).toEqual(
        expect.arrayContaining(['RateLimit', 'RateLimit-Policy', 'X-Request-Id']),
      );
      expect(names.includes('Idempotency-Key')).toBe('Idempotency-Replayed' in (success.headers ?? {}));
    }
    const repeatable = operations.filter(({ parameters: own }) => own.some(({ name }) => name === 'Idempotency-Key'));
    expect(repeatable.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(['grabCase', 'postCase', 'postCaseBatch', 'reportRepayment', 'confirmRepayment']),
    );
  });

  it('tells what comes to webhooks, for each type of event: its signed headers, its body and an example of it', () => {
    expect(Object.keys(contract.webhooks).sort()).toEqual(FEED_TYPES.map(({ type }) => type).sort());
    for (const { type, schema: dataSchema, description } of FEED_TYPES) {
      const { post } = contract.webhooks[type]!;
      expect([type, post.summary]).toEqual([type, description]);
      const headers = post.parameters.filter((one) => one.in === 'header').map(({ name }) => name);
      expect(headers).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature']);
      const { schema, example } = post.requestBody!.content['application/json']!;
      expect(faultsOf(example, schema, schemas, type)).toEqual([]);
      const { data, ...envelope } = example as { type: string; data: object };
      expect({ type: envelope.type, data: dataSchema.safeParse(data).success }).toEqual({ type, data: true });
      expect(JSON.stringify(data)).not.toMatch(/"text"|some_code/);
    }
  });
});
