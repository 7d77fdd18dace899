import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { parse } from 'yaml';
import { printGraphql, printOpenapi } from '../../src/contracts/print-contracts.js';
import { COMMON_REFUSALS } from '../../src/kernel/index.js';
import { faultsOf, type Schema } from '../support/json-schema.js';

const committed = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');
/** A mutation may succeed in two ways, such as a session or a second factor being asked for. */
const MOST_SUCCESSES = 2;

describe('the GraphQL contract', () => {
  let schema: GraphQLSchema;
  let types: GraphQLNamedType[];

  beforeAll(() => {
    schema = buildSchema(committed('src/schema.graphql'));
    types = Object.values(schema.getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    );
  });

  it('is what the resolvers say; `npm run contracts` prints it anew', async () => {
    expect(await printGraphql()).toBe(committed('src/schema.graphql'));
  });

  it('describes every value of every enum', () => {
    const silent = types.filter((type) => isEnumType(type) && type.getValues().some((value) => !value.description));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('describes every type, field, argument and input field', () => {
    const silent: string[] = [];
    const told = (name: string, description: string | null | undefined) => {
      if (!description?.trim()) silent.push(name);
    };
    for (const type of types) {
      if (!['Query', 'Mutation', 'Subscription'].includes(type.name)) told(type.name, type.description);
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) told(`${type.name}.${field.name}`, field.description);
      }
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        told(`${type.name}.${field.name}`, field.description);
        for (const arg of field.args) told(`${type.name}.${field.name}(${arg.name})`, arg.description);
      }
    }
    expect(silent).toEqual([]);
  });

  it('answers every mutation with a union of its success and refusals, the common ones among them', () => {
    const mutations = Object.values(schema.getMutationType()!.getFields());
    expect(mutations.length).toBeGreaterThan(20);
    const common = COMMON_REFUSALS.map((refusal) => refusal.name).sort();
    for (const { name, type } of mutations) {
      const union = schema.getType(String(type).replace('!', ''));
      if (!isUnionType(union)) throw new Error(`${name} answers ${type}, not a union`);
      const refusals = union.getTypes().filter((member) => implementsRefusal(member.getInterfaces()));
      const successes = union.getTypes().length - refusals.length;
      expect(`${name}: ${successes >= 1 && successes <= MOST_SUCCESSES}`).toBe(`${name}: true`);
      expect(refusals.map((member) => member.name)).toEqual(expect.arrayContaining(common));
      expect(String(type)).toMatch(/!$/);
    }
  });

  it('names an input by its act and never shows money as a number', () => {
    const numbers: string[] = [];
    for (const type of types) {
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (/Fen$/.test(field.name) && !/\bFen\b/.test(String(field.type))) numbers.push(`${type.name}.${field.name}`);
        if (/^(Float)/.test(String(field.type))) numbers.push(`${type.name}.${field.name}`);
      }
    }
    expect(numbers).toEqual([]);
    const inputs = types.filter((type) => isInputObjectType(type)).map((type) => type.name);
    expect(inputs.filter((name) => !/(Input|Filter)$/.test(name))).toEqual([]);
  });

  it('bounds every list it pages through', () => {
    const roots = Object.values(schema.getQueryType()!.getFields());
    const isPage = (type: unknown) => isObjectType(type) && 'pageInfo' in type.getFields();
    const pages = roots.filter(({ type }) => isPage(getNamedType(type)));
    expect(pages.length).toBeGreaterThan(3);
    const loose = pages.filter(({ args }) => !args.some((arg) => arg.name === 'first' && String(arg.type) === 'Int!'));
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  function implementsRefusal(interfaces: readonly { name: string }[]): boolean {
    return interfaces.some(({ name }) => name === 'Refusal');
  }
});

interface Content {
  schema?: Schema;
  example?: unknown;
}

interface Operation {
  operationId?: string;
  summary?: string;
  security?: unknown[];
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, Content> }>;
  parameters?: { name: string; in: string; description?: string }[];
}

describe('the REST contract', () => {
  const document = parse(committed('openapi.yaml')) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema & { description?: string }> };
  };
  const { schemas } = document.components;
  const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ name: `${verb.toUpperCase()} ${path}`, operation })),
  );

  it('is what the controllers say; `npm run contracts` prints it anew', async () => {
    expect(await printOpenapi()).toBe(committed('openapi.yaml'));
  });

  it('gives every operation an id of its own, a summary and problem documents', () => {
    expect(operations.length).toBeGreaterThan(15);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, operation } of operations) {
      expect(`${name} ${operation.operationId}`).toMatch(/ [a-z][A-Za-z]+$/);
      expect(`${name} ${operation.summary ?? ''}`).toMatch(/ [A-Z].*\.$/);
      expect(operation.responses['default']).toEqual({ $ref: '#/components/responses/Problem' });
    }
  });

  it('lives under /v1 and says of every operation whether it needs a login', () => {
    // OAuth's endpoints stand where its RFCs want them.
    const elsewhere = operations.map(({ name }) => name).filter((name) => !/^[A-Z]+ \/v1\//.test(name));
    expect(elsewhere.sort()).toEqual([
      'GET /.well-known/oauth-authorization-server',
      'POST /oauth/revoke',
      'POST /oauth/token',
    ]);
    const open = operations.filter(({ operation }) => operation.security?.length === 0);
    expect(open.map(({ operation }) => operation.operationId).sort()).toEqual([
      'getAccessToken',
      'getAuthorizationServer',
      'getError',
      'listErrors',
      'listEventTypes',
      'login',
      'refreshSession',
      'revokeAccessToken',
    ]);
  });

  it('describes the one way each operation succeeds, in words and as a schema', () => {
    for (const { name, operation } of operations) {
      const successes = Object.entries(operation.responses).filter(([status]) => /^2\d\d$/.test(status));
      expect(`${name}: ${successes.length}`).toBe(`${name}: 1`);
      const [, answer] = successes[0]!;
      expect(`${name}: ${answer.description}`).toMatch(/: [A-Z].*\.$/);
      const contents = Object.values(answer.content ?? {});
      expect(`${name}: ${contents.length > 0 && contents.every(({ schema }) => schema)}`).toBe(`${name}: true`);
    }
  });

  it('gives every JSON answer an example that fits its schema', () => {
    const faults = operations.flatMap(({ name, operation }) =>
      Object.values(operation.responses).flatMap(({ content }) => {
        const json = content?.['application/json'];
        return json ? faultsOf(json.example, json.schema!, schemas, name) : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('says of what it answers what the GraphQL contract says of it', () => {
    const graphql = buildSchema(committed('src/schema.graphql'));
    const shared = Object.entries(schemas).filter(([name]) => isObjectType(graphql.getType(name)));
    expect(shared.length).toBeGreaterThan(15);
    for (const [name, schema] of shared) {
      const type = graphql.getType(name) as GraphQLObjectType;
      expect(schema.description).toBe(type.description);
      expect(Object.keys(schema.properties!).sort()).toEqual(Object.keys(type.getFields()).sort());
      for (const field of Object.values(type.getFields())) {
        const { type: types, anyOf } = schema.properties![field.name]!;
        const nullable = [types].flat().includes('null') || anyOf?.some((option) => option.type === 'null') === true;
        expect(`${name}.${field.name} ${nullable}`).toBe(`${name}.${field.name} ${!isNonNullType(field.type)}`);
      }
    }
  });
});
