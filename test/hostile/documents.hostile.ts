import { once } from 'node:events';
import WebSocket from 'ws';
import { aCreditor, anOrganisation, type Organisation } from '../support/builders.js';
import { buildProduct, Product } from '../support/process.js';
import { bodyOf, LONGEST, longDocuments, longVariables, type Sent } from './documents.js';
import { Watch } from './watch.js';

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly errors: { message: string; extensions?: { code?: string } }[];
}

/** What the server may call a caller's mistake. */
const MISTAKES =
  /^(GRAPHQL_(PARSE|VALIDATION)_FAILED|BAD_USER_INPUT|OPERATION_RESOLUTION_FAILURE|QUERY_TOO_(DEEP|COSTLY)|TOO_MANY_(ALIASES|DIRECTIVES)|PERSISTED_QUERY_NOT_SUPPORTED|SUBSCRIPTIONS_ONLY|UNAUTHENTICATED|FORBIDDEN|BAD_REQUEST|INVALID_INPUT|MALFORMED_\w+|PAYLOAD_TOO_LARGE|METHOD_NOT_ALLOWED|UNSUPPORTED_MEDIA_TYPE|NOT_FOUND|ORGANISATION_NOT_VERIFIED|INTROSPECTION_DISABLED)$/;
const FAMILY = 'the documents of strangers';

