import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  getIntrospectionQuery,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { BOOK, counted, LibraryModule } from '../../../test/support/library.fixture.js';
import { publicId } from '../../kernel/ids.js';
import { createApp } from '../app/create-app.js';

const ID = publicId('document', BOOK);
let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createApp(LibraryModule, { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

async function ask(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables }, headers });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

const LEND = `mutation Lend($input: LendInput!) { lendBook(input: $input) { __typename
  ... on Book { id priceFen } ... on Reservation { place }
  ... on Refusal { code message path retryAfterSeconds details } } }`;
const lend = (change: Record<string, unknown> = {}, headers = {}) =>
  ask(LEND, { input: { bookId: ID, to: 'Wu', rows: [{ amountFen: '100', due: '2026-03-01' }], ...change } }, headers);

/** Each story is told three times: executed plainly first, compiled from the second time on. */
describe.each(['plain', 'compiled', 'compiled again'])('refusals, %s', () => {
  it('gives the success member, with ids, fen and days read', async () => {
    const { body } = await lend();
    expect(body.errors).toBeUndefined();
    expect(body.data.lendBook).toEqual({ __typename: 'Book', id: ID, priceFen: '125000' });
    expect((await lend({ to: 'queue' })).body.data.lendBook).toEqual({ __typename: 'Reservation', place: 3 });
  });

  it('gives a thrown refusal as a member, in the language asked for', async () => {
    const { status, body } = await lend({ to: 'Li' }, { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(status).toBe(200);
    expect(body.data.lendBook).toEqual({
      __typename: 'AlreadyLent',
      code: 'ALREADY_LENT',
      message: '该书已借给 Li。',
      path: 'to',
      retryAfterSeconds: 3,
      details: { holder: 'Li' },
    });
    expect((await lend({ to: 'busy' })).body.data.lendBook).toMatchObject({ __typename: 'Busy', retryAfterSeconds: 1 });
  });

  it.each([
    [{ bookId: 'case_01JABC' }, 'bookId'],
    [{ bookId: BOOK }, 'bookId'],
    [{ to: 'far too long a name' }, 'to'],
    [{ rows: [{ amountFen: '1' }, { amountFen: '0' }] }, 'rows[1].amountFen'],
  ])('names the field of %j', async (change, path) => {
    const before = counted.mutations;
    const { status, body } = await lend(change);
    expect(status).toBe(200);
    expect(body.data.lendBook).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT', path });
    expect(body.data.lendBook.details.reason).not.toBe('');
    expect(counted.mutations).toBe(before);
  });

  it('catches what guards throw, and a guard that only says no', async () => {
    const on = (field: string) =>
      ask(`mutation { ${field} { __typename ... on Refusal { code } } }`).then((it) => it.body.data[field]);
    expect(await on('guarded')).toEqual({ __typename: 'Unauthenticated', code: 'UNAUTHENTICATED' });
    expect(await on('guardedForbidden')).toEqual({ __typename: 'Forbidden', code: 'FORBIDDEN' });
    expect(await on('guardedFalse')).toEqual({ __typename: 'Forbidden', code: 'FORBIDDEN' });
  });

  it('names the argument whose id is malformed', async () => {
    const { body } = await ask('mutation { returnBook(id: "x") { ... on Refusal { code path } } }');
    expect(body.data.returnBook).toEqual({ code: 'INVALID_INPUT', path: 'id' });
  });

  it('answers a refusal as a coded error where there is no union', async () => {
    const { status, body } = await ask('{ refused { id } missing { id } }');
    expect(status).toBe(200);
    expect(body.data).toEqual({ refused: null, missing: null });
    expect(body.errors.map((error: { extensions: unknown }) => error.extensions)).toEqual([
      { code: 'ALREADY_LENT', path: 'x', retryAfterSeconds: 3, details: { holder: 'Li' } },
      { code: 'NOT_FOUND' },
    ]);
    expect(JSON.stringify(body)).not.toContain('internal words');
  });

  it('tells nothing of a fault of ours but its request id', async () => {
    const { body } = await ask('{ broken unwritable }', {}, { 'x-request-id': 'req-12345678' });
    expect(body.data).toEqual({ broken: null, unwritable: null });
    expect(body.errors).toHaveLength(2);
    for (const error of body.errors) expect(error.extensions).toEqual({ code: 'INTERNAL', requestId: 'req-12345678' });
    const hard = await ask('{ brokenHard }');
    expect(hard.body.data).toBeNull();
    expect(JSON.stringify([body, hard.body])).not.toMatch(/secret|vault|\.ts:|cannot be written/);
  });

  it('answers, and does not hang, when a union member is unknown', async () => {
    const { body } = await lend({ to: 'odd' });
    expect(body.errors[0].extensions.code).toBe('INTERNAL');
  });

  it('runs a mutation that fails once only', async () => {
    const before = counted.mutations;
    const { body } = await lend({ to: 'boom' });
    expect(body.errors[0].extensions.code).toBe('INTERNAL');
    expect(counted.mutations).toBe(before + 1);
  });

  it.each([
    ['query Q($a: Fen!) { add(a: $a) }', { a: '1.5' }, 'a'],
    ['query Q($a: Fen!) { add(a: $a) }', { a: 15 }, 'a'],
    ['query Q($a: Fen!) { add(a: $a) }', {}, 'a'],
    ['query Q($d: [Date!]) { add(a: "1", days: $d) }', { d: ['2026-02-30'] }, 'd[0]'],
    ['query Q($at: DateTime!) { same(at: $at) }', { at: 'yesterday' }, 'at'],
    [LEND, { input: { bookId: ID, to: 'Wu', rows: [{ amountFen: '1,5' }] } }, 'rows[0].amountFen'],
    [LEND, { input: { bookId: ID, to: 'Wu', rows: [], more: 1 } }, 'input'],
  ])('refuses the bad variable of %s %j', async (query, variables, path) => {
    const { status, body } = await ask(query, variables);
    expect(status).toBe(400);
    expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
    expect(body).not.toHaveProperty('data');
  });

  it.each([
    ['{ add(a: "1.5") }', 'a'],
    ['{ add(a: 5) }', 'a'],
    ['{ add(a: "5", days: ["2026-13-01"]) }', 'days'],
    ['{ same(at: "2026-02-30T00:00:00Z") }', 'at'],
  ])('refuses the bad literal of %s', async (query, path) => {
    const { status, body } = await ask(query);
    expect(status).toBe(400);
    expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
  });

  it('counts the total only when asked', async () => {
    const before = counted.totals;
    const { body } = await ask(
      '{ books(first: 2) { nodes { title } edges { cursor } pageInfo { hasNextPage endCursor } } }',
    );
    expect(body.data.books.nodes).toHaveLength(2);
    expect(body.data.books.pageInfo).toEqual({ hasNextPage: true, endCursor: body.data.books.edges[1].cursor });
    expect(counted.totals).toBe(before);
    expect((await ask('{ books(first: 1) { totalCount } }')).body.data.books).toEqual({ totalCount: 7 });
    expect(counted.totals).toBe(before + 1);
  });
});

describe('limits', () => {
  const deep = (levels: number) => `{ book(id: "${ID}") { ${'sequel { '.repeat(levels)}id${' }'.repeat(levels)} } }`;
  const spread = `{ book(id: "${ID}") { ...A } } fragment A on Book { sequel { sequel { sequel { ...B } } } }
    fragment B on Book { sequel { sequel { sequel { sequel { id } } } } }`;

  it.each([
    ['a syntax error', '{ books(', 400, 'GRAPHQL_PARSE_FAILED'],
    ['too many tokens', `{ ${'broken '.repeat(1_001)} }`, 400, 'GRAPHQL_PARSE_FAILED'],
    ['aliases', `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ')} }`, 400, 'TOO_MANY_ALIASES'],
    [
      'directives',
      `{ ${'broken @skip(if: true) ... { broken @include(if: true) } '.repeat(6)} }`,
      400,
      'TOO_MANY_DIRECTIVES',
    ],
    ['depth', deep(7), 400, 'QUERY_TOO_DEEP'],
    ['depth through fragments', spread, 400, 'QUERY_TOO_DEEP'],
    ['cost by literal', '{ books(first: 3000) { nodes { author { name } } } }', 400, 'QUERY_TOO_COSTLY'],
    ['an unknown field', '{ bookz { id } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s is refused', async (_, query, status, code) => {
    for (let times = 0; times < 3; times += 1) {
      const answer = await ask(query);
      expect(answer.status).toBe(status);
      expect(answer.body.errors[0].extensions.code).toBe(code);
    }
  });

  it('costs by variable and by default', async () => {
    const query = 'query Q($n: Int! = 4000) { books(first: $n) { nodes { author { name } } } }';
    expect((await ask(query)).body.errors[0].extensions).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      details: { limit: 5000 },
    });
    const { body } = await ask(query, { n: 10 });
    expect(body.extensions.cost).toEqual({ requested: 21, limit: 5000 });
  });

  it('lists at most five validation errors', async () => {
    const { body } = await ask('{ a b c d e f g h }');
    expect(body.errors.length).toBeLessThanOrEqual(6);
  });

  it('wants no batches, no simple requests, no unknown operations', async () => {
    const batch = await app.inject({ method: 'POST', url: '/graphql', payload: [{ query: '{ __typename }' }] });
    expect(batch.statusCode).toBe(400);
    const simple = await app.inject({ method: 'GET', url: '/graphql?query={__typename}' });
    expect(simple.statusCode).toBe(400);
    const named = { query: 'query A { broken } query B { broken }', operationName: 'C' };
    for (let times = 0; times < 3; times += 1) {
      const unknown = await app.inject({ method: 'POST', url: '/graphql', payload: named });
      expect(unknown.statusCode).toBe(400);
    }
  });

  it('lets the deepest allowed and introspection through', async () => {
    expect((await ask(deep(6))).status).toBe(200);
    expect((await ask(getIntrospectionQuery())).body.data.__schema.types.length).toBeGreaterThan(20);
  });
});

describe('the schema', () => {
  it('describes every type, field, argument and input', () => {
    const schema = app.get(GraphQLSchemaHost).schema;
    const bare: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
      if (type.name !== 'Query' && type.name !== 'Mutation' && !type.description) bare.push(type.name);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields()))
        if (!field.description) bare.push(`${type.name}.${field.name}`);
    }
    expect(bare).toEqual([]);
  });

  it('has each refusal once, as a Refusal', () => {
    const sdl = printSchema(app.get(GraphQLSchemaHost).schema);
    expect(sdl.match(/^type AlreadyLent implements Refusal/gm)).toHaveLength(1);
    expect(sdl).toMatch(/union ReturnBookResult = .*AlreadyLent.*Book.*InvalidInput/);
    expect(sdl).toContain('scalar Date ');
  });
});
