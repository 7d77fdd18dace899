import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { BOOK, LibraryModule } from '../../../test/support/library.fixture.js';
import { publicId } from '../../kernel/ids.js';
import { createApp } from '../app/create-app.js';
import { compileOperation, realErrors } from './compiled.js';

const ID = publicId('document', BOOK);
let app: NestFastifyApplication;
let schema: GraphQLSchema;
beforeAll(async () => {
  app = await createApp(LibraryModule, { logger: false });
  await app.init();
  schema = app.get(GraphQLSchemaHost).schema;
});
afterAll(() => app.close());

const context = () => ({ locale: 'en', requestId: 'req-1', request: {}, reply: {}, req: {} });

async function plainly(document: DocumentNode, variableValues: Record<string, unknown>): Promise<ExecutionResult> {
  return execute({ schema, document, variableValues, contextValue: context(), options: { maxCoercionErrors: 5 } });
}

function told(result: ExecutionResult) {
  const errors = realErrors(result.errors ?? []).map((error) => error.toJSON());
  return JSON.parse(JSON.stringify({ ...result, errors }));
}

const LEND = `mutation Lend($input: LendInput!) { lendBook(input: $input) { __typename
  ... on Book { id priceFen author { name } } ... on Reservation { place } ... on Refusal { code path } } }`;
const input = { bookId: ID, to: 'Wu', rows: [{ amountFen: '100', due: '2026-03-01' }, { amountFen: '7' }] };
const NODES = 'query Q($n: Int!, $s: Boolean = true, $t: Boolean!) { books(first: $n) { nodes {';

const CASES: [string, Record<string, unknown>?][] = [
  [`{ book(id: "${ID}") { id title priceFen due lentAt shelf note author { name } } }`],
  [
    `query Q($id: ID!) { a: book(id: $id) { t: title } b: book(id: $id) { id sequel { title sequel { title } } } }`,
    { id: ID },
  ],
  ['query Q($n: Int = 3) { books(first: $n) { nodes { title note } totalCount pageInfo { hasNextPage endCursor } } }'],
  ['query Q($n: Int = 3) { books(first: $n) { nodes { title } } }', { n: 1 }],
  ['query Q($n: Int = 3) { books(first: $n) { nodes { title } } }', { n: null }],
  ['query Q($s: Shelf) { books(first: 4, shelf: $s) { nodes { title shelf } } }', { s: 'Cellar' }],
  ['query Q($s: Shelf = Front) { books(first: 4, shelf: $s) { nodes { title shelf } } }'],
  ['{ books(first: 4, shelf: Cellar) { nodes { title shelf } } }'],
  ['query Q($s: Shelf) { books(first: 4, shelf: $s) { nodes { title } } }', { s: 'the-cellar' }],
  [`${NODES} title @skip(if: $s) note @include(if: $t) } } }`, { n: 2, t: true }],
  [
    `${NODES} ...F @include(if: $t) ... @skip(if: $s) { title } } } } fragment F on Book { id author { name } }`,
    { n: 2, t: false },
  ],
  [
    `${NODES} ...F @include(if: $t) ...F @skip(if: $s) } } } fragment F on Book { id title }`,
    { n: 2, t: false, s: false },
  ],
  [`${NODES} sequel @include(if: $t) { title @skip(if: $s) } sequel { id } } } }`, { n: 2, t: false }],
  ['query Q($a: Fen!, $d: [Date!]) { add(a: $a, days: $d) }', { a: '900719925474099', d: ['2026-01-01'] }],
  ['query Q($a: Fen!, $d: [Date!] = ["2026-01-01", "2026-01-02"]) { add(a: $a, days: $d) }', { a: '1' }],
  ['query Q($a: Fen! = "5") { add(a: $a) }'],
  ['query Q($a: Fen! = "5") { add(a: $a, days: "2026-01-01") }', { a: '6' }],
  ['query Q($d: Date!) { add(a: "1", days: [$d, "2026-01-02"]) }', { d: '2026-01-01' }],
  ['query Q($at: DateTime! = "2026-01-01T08:00:00+08:00") { same(at: $at) }'],
  ['{ same(at: "2026-01-01T00:00:00.5Z") }'],
  ['query Q($a: Fen!) { add(a: $a) }', { a: 'x' }],
  ['query Q($a: Fen!, $b: Fen!) { add(a: $a) again: add(a: $b) }', {}],
  [LEND, { input }],
  [LEND, { input: { ...input, to: 'Li' } }],
  [LEND, { input: { ...input, to: 'queue' } }],
  [LEND, { input: { ...input, bookId: 'nonsense' } }],
  [LEND, { input: { ...input, rows: 'x' } }],
  [LEND, { input: { ...input, rows: { amountFen: '1' } } }],
  [LEND, { input: null }],
  [
    `mutation M($to: String!) { lendBook(input: { bookId: "${ID}", to: $to, rows: [] }) { ... on Refusal { code } } }`,
    { to: 'x' },
  ],
  [`mutation { a: returnBook(id: "${ID}") { ... on Book { title } } b: guarded { ... on Refusal { code } } }`],
  ['{ broken refused { id } missing { id } }'],
  ['{ brokenHard }'],
  ['{ books(first: 5) { nodes { title sequel { title } } } }'],
];