describe.each(['test', 'production'])(`${FAMILY}, in %s`, (environment) => {
  const product = new Product({ NODE_ENV: environment });
  const watch = new Watch();
  let someone: Organisation;

  beforeAll(async () => {
    if (environment === 'test') await buildProduct();
    await product.start();
    someone = environment === 'test' ? await aCreditor(product.app) : await anOrganisation(product.app, 'creditor');
  });
  afterAll(() => {
    watch.end();
    return product.end();
  });

  const alive = <T>(work: () => Promise<T>): Promise<T> => watch.alive(product, work);
  async function send(
    body: string,
    { token, method = 'POST', path = '/graphql', ...headers }: Record<string, string | undefined> = {},
  ): Promise<Answered> {
    const answer = await fetch(`${product.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(headers as Record<string, string>),
      },
      ...(method === 'GET' ? {} : { body }),
    });
    const text = await answer.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, any>) : {};
    const errors =
      json['errors'] ?? (json['code'] ? [{ message: json['title'], extensions: { code: json['code'] } }] : []);
    return { status: answer.status, text, errors };
  }
  /** What is wrong with an answer to a mistake, or to what was well said. */
  function faultsOf(name: string, { status, text, errors }: Answered): string[] {
    const codes = errors.map(({ extensions }) => extensions?.code ?? 'none');
    const unknown = codes.filter((code) => !MISTAKES.test(code));
    const faults = [
      ...(status >= 500 ? [`HTTP ${status}`] : []),
      ...(unknown.length > 0 ? [`codes ${unknown}`] : []),
      ...(text.length > LONGEST + 2_000 ? [`an answer of ${text.length} characters`] : []),
      ...(tellsNames(name, text) ? ['a suggestion'] : []),
      ...(/ at .*\.[jt]s:\d+/.test(text) || text.includes('stacktrace') ? ['our inside'] : []),
    ];
    return faults.map((fault) => `${name}: ${fault}: ${text.slice(0, 300)}`);
  }
  const tellsNames = (name: string, text: string) =>
    environment === 'production' && text.includes('Did you mean') && !name.startsWith('a text of suggestions');
  async function faultsIn(all: readonly [string, Sent][], token?: string): Promise<string[]> {
    const faults: string[] = [];
    for (const [name, sent] of all) {
      faults.push(...faultsOf(name, await send(bodyOf(sent), { token })));
      // The lane of known documents, and the compiler: what is asked for again takes another way.
      for (let n = 0; n < 3 && sent.query.length < 400; n += 1) {
        faults.push(...faultsOf(`${name} again`, await send(bodyOf(sent), { token })));
      }
    }
    return faults;
  }

  it('of 95 kB of one thing are answered, while others are', async () => {
    const all = [...longDocuments(LONGEST), ...longVariables(LONGEST - 5_000)];
    expect(await alive(() => faultsIn(all))).toEqual([]);
    expect(await alive(() => faultsIn(all, someone.owner.token))).toEqual([]);
  });

  it('of one kilobyte too', async () => {
    expect(await alive(() => faultsIn([...longDocuments(1_000), ...longVariables(900)]))).toEqual([]);
  });

  it('many at once keep nobody waiting', async () => {
    const all = longDocuments(LONGEST);
    const answers = await alive(() => Promise.all(all.map(([, sent]) => send(bodyOf(sent)))));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('over a socket are held to the same', async () => {
    const socket = new WebSocket(`${product.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const told = async (text: string) => {
      socket.send(text);
      return String((await once(socket, 'message'))[0]);
    };
    const payload = { authorization: `Bearer ${someone.owner.token}` };
    expect(await told(JSON.stringify({ type: 'connection_init', payload }))).toContain('connection_ack');
    const faults: string[] = [];
    const all = [...longDocuments(18_000), ...longVariables(18_000)];
    await alive(async () => {
      for (const [name, sent] of all.filter(([, { variables }]) => variables?.startsWith('{') ?? true)) {
        const text = await told(`{"id":"1","type":"subscribe","payload":${bodyOf(sent)}}`);
        const codes = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code!);
        if (codes.length === 0 || codes.some((code) => !MISTAKES.test(code)))
          faults.push(`${name}: ${text.slice(0, 300)}`);
        if (tellsNames(name, text)) faults.push(`${name}: a suggestion`);
      }
    });
    socket.terminate();
    expect(faults).toEqual([]);
  });

  it('ask for more than one operation may, in every way of asking, and nothing of it runs', async () => {
    const HALL = 'hall(first: 1) { nodes { id } }';
    const many = (count: number, part: (n: number) => string) =>
      Array.from({ length: count }, (_, n) => part(n)).join(' ');
    const over: [string, string][] = [
      [`{ ${many(16, (n) => `a${n}: ${HALL}`)} }`, 'TOO_MANY_ALIASES'],
      [`{ ${HALL} ${many(16, (n) => `a${n}: __typename`)} }`, 'TOO_MANY_ALIASES'],
      [`{ ...f } fragment f on Query { ${many(16, (n) => `a${n}: ${HALL}`)} }`, 'TOO_MANY_ALIASES'],
      [`{ __typename ${many(11, () => '@include(if: true)')} }`, 'GRAPHQL_VALIDATION_FAILED'],
      [`{ ${many(11, () => '__typename @include(if: true)')} }`, 'TOO_MANY_DIRECTIVES'],
      [
        `mutation { ${many(16, (n) => `a${n}: login(input: {email: "a@b.example", password: "x"}) { __typename }`)} }`,
        'TOO_MANY_ALIASES',
      ],
      ['{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }', 'GRAPHQL_VALIDATION_FAILED'],
      [
        '{ ... on Query { ... on Query { ...a } } } fragment a on Query { __typename ...a }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
    ];
    const { token } = someone.owner;
    for (const [query, code] of over) {
      const { errors } = await send(JSON.stringify({ query }), { token });
      expect([query.slice(0, 60), errors[0]?.extensions?.code]).toEqual([query.slice(0, 60), code]);
    }
  });

  it('come by no other way than one POST of JSON', async () => {
    const query = '{ me { scopes } }';
    const { token } = someone.owner;
    const one = JSON.stringify({ query });
    const hash = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const mutation = 'mutation { logout { __typename } }';
    const get = (text: string) => `/graphql?query=${encodeURIComponent(text)}`;
    const form = `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${one}\r\n--x--\r\n`;
    const ways: [string, Promise<Answered>][] = [
      ['a batch', send(`[${one},${one}]`, { token })],
      ['a batch of many', send(`[${Array.from({ length: 500 }, () => one).join(',')}]`, { token })],
      ['an empty batch', send('[]', { token })],
      ['a persisted query', send(JSON.stringify({ extensions: hash }), { token })],
      ['a persisted query to keep', send(JSON.stringify({ query, extensions: hash }), { token })],
      ['plain text', send(one, { token, 'content-type': 'text/plain' })],
      [
        'a form',
        send(`query=${encodeURIComponent(query)}`, { token, 'content-type': 'application/x-www-form-urlencoded' }),
      ],
      ['a form of parts', send(form, { token, 'content-type': 'multipart/form-data; boundary=x' })],
      ['a document itself', send(query, { token, 'content-type': 'application/graphql' })],
      ['no type', send(one, { token, 'content-type': '' })],
      ['a mutation by GET', send('', { token, method: 'GET', path: get(mutation), 'apollo-require-preflight': '1' })],
      [
        'a query by GET from a page',
        send('', { token, method: 'GET', path: get(query), 'content-type': 'text/plain' }),
      ],
      ['a mutation by PUT', send(JSON.stringify({ query: mutation }), { token, method: 'PUT' })],
      ['an array for a document', send(JSON.stringify({ query: [query] }), { token })],
      ['a number for a document', send(JSON.stringify({ query: 1 }), { token })],
      ['nothing', send('{}', { token })],
      ['null', send('null', { token })],
      ['a text', send('"x"', { token })],
    ];
    for (const [name, way] of ways) {
      const answer = await way;
      if (name === 'a persisted query to keep' && answer.status === 200) continue;
      expect([name, answer.errors.length > 0, faultsOf(name, answer)]).toEqual([name, true, []]);
      expect(answer.text).not.toContain('"me"');
    }
    expect((await send(one, { token })).status).toBe(200);
  });

  it('learn of the schema by introspection and suggestions outside production alone', async () => {
    const open = environment !== 'production';
    const asks = [
      '{ __schema { types { name } } }',
      '{ __type(name: "Case") { fields { name } } }',
      'query A { ...f } fragment f on Query { x: __schema { queryType { name } } }',
    ];
    for (const query of asks) {
      const { text, status } = await send(JSON.stringify({ query }));
      expect([query, status === 200 && !text.includes('"errors"')]).toEqual([query, open]);
    }
    for (const query of [
      '{ cas }',
      '{ hall(firs: 1) { nodes { id } } }',
      '{ ...x } fragment x on Cas { id }',
      '{ hall(first: 1) { nodes { i } } }',
    ]) {
      const { text } = await send(JSON.stringify({ query }));
      expect([query, text.includes('Did you mean')]).toEqual([query, open]);
    }
  });
});
