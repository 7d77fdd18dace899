import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildSchema } from 'graphql';
import { BOOK, LibraryModule } from '../../../test/support/library.fixture.js';
import { errorCatalogue } from '../../kernel/error-catalogue.js';
import { publicId } from '../../kernel/ids.js';
import { createApp } from '../app/create-app.js';
import { requestIdOf } from './request-id.js';

const ID = publicId('document', BOOK);
let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createApp(LibraryModule, { logger: false, production: true, openapiFile: 'package.json' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

type Request = Parameters<NestFastifyApplication['inject']>[0];
async function problem(request: Request) {
  const response = await app.inject(request);
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}
const post = (url: string, payload: unknown, headers: Record<string, string> = {}): Request => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json', ...headers },
  payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
});
const lend = (change: Record<string, unknown> = {}) => ({
  bookId: ID,
  to: 'Wu',
  rows: [{ amountFen: '100' }],
  ...change,
});

describe('problem+json', () => {
  it('says a refusal with its code, path, figures and retry hint', async () => {
    const { status, headers, body } = await problem({ url: '/v1/books/refused', headers: { 'accept-language': 'zh' } });
    expect(status).toBe(409);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(headers['retry-after']).toBe('3');
    expect(body).toEqual({
      type: '/errors/ALREADY_LENT',
      title: 'Already lent',
      status: 409,
      detail: '该书已借给 Li。',
      code: 'ALREADY_LENT',
      path: 'to',
      retryAfterSeconds: 3,
      details: { holder: 'Li' },
      requestId: headers['x-request-id'],
    });
  });

  it('tells nothing of a fault of ours', async () => {
    const { status, body } = await problem({ url: '/v1/books/broken' });
    expect(status).toBe(500);
    expect(body.code).toBe('INTERNAL');
    expect(JSON.stringify(body)).not.toMatch(/secret|vault|stack/);
  });

  it.each<[string, Request, number, string]>([
    ['an unknown route', { url: '/v1/nowhere' }, 404, 'NOT_FOUND'],
    ['a method it does not have', { method: 'DELETE', url: '/v1/books' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a malformed url', { url: '/%zz' }, 400, 'BAD_REQUEST'],
    ['malformed JSON', post('/v1/books', '{"a":'), 400, 'BAD_REQUEST'],
    ['an empty JSON body', post('/v1/books', ''), 400, 'BAD_REQUEST'],
    ['a poisoned prototype', post('/v1/books', '{"__proto__":{"a":1}}'), 400, 'BAD_REQUEST'],
    ['a body too large', post('/v1/books', { to: 'x'.repeat(110_000) }), 413, 'PAYLOAD_TOO_LARGE'],
    [
      'a strange media type',
      post('/v1/books', 'x', { 'content-type': 'application/xml' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a malformed id', { url: '/v1/books/doc_1' }, 422, 'INVALID_INPUT'],
    ['an over-long id', { url: `/v1/books/${'x'.repeat(300)}` }, 414, 'URI_TOO_LONG'],
  ])('answers %s', async (_, request, status, code) => {
    const answer = await problem(request);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
    expect(answer.body.type).toBe(`/errors/${code}`);
    expect(errorCatalogue().some((entry) => entry.code === code)).toBe(true);
  });

  it.each<[string, Request, number, string]>([
    ['malformed JSON', post('/graphql', '{"a":'), 400, 'BAD_REQUEST'],
    ['a body too large', post('/graphql', { query: 'x'.repeat(110_000) }), 413, 'PAYLOAD_TOO_LARGE'],
  ])('answers %s for GraphQL as a GraphQL client reads it', async (_, request, status, code) => {
    const answer = await problem(request);
    const [error] = answer.body.errors;
    expect([answer.status, error.extensions.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(error.extensions.requestId).toBe(answer.headers['x-request-id']);
  });
});

describe('inputs', () => {
  it('are read into uuids and fen', async () => {
    const { status, body } = await problem(
      post('/v1/books', lend({ rows: [{ amountFen: '100' }, { amountFen: '7' }] })),
    );
    expect([status, body]).toEqual([201, { fen: '107', bookId: BOOK }]);
  });

  it.each([
    [lend({ bookId: BOOK }), 'bookId', 'must be a document id such as doc_01J…'],
    [lend({ to: 5 }), 'to', expect.stringContaining('must be')],
    [lend({ rows: [{ amountFen: 1 }] }), 'rows[0].amountFen', expect.stringContaining('string of an integer')],
    [lend({ rows: [{ amountFen: '1' }, { amountFen: '-5' }] }), 'rows[1].amountFen', 'must be at least 1 fen'],
    [lend({ rows: [{ amountFen: '1', due: '2026-02-30' }] }), 'rows[0].due', expect.stringContaining('YYYY-MM-DD')],
    [lend({ rows: [{ amountFen: '1', more: 1 }] }), 'rows[0].more', 'there is no such field'],
    [lend({ rows: [{}] }), 'rows[0].amountFen', 'must be given'],
    [lend({ rows: 'x' }), 'rows', expect.any(String)],
    [{}, 'bookId', 'must be given'],
    [[], expect.any(String), expect.any(String)],
  ])('%j is refused by name', async (payload, path, reason) => {
    const { status, body } = await problem(post('/v1/books', payload));
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'INVALID_INPUT', path, details: { reason } });
  });

  it('may be larger where the route says so', async () => {
    const rows = Array.from({ length: 1_000 }, () => 'x'.repeat(200));
    expect((await problem(post('/v1/books/batch', { rows }))).body).toEqual({ rows: 1_000 });
    const huge = { rows: ['x'.repeat(11 * 1024 * 1024)] };
    expect((await problem(post('/v1/books/batch', huge))).status).toBe(413);
  });
});

describe('lists', () => {
  it('go on from page to page, with fen as strings', async () => {
    const one = await problem({ url: '/v1/books' });
    expect(one.body.data).toHaveLength(20);
    expect(one.body.data[0]).toMatchObject({
      priceFen: '125000',
      due: '2026-03-01',
      lentAt: '2026-01-02T03:04:05.000Z',
    });
    expect(one.body.hasMore).toBe(true);
    const two = await problem({ url: `/v1/books?limit=100&cursor=${one.body.nextCursor}` });
    expect(two.body.data.map((it: { title: string }) => it.title)).toEqual(
      [20, 21, 22, 23, 24].map((n) => `Volume ${n}`),
    );
    expect(two.body).toMatchObject({ nextCursor: null, hasMore: false });
  });

  it.each(['limit=0', 'limit=101', 'limit=1e3', 'limit=', 'limit=1&limit=2', 'cursor=x', 'other=1', 'cursor[a]=1'])(
    'refuse ?%s',
    async (query) => {
      const { status, body } = await problem({ url: `/v1/books?${query}` });
      expect([status, body.code]).toEqual([422, 'INVALID_INPUT']);
    },
  );
});

describe('uploads', () => {
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'x')]);
  const upload = (url: string, bytes: Buffer, filename = 'a.pdf', type = 'application/pdf'): Request => {
    const before = `--b\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--b\r\ncontent-disposition: form-data; name="licence"; filename="${filename}"\r\ncontent-type: ${type}\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(before), bytes, Buffer.from('\r\n--b--\r\n')]);
    return { method: 'POST', url, payload, headers: { 'content-type': 'multipart/form-data; boundary=b' } };
  };

  it('are read, whatever path their name pretends', async () => {
    const { status, body } = await problem(upload('/v1/books/files', pdf, '../../etc/执照.pdf'));
    expect(status).toBe(201);
    expect(body).toEqual({
      filename: '执照.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      fields: { note: 'hello' },
    });
  });

  it('are known by content, not by name', async () => {
    const { status, body } = await problem(upload('/v1/books/files', Buffer.from('MZ\x90\x00 program', 'latin1')));
    expect([status, body.code, body.path]).toEqual([415, 'FILE_TYPE_NOT_ALLOWED', 'licence']);
    const csv = Buffer.from([0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0x31, 0x0a]);
    expect((await problem(upload('/v1/books/tables', csv, 'a.csv', 'text/csv'))).body).toEqual({
      mediaType: 'text/plain',
    });
    expect((await problem(upload('/v1/books/tables', pdf))).body.code).toBe('FILE_TYPE_NOT_ALLOWED');
  });

  it('have a size limit and may not be empty or missing', async () => {
    const large = await problem(upload('/v1/books/files', Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)])));
    expect([large.status, large.body.code, large.body.path]).toEqual([413, 'FILE_TOO_LARGE', 'licence']);
    const empty = await problem(upload('/v1/books/files', Buffer.alloc(0)));
    expect([empty.status, empty.body.code]).toEqual([422, 'INVALID_INPUT']);
    expect((await problem(post('/v1/books/files', {}))).body).toMatchObject({ code: 'INVALID_INPUT', path: 'file' });
    const none = { ...(upload('/v1/books/files', pdf) as object), payload: '--b--\r\n' } as Request;
    expect((await problem(none)).status).toBe(422);
    const torn = { ...(upload('/v1/books/files', pdf) as object), payload: '--b\r\ncontent-disp' } as Request;
    expect((await problem(torn)).status).toBe(400);
  });
});

describe('request ids and pages', () => {
  it('keeps a sane id and replaces any other', async () => {
    const given = await app.inject({ url: '/', headers: { 'x-request-id': 'erp-2026:000001' } });
    expect(given.headers['x-request-id']).toBe('erp-2026:000001');
    for (const id of ['short', 'line\nbreak-123', 'x'.repeat(200), '"><script>1', undefined]) {
      expect(requestIdOf({ headers: { 'x-request-id': id } })).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it.each(['/', '/reference'])('serves %s without inline scripts or foreign addresses', async (url) => {
    const page = await app.inject({ url });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['strict-transport-security']).toContain('max-age');
    expect(page.body).not.toMatch(/https?:\/\/|<script>|onload=/);
    for (const [, asset] of page.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
      expect((await app.inject({ url: asset })).statusCode).toBe(200);
    }
  });

  it('keeps GraphiQL out of production', async () => {
    for (const url of ['/graphiql', '/assets/graphiql.js', '/assets/react.js', '/assets/start-graphiql.js']) {
      expect((await app.inject({ url })).statusCode).toBe(404);
    }
    expect((await app.inject({ url: '/' })).body).not.toContain('graphiql');
    const open = await createApp(LibraryModule, { logger: false });
    await open.init();
    await open.getHttpAdapter().getInstance().ready();
    const page = await open.inject({ url: '/graphiql' });
    expect(page.body).not.toMatch(/https?:\/\/|<script>|onload=/);
    for (const [, asset] of page.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
      expect((await open.inject({ url: asset })).statusCode).toBe(200);
    }
    await open.close();
  });

  it('serves the contract', async () => {
    const file = await app.inject({ url: '/openapi.yaml' });
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toContain('application/yaml');
    const schema = await app.inject({ url: '/schema.graphql' });
    expect([schema.statusCode, schema.headers['content-type']]).toEqual([200, 'application/graphql; charset=utf-8']);
    expect(buildSchema(schema.body).getQueryType()).toBeDefined();
  });
});