it.each(CASES)('executes %s %j as graphql-js does', async (text, variables = {}) => {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const compiled = compileOperation(schema, document, getOperationAST(document)!);
  const ordinary = told(await plainly(document, variables));
  expect(ordinary.data ?? ordinary.errors[0]).toBeTruthy();
  if (!compiled) expect(text).toMatch(/"5"|"1"|"2026-01-01T/);
  else expect(told(await compiled(variables, context()))).toEqual(ordinary);
});

it('compiles the queries that matter', () => {
  for (const [text] of CASES.filter(([text]) => !text.includes('"1"'))) {
    const document = parse(text);
    expect([text, compileOperation(schema, document, getOperationAST(document)!)]).not.toContain(undefined);
  }
});

it('leaves introspection and double-underscore aliases to graphql-js', () => {
  for (const text of ['{ __schema { queryType { name } } }', '{ __proto__: broken }']) {
    const document = parse(text);
    expect(compileOperation(schema, document, getOperationAST(document)!)).toBeUndefined();
  }
});

describe('selections drawn at random', () => {
  const condition = fc.constantFrom(
    '',
    '',
    '',
    ' @include(if: $t)',
    ' @skip(if: $s)',
    ' @include(if: $t) @skip(if: $s)',
  );
  const selection = fc.letrec<{ field: string; set: string }>((tie) => ({
    field: fc.oneof(
      { depthSize: 'small' },
      fc
        .tuple(fc.constantFrom('title', 'note', 'alias: title', '__typename', 'shelf'), condition)
        .map((it) => it.join('')),
      fc.tuple(fc.constantFrom('...F', '...G'), condition).map((it) => it.join('')),
      fc.tuple(condition, tie('set')).map(([when, set]) => `...${when} ${set}`),
      fc.tuple(fc.constantFrom('sequel', 'alias2: sequel'), condition, tie('set')).map((it) => it.join('')),
    ),
    set: fc.array(tie('field'), { minLength: 1, maxLength: 4 }).map((fields) => `{ ${fields.join(' ')} }`),
  }));
  const fragment = fc.array(fc.tuple(fc.constantFrom('id', 'title', 'note', 'sequel'), condition), {
    minLength: 1,
    maxLength: 3,
  });

  it('give the same compiled', async () => {
    let compiledOnes = 0;
    await fc.assert(
      fc.asyncProperty(selection.set, fragment, fragment, fc.boolean(), fc.boolean(), async (set, f, g, s, t) => {
        const body = (fields: string[][]) =>
          fields.map(([name, when]) => (name === 'sequel' ? `sequel${when} { title }` : `${name}${when}`)).join(' ');
        const text = `query Q($s: Boolean!, $t: Boolean!) { book(id: "${ID}") ${set} again: book(id: "${ID}") { id @skip(if: $s) ...F ...G @include(if: $t) } }
          fragment F on Book { ${body(f)} } fragment G on Book { ${body(g)} ...F }`;
        const document = parse(text);
        const compiled = compileOperation(schema, document, getOperationAST(document)!);
        if (!compiled) return;
        compiledOnes += 1;
        expect(told(await compiled({ s, t }, context()))).toEqual(told(await plainly(document, { s, t })));
      }),
      { numRuns: 300 },
    );
    expect(compiledOnes).toBeGreaterThan(20);
  });
});
