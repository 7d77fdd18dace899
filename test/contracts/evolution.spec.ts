import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { parse } from 'yaml';
import { deprecationFault } from '../../src/platform/faces/index.js';
import { ALLOWED_KINDS, NAMED_CHANGES } from './named-changes.js';
import { breakingChanges, type OpenApi } from './openapi-changes.js';

const read = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');
const released = (file: string) => read(`test/contracts/released/${file}`);

function graphqlChanges(before: string, after: string): string[] {
  const [old, now] = [buildSchema(before), buildSchema(after)];
  const dangerous = findDangerousChanges(old, now).filter(({ type }) => !(type in ALLOWED_KINDS));
  return [...findBreakingChanges(old, now), ...dangerous].map(({ description }) => `GraphQL: ${description}`);
}

describe('the contract evolves', () => {
  const rest = () =>
    breakingChanges(parse(released('openapi.yaml')), parse(read('openapi.yaml'))).map((one) => `REST: ${one}`);

  it('without a breaking change that is not named with its reason', () => {
    const changes = [...graphqlChanges(released('schema.graphql'), read('src/schema.graphql')), ...rest()];
    expect(changes.filter((change) => !(change in NAMED_CHANGES))).toEqual([]);
    expect(Object.keys(NAMED_CHANGES).filter((name) => !changes.includes(name))).toEqual([]);
    for (const reason of [...Object.values(NAMED_CHANGES), ...Object.values(ALLOWED_KINDS)]) {
      expect(reason).toMatch(/^[A-Z].{20,}\.$/s);
    }
  });

  it('and what is deprecated says since when, until when, at least six months later, and what to use', () => {
    expect(deprecatedIn(read('src/schema.graphql')).map(([name, words]) => [name, deprecationFault(words)])).toEqual(
      deprecatedIn(read('src/schema.graphql')).map(([name]) => [name, undefined]),
    );
    const document = parse(read('openapi.yaml')) as OpenApi;
    for (const verbs of Object.values(document.paths)) {
      for (const operation of Object.values(verbs) as { deprecated?: boolean; description?: string }[]) {
        if (operation.deprecated) expect(deprecationFault(operation.description?.split('\n')[0])).toBeUndefined();
      }
    }
  });
});

describe('the check of deprecations', () => {
  it('finds a hurried or silent one in a schema', () => {
    const found = deprecatedIn(`
      type Query {
        a: Int @deprecated(reason: "Deprecated since 2026-01-01, gone on 2026-07-01: use b.")
        b(old: Int @deprecated(reason: "old")): Int
        c: Word @deprecated(reason: "Deprecated since 2026-01-01, gone on 2026-06-30: use b.")
      }
      enum Word { one two @deprecated }
    `);
    const faults = Object.fromEntries(found.map(([name, words]) => [name, deprecationFault(words)]));
    expect(faults).toEqual({
      'Query.a': undefined,
      'Query.b(old)': expect.stringContaining('must read'),
      'Query.c': '2026-06-30 is less than 6 months after 2026-01-01',
      'Word.two': expect.stringContaining('must read'),
    });
  });
});

describe('the comparison of GraphQL contracts', () => {
  it('finds what breaks and lets pass what only adds', () => {
    const before = 'type Query { a(x: Int): Int! b: Word } enum Word { one two }';
    expect(
      graphqlChanges(before, 'type Query { a(x: Int, y: Int): Int! b: Word c: Int } enum Word { one two three }'),
    ).toEqual([]);
    expect(graphqlChanges(before, 'type Query { a(x: Int!): Int b: Word } enum Word { one }').length).toBe(3);
    expect(graphqlChanges('type Query { a(x: Int = 1): Int }', 'type Query { a(x: Int = 2): Int }').length).toBe(1);
  });
});

