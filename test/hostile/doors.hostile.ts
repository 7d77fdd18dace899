import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, anAgency, type Organisation } from '../support/builders.js';
import { workerDatabase } from '../support/database.js';
import { withoutRefill } from '../support/rates.js';
import { post, speak } from './speak.js';

describe('the doors', () => {
  withoutRefill();
  let app: TestApp;
  let narrow: TestApp;
  /** Every line that `narrow` logs, whatever its level. */
  const logged: string[] = [];
  let slow: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  const open: (Socket | WebSocket)[] = [];

  beforeAll(async () => {
    const database = await workerDatabase();
    app = await testApp({}, database);
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app)]);
    const few = {
      LARGE_BODIES_PER_ADDRESS: '2',
      SOCKETS_PER_ADDRESS: '4',
      TRUST_PROXY: '1',
      METRICS_TOKEN: 'scrape-me',
    };
    const rates = { RATE_LIMIT: 'member=100000,machine=100000,address=100000' };
    const loud = { LOG_LEVEL: 'debug', CORS_ORIGINS: 'https://app.example.com' };
    const write = (line: string | Uint8Array) => logged.push(String(line)) > 0;
    narrow = await testApp({ ...few, ...rates, ...loud }, database, { write });
    slow = await testApp({ RATE_LIMIT: 'member=8,machine=8,address=100000' }, database);
  });
  afterAll(async () => {
    for (const one of open) 'terminate' in one ? one.terminate() : one.destroy();
    await Promise.all([app?.close(), narrow?.close(), slow?.close()]);
  });

  const say = (text: string, to = app.url) => {
    const spoken = speak(to, text);
    open.push(spoken.socket);
    return spoken;
  };
  const bearer = (who: Organisation) => ({ authorization: `Bearer ${who.owner.token}` });
  const JSON_BODY = { 'content-type': 'application/json' };

  describe('take no body', () => {
    it.each([
      ['of nobody', {}, 401, 'UNAUTHENTICATED'],
      ['of a made-up bearer', { authorization: 'Bearer made-up' }, 401, 'UNAUTHENTICATED'],
    ])('%s: the answer comes while the body does not', async (_, headers, status, code) => {
      const large = { ...JSON_BODY, ...headers, 'content-length': 3_900_000 };
      const { answer, socket } = say(post('/v1/case-batches', large, '{"rows":['));
      const { status: got, head, body } = await answer;
      expect([got, body.code]).toEqual([status, code]);
      expect(head).toContain('connection: close');
      expect(head).toContain('application/problem+json');
      if (!socket.closed) await once(socket, 'close');
    });

    it('of a caller whose kind may not post, and it learns which may', async () => {
      const large = { ...JSON_BODY, ...bearer(agency), 'content-length': 3_900_000 };
      const { status, body } = await say(post('/v1/case-batches', large)).answer;
      expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
      expect(body.details).toEqual({ requiredKinds: 'creditor' });
    });

    it('of no known length, or of a form where none is read', async () => {
      const chunked = { ...JSON_BODY, 'transfer-encoding': 'chunked' };
      expect((await say(post('/v1/case-batches', chunked, '5\r\n{"row')).answer).status).toBe(401);
      const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 90_000 };
      const elsewhere = await say(post('/v1/auth/login', form, 'email=')).answer;
      expect([elsewhere.status, elsewhere.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      expect(elsewhere.body.details).toEqual({ allowed: 'application/json' });
      expect((await say(post('/oauth/token', form, 'grant_type=')).answer).status).toBe(413);
    });

    it('beyond a few large ones of one address, until one of them is answered', async () => {
      const large = { ...JSON_BODY, ...bearer(creditor), 'content-length': 200_000, 'x-forwarded-for': '203.0.113.5' };
      // Two are let in and get no answer, since their bodies never come: the first answer is that of the third.
      const three = Array.from({ length: 3 }, () => say(post('/v1/case-batches', large), narrow.url));
      expect((await Promise.race(three.map(({ answer }) => answer))).body.code).toBe('TOO_MANY_UPLOADS');
      const elsewhere = { ...large, 'x-forwarded-for': '203.0.113.6', 'content-length': 21 };
      expect((await say(post('/v1/case-batches', elsewhere, '{"rows":[{}],"x":"1"}'), narrow.url).answer).status).toBe(
        422,
      );
      for (const { socket } of three) socket.destroy();
      const small = { ...large, 'content-length': 150_000 };
      const whole = () => say(post('/v1/case-batches', small, `{"rows":[],"x":"${'x'.repeat(149_982)}"}`), narrow.url);
      expect(await until(async () => (await whole().answer).status, 422)).toBe(true);
    });
  });

  describe('know one spelling of a bearer', () => {
    const statusOf = async (authorization: string) =>
      (await say(`GET /v1/cases HTTP/1.1\r\nhost: recourse\r\nauthorization: ${authorization}\r\n\r\n`).answer).status;

    it('and no word, blank or bit more', async () => {
      const { token } = creditor.owner;
      expect(await statusOf(`Bearer ${token}`)).toBe(200);
      expect(await statusOf(`bearer ${token}`)).toBe(200);
      const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const spare =
        token.slice(0, -1) + last[(last.indexOf(token.at(-1)!) & ~3) + ((last.indexOf(token.at(-1)!) + 1) & 3)];
      const others = [`Bearer ${token} words`, `Bearer ${token}\twords`, `Bearer  ${token}`, `Bearer\t${token}`];
      for (const other of [...others, `Bearer ${token},`, `Bearer ${token}=`, `Bearer ${spare}`, token]) {
        expect([other.replace(token, '…'), await statusOf(other)]).toEqual([other.replace(token, '…'), 401]);
      }
    });
  });

  describe('for sockets', () => {
    const SUBPROTOCOL = 'graphql-transport-ws';
    /** How the opening of a socket ended: `open`, or the status of the refusal. */
    const openFrom = (address: string, to = narrow) => {
      const headers = { 'x-forwarded-for': address };
      const socket = new WebSocket(`${to.url.replace(/^http/, 'ws')}/graphql`, SUBPROTOCOL, { headers });
      open.push(socket);
      socket.on('error', () => undefined);
      const how = new Promise<string>((resolve) => {
        socket.once('open', () => resolve('open'));
        socket.once('unexpected-response', (_, response) => resolve(String(response.statusCode)));
        socket.once('close', () => resolve('closed'));
      });
      return { socket, how };
    };
    const messages = (socket: WebSocket) => {
      const heard: any[] = [];
      const waiting: (() => void)[] = [];
      socket.on('message', (text) => {
        heard.push(JSON.parse(String(text)));
        for (const wake of waiting.splice(0)) wake();
      });
      socket.once('close', (code) => {
        heard.push({ type: 'closed', code });
        for (const wake of waiting.splice(0)) wake();
      });
      return async () => {
        while (heard.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
        return heard.shift();
      };
    };
    async function admitted(address: string, who: Organisation, to = narrow) {
      for (;;) {
        const { socket, how } = openFrom(address, to);
        expect(await how).toBe('open');
        const next = messages(socket);
        socket.send(JSON.stringify({ type: 'connection_init', payload: bearer(who) }));
        const answer = await next();
        // A process that stood still for longer than it waits for the introduction takes it for a silent stranger.
        if (answer.code === 4408) continue;
        expect(answer).toEqual({ type: 'connection_ack' });
        return { socket, next };
      }
    }

    it('give one address a few places, an IPv6 network as one, and take them back from who does not log in', async () => {
      const net = (last: number) => `2001:db8:7:7::${last}`;
      // All at once: a place comes back after a few seconds, however slowly the next one asks.
      const five = [1, 2, 3, 4, 5].map((last) => openFrom(net(last)));
      const hows = await Promise.all(five.map(({ how }) => how));
      expect(hows.toSorted()).toEqual(['429', 'open', 'open', 'open', 'open']);
      const first = five.filter((_, n) => hows[n] === 'open');
      expect(await openFrom('2001:db8:7:8::1').how).toBe('open');
      // None of them says who it is, and none answers the close: their places come back all the same.
      for (const { socket } of first) (socket as unknown as { _socket: Socket })._socket.pause();
      expect(await until(() => openFrom(net(6)).how, 'open')).toBe(true);
    });

    it('answer an upgrade by another method, or a broken one, without a page', async () => {
      const upgrade = 'host: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n';
      const key = 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n';
      const byPost = await say(`POST /graphql HTTP/1.1\r\n${upgrade}${key}\r\n`, narrow.url).answer;
      expect([byPost.status, byPost.body]).toEqual([405, '']);
      const keyless = await say(`GET /graphql HTTP/1.1\r\n${upgrade}sec-websocket-version: 13\r\n\r\n`, narrow.url)
        .answer;
      expect([keyless.status, keyless.body]).toEqual([400, '']);
      for (const { head } of [byPost, keyless]) expect(head).not.toContain('text/html');
    });

    it('refuse a variable of the wrong type as the caller’s mistake, and log nothing of it', async () => {
      const { socket, next } = await admitted('203.0.113.40', creditor);
      const query = 'subscription ($types: [String!]) { caseEvents(types: $types) { id } }';
      const canary = '张三丰13800138000';
      for (const types of [{ canary }, [[canary]], [{ canary }], [null, canary]]) {
        socket.send(JSON.stringify({ id: canary, type: 'subscribe', payload: { query, variables: { types } } }));
        const { type, payload: errors } = await next();
        expect([type, errors[0].extensions.code]).toEqual(['error', 'BAD_USER_INPUT']);
      }
      // Over HTTP the same; its line in the log stands for the lines that are written at all.
      const sent = await narrow.graphql('query ($first: Int!) { cases(first: $first) { nodes { id } } }', {
        first: canary,
      });
      expect(sent.errors![0]!.extensions['code']).toBe('BAD_USER_INPUT');
      const { headers } = await narrow.rest().get('/v1/cases').set(bearer(creditor)).expect(200);
      while (!logged.some((line) => line.includes(headers['x-request-id']!))) await new Promise(setImmediate);
      expect(logged.filter((line) => /张三丰|13800138000/.test(line))).toEqual([]);
    });

    it('charge what is asked over them to the caller’s rate, which is that of its requests', async () => {
      const someone = await anAgency(app);
      const { socket, next } = await admitted('203.0.113.41', someone, slow);
      const codes: string[] = [];
      for (let n = 0; n < 12; n += 1) {
        socket.send(JSON.stringify({ id: `${n}`, type: 'subscribe', payload: { query: '{ liveCursor }' } }));
        codes.push((await next()).payload[0].extensions.code);
      }
      expect(codes.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'SUBSCRIPTIONS_ONLY'));
      expect(codes.slice(8)).toContain('RATE_LIMITED');
      await slow.rest().get('/v1/grabs').set(bearer(someone)).expect(429);
    });
  });

  describe('for pages of other origins', () => {
    const ORIGIN = 'https://app.example.com';
    const preflight = (path: string, origin: string) =>
      fetch(`${narrow.url}${path}`, {
        method: 'OPTIONS',
        headers: {
          ...{ origin, 'access-control-request-method': 'POST' },
          'access-control-request-headers': 'authorization,content-type,idempotency-key',
        },
      });

    it.each(['/graphql', '/v1/cases', '/v1/events/stream'])(
      'answer the preflight of %s before all else',
      async (path) => {
        const known = await preflight(path, ORIGIN);
        expect(known.status).toBe(204);
        expect(known.headers.get('access-control-allow-origin')).toBe(ORIGIN);
        expect(known.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('idempotency-key');
        expect(known.headers.get('access-control-allow-credentials')).toBeNull();
        const foreign = await preflight(path, 'https://elsewhere.example');
        expect(foreign.headers.get('access-control-allow-origin')).not.toBe('https://elsewhere.example');
      },
    );

    it('let a page of a known origin read the answer and its headers, refusals too, and no other', async () => {
      const read = (origin: string) => fetch(`${narrow.url}/v1/cases`, { headers: { origin } });
      const known = await read(ORIGIN);
      expect(known.status).toBe(401);
      expect(known.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      expect(known.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      const exposed = known.headers.get('access-control-expose-headers')?.toLowerCase();
      for (const name of [
        'ratelimit',
        'ratelimit-policy',
        'x-request-id',
        'idempotency-replayed',
        'recourse-sandbox',
      ]) {
        expect(exposed).toContain(name);
      }
      const foreign = await read('https://elsewhere.example');
      expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
      expect(foreign.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    });

    it('are open to pages of this machine while nothing else is said, and a stream carries the same', async () => {
      const stop = new AbortController();
      const headers = { ...bearer(creditor), origin: 'http://localhost:4834' };
      const stream = await fetch(`${app.url}/v1/events/stream`, { headers, signal: stop.signal });
      expect([stream.status, stream.headers.get('access-control-allow-origin')]).toEqual([
        200,
        'http://localhost:4834',
      ]);
      stop.abort();
    });
  });

  describe('say what is wrong with a request', () => {
    it('which is none', async () => {
      for (const text of ['GET /v1/cases HTTP/1.1\r\nbad header\r\n\r\n', 'HELLO\r\n\r\n']) {
        const { status, head, body } = await say(text).answer;
        expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
        expect(head).toContain('application/problem+json');
      }
      const long = `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`;
      expect((await say(long).answer).body.code).toBe('HEADERS_TOO_LARGE');
    });

    it('whose method, type or parameter nobody knows', async () => {
      const method = await app.rest().delete('/v1/cases').set(bearer(creditor)).expect(405);
      expect(method.headers['allow']).toBe('GET, HEAD, POST');
      expect(method.body.code).toBe('METHOD_NOT_ALLOWED');
      await app.rest().delete('/v1/nothing-of-ours').expect(404);
      const one = await app.rest().put('/v1/cases/case_1').set(bearer(creditor)).expect(405);
      expect(one.headers['allow']).toContain('GET');
      const xml = app.rest().post('/v1/case-batches').set(bearer(creditor)).set('content-type', 'application/xml');
      const type = await xml.send('<rows/>').expect(415);
      expect(type.body.details).toEqual({ allowed: 'application/json, multipart/form-data' });
      const query = await app.rest().get(`/v1/errors/FORBIDDEN?lang=zh`).expect(422);
      expect(query.body).toMatchObject({
        code: 'INVALID_INPUT',
        path: 'lang',
        details: { reasonCode: 'UNKNOWN_FIELD' },
      });
    });

    it('with a file for a purpose nobody knows, or of text where a paper belongs', async () => {
      const upload = (purpose: string, bytes: string) =>
        app
          .rest()
          .post('/v1/files')
          .set(bearer(creditor))
          .field('purpose', purpose)
          .attach('file', Buffer.from(bytes), 'a');
      const purpose = await upload('whatever', '%PDF-1.7 paper').expect(422);
      expect(purpose.body).toMatchObject({ path: 'purpose', details: { reasonCode: 'ONE_OF' } });
      const text = await upload('document', 'a plain text').expect(415);
      expect(text.body.details.found).toBe('text/plain');
    });

    it('for an id by the name it has in the operation', async () => {
      const unknown = 'case_01JABCDEFGHJKMNPQRSTVWXYZ0';
      const answer = await app.graphql(`{ case(id: "${unknown}") { id } }`, {}, creditor.owner.token);
      expect(answer.errors![0]!.extensions['path']).toBe('id');
    });
  });

  it('to the metrics open for their token alone', async () => {
    await narrow.rest().get('/metrics').expect(401);
    await narrow.rest().get('/metrics').set('authorization', 'Bearer scrape').expect(401);
    const read = await narrow.rest().get('/metrics').set('authorization', 'Bearer scrape-me').expect(200);
    expect(read.text).toContain('recourse_http_request_seconds');
  });
});

/** Asks again until the answer is the expected one; the bound is generous, for a slow machine. */
async function until<T>(ask: () => Promise<T>, expected: T): Promise<boolean> {
  for (let n = 0; n < 6_000; n += 1) {
    if ((await ask()) === expected) return true;
    await pause(200);
  }
  return false;
}