describe('the comparison of REST contracts', () => {
  const text = { type: 'string' };
  const base = () => ({
    paths: {
      '/v1/things/{id}': {
        post: {
          operationId: 'changeThing',
          security: [] as unknown[],
          parameters: [
            { name: 'mode', in: 'query', required: false, schema: { type: 'string', enum: ['a', 'b'] } },
          ] as any[],
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/In' } } } } as any,
          responses: {
            '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Out' } } } },
          } as any,
        },
      } as any,
    } as any,
    components: {
      schemas: {
        In: { type: 'object', required: ['a'], properties: { a: text, b: { type: ['string', 'null'] } } } as any,
        Out: {
          type: 'object',
          required: ['x', 'y'],
          properties: { x: text, y: { type: 'array', items: { $ref: '#/components/schemas/Out' } } },
        } as any,
      },
      'x-refusals': { NO: { status: 409 } } as any,
    },
  });
  type Base = ReturnType<typeof base>;
  const operation = (one: Base) => one.paths['/v1/things/{id}'].post;

  it('says nothing of equal ones and of additions', () => {
    expect(breakingChanges(base(), base())).toEqual([]);
    const more = base();
    more.paths['/v1/other'] = { get: { operationId: 'other', responses: {} } };
    more.components.schemas.In.properties.c = text;
    more.components.schemas.Out.properties.z = text;
    more.components.schemas.Out.required.push('z');
    operation(more).parameters[0].schema.enum.push('c');
    more.components['x-refusals'].LATER = { status: 409 };
    expect(breakingChanges(base(), more)).toEqual([]);
  });

  it.each<[string, (one: Base) => void, string]>([
    ['a path that is gone', (one) => delete one.paths['/v1/things/{id}'], 'POST /v1/things/{} is gone'],
    ['another name', (one) => (operation(one).operationId = 'x'), 'POST /v1/things/{} is called x, not changeThing'],
    ['a login', (one) => (operation(one).security = [{}]), 'POST /v1/things/{} needs a login'],
    [
      'a parameter that is gone',
      (one) => (operation(one).parameters = []),
      'POST /v1/things/{} knows no query parameter mode',
    ],
    [
      'a parameter that must be',
      (one) => (operation(one).parameters[0].required = true),
      'POST /v1/things/{} needs the query parameter mode',
    ],
    ['fewer words', (one) => operation(one).parameters[0].schema.enum.pop(), 'POST /v1/things/{} mode may not be b'],
    ['a new duty', (one) => one.components.schemas.In.required.push('b'), 'request In.b must be given'],
    ['an input that is gone', (one) => delete one.components.schemas.In.properties.b, 'request In.b is gone'],
    ['a narrower input', (one) => (one.components.schemas.In.properties.b = text), 'request In.b may not be null'],
    [
      'a stricter input',
      (one) => (one.components.schemas.In.properties.a = { type: 'string', pattern: '^x' }),
      'request In.a must match ^x',
    ],
    ['an output that is gone', (one) => delete one.components.schemas.Out.properties.x, 'answer Out.x is gone'],
    ['an output that may lack', (one) => one.components.schemas.Out.required.shift(), 'answer Out.x may be missing'],
    [
      'a wider output',
      (one) => (one.components.schemas.Out.properties.x = { type: ['string', 'null'] }),
      'answer Out.x may be null',
    ],
    ['another status', (one) => (operation(one).responses = { '201': {} }), 'POST /v1/things/{} does not answer 200'],
    [
      'a media type that is gone',
      (one) => (operation(one).responses['200'].content = {}),
      'POST /v1/things/{} answers no application/json',
    ],
    ['a body that must be', (one) => (operation(one).requestBody.required = true), 'POST /v1/things/{} needs a body'],
    ['a refusal that is gone', (one) => delete one.components['x-refusals'].NO, 'the refusal NO is gone'],
    [
      'another status of a refusal',
      (one) => (one.components['x-refusals'].NO.status = 422),
      'the refusal NO has status 422, not 409',
    ],
  ])('finds %s', (_, change, said) => {
    const after = base();
    change(after);
    expect(breakingChanges(base(), after)).toEqual([said]);
  });
});

/** Everything with `@deprecated` in a schema, with its reason. */
function deprecatedIn(sdl: string): [name: string, reason: string | null | undefined][] {
  const found: [string, string | null | undefined][] = [];
  const look = (name: string, { deprecationReason }: { deprecationReason?: string | null }) => {
    if (deprecationReason !== undefined && deprecationReason !== null) found.push([name, deprecationReason]);
  };
  for (const type of Object.values(buildSchema(sdl).getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
    }
  }
  return found;
}
