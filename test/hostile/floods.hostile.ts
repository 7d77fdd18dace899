import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { aCreditor, anOrganisation, logIn, type Organisation } from '../support/builders.js';
import { ask } from '../support/client.js';
import { buildProduct, Product } from '../support/process.js';
import { post, speak } from './speak.js';
import { peakMegabytes, Watch } from './watch.js';

const MB = 1024 * 1024;
const SOCKETS = 10_000;
const REFRESHES = 2_000;
/** The flood comes from one address of this machine, the others from another. */
const ELSEWHERE = '127.0.0.2';
const JSON_BODY = { 'content-type': 'application/json' };

describe('a flood', () => {
  // The bounds of life, but for the rates: whoever floods has many accounts.
  const product = new Product({
    SOCKETS_PER_ADDRESS: '50',
    LARGE_BODIES_PER_ADDRESS: '16',
    OUTBOUND_ALLOW_PRIVATE: 'true',
  });
  const watch = new Watch();
  const open: Socket[] = [];
  let creditor: Organisation;
  let other: Organisation;

  beforeAll(async () => {
    await buildProduct();
    await product.start();
    [creditor, other] = [await aCreditor(product.app), await anOrganisation(product.app, 'agency')];
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.destroy();
  });
  afterAll(async () => {
    watch.end();
    const peak = peakMegabytes(product.pid);
    await product.end();
    // Of the process itself, over all of the above.
    expect(peak).toBeLessThan(700);
  });

  const bearer = (who: Organisation) => ({ authorization: `Bearer ${who.owner.token}` });
  const say = (text: string) => {
    const spoken = speak(product.url, text);
    open.push(spoken.socket);
    return spoken.answer;
  };
  /** What an honest caller of another address is answered. */
  const elsewhere = (method: string, path: string, headers: Record<string, string> = {}, body = '') =>
    new Promise<number>((resolve, reject) => {
      const sent = request(new URL(path, product.url), { method, headers, localAddress: ELSEWHERE, agent: false });
      sent.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode!));
      });
      sent.on('upgrade', (answer, socket) => {
        socket.destroy();
        resolve(answer.statusCode!);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const upgrade = {
    ...{ connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
    ...{ 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-protocol': 'graphql-transport-ws' },
  };
  /** Others read, write and follow while the work goes on; each must be served. */
  async function othersGoOn<T>(work: () => Promise<T>): Promise<T> {
    let over = false;
    const wrong: string[] = [];
    const honest = async () => {
      const query = JSON.stringify({ query: '{ me { scopes } }' });
      do {
        const statuses = [
          await elsewhere('GET', '/v1/grabs', bearer(other)),
          await elsewhere('POST', '/graphql', { ...JSON_BODY, ...bearer(other) }, query),
          await elsewhere('GET', '/graphql', upgrade),
        ];
        if (String(statuses) !== '200,200,101') wrong.push(String(statuses));
      } while (!over);
    };
    const going = honest();
    try {
      return await watch.alive(product, work);
    } finally {
      over = true;
      await going;
      expect(wrong).toEqual([]);
    }
  }

  it('of sockets from one address takes the places of that address alone', async () => {
    const head = `GET /graphql HTTP/1.1\r\nhost: recourse\r\n${Object.entries(upgrade)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`;
    const statuses = await othersGoOn(async () => {
      const heard: string[] = [];
      for (let n = 0; n < SOCKETS; n += 250) {
        heard.push(...(await Promise.all(Array.from({ length: 250 }, () => firstWords(head)))));
      }
      return heard;
    });
    const opened = statuses.filter((status) => status === '101').length;
    expect(new Set(statuses)).toEqual(new Set(['101', '429']));
    // Places of those who do not log in come back after seconds, so that more than fifty may have had one.
    expect(opened).toBeGreaterThanOrEqual(50);
    expect(opened).toBeLessThan(SOCKETS / 2);
  });

  it('of connections that say nothing, or half a request, holds nobody else up', async () => {
    await othersGoOn(async () => {
      const texts = [
        '',
        'GET / HT',
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\n{"que',
        'GET / HTTP/1.1\r\nx: ',
      ];
      const connected = Array.from({ length: 1_200 }, (_, n) => opened(texts[n % texts.length]!));
      await Promise.all(connected);
      // Bytes that drip into some of them.
      for (let n = 0; n < 20; n += 1) {
        for (const socket of open.slice(0, 200)) socket.write('a');
        await elsewhere('GET', '/livez');
      }
    });
  });

  it.each([
    ['lists in lists', (size: number) => `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`, 'application/json'],
    ['objects of nothing', (size: number) => `[${'{},'.repeat(size / 3 - 1)}{}]`, 'application/json'],
    [
      'fields of a form',
      (size: number) => Array.from({ length: size / 16 }, (_, n) => `f${n}=1234567`).join('&'),
      'application/x-www-form-urlencoded',
    ],
    ['escapes of a form', (size: number) => '%41'.repeat(size / 3), 'application/x-www-form-urlencoded'],
    [
      'a form of parts',
      (size: number) => '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(size / 50),
      'multipart/form-data; boundary=x',
    ],
    ['a text', (size: number) => `"${'x'.repeat(size - 2)}"`, 'text/plain'],
  ])('of 16 MB without a login is not read: %s', async (_, textOf, type) => {
    const text = textOf(16 * MB);
    const paths = [
      '/v1/case-batches',
      '/v1/files',
      '/v1/cases',
      '/graphql',
      '/oauth/token',
      '/v1/erp-connections/erpc_1/documents',
      '/v1/nothing',
    ];
    const answers = await othersGoOn(() =>
      Promise.all(
        paths.map((path) =>
          say(post(path, { 'content-type': type, 'content-length': text.length, connection: 'close' }, text)),
        ),
      ),
    );
    // A connection may be cut while the rest of the body is still coming: then there is no answer, and nothing was read.
    for (const { status } of answers) expect([0, 400, 401, 404, 413, 415]).toContain(status);
    expect(answers.filter(({ status }) => status > 0).length).toBeGreaterThan(0);
  });

  it('of bodies that never end keeps the bounded places of one address and no other’s', async () => {
    const batch = JSON.stringify({ rows: [{}] });
    const status = await othersGoOn(async () => {
      const large = { ...JSON_BODY, ...bearer(creditor), 'content-length': 3_000_000 };
      for (let n = 0; n < 60; n += 1) void say(post('/v1/case-batches', large, `{"rows":[${' '.repeat(60_000)}`));
      await say(`GET /livez HTTP/1.1\r\nhost: x\r\n\r\n`);
      const headers = { ...JSON_BODY, ...bearer(creditor), 'idempotency-key': randomUUID() };
      return elsewhere('POST', '/v1/case-batches', headers, batch);
    });
    expect(status).toBe(202);
  });

  it('of packed bodies is told that they are not read, whatever they unpack to', async () => {
    const once = gzipSync(Buffer.alloc(200 * MB, ' '));
    const bombs = [once, gzipSync(once)];
    const statuses = await othersGoOn(async () => {
      const heard: number[] = [];
      for (const bomb of bombs) {
        for (const path of ['/graphql', '/v1/cases', '/v1/case-batches', '/oauth/token']) {
          for (const encoding of ['gzip', 'deflate', 'br', 'gzip, gzip']) {
            const headers = { ...JSON_BODY, ...bearer(creditor), 'content-encoding': encoding };
            const sent = { method: 'POST', headers, body: new Uint8Array(bomb) };
            heard.push(
              await fetch(`${product.url}${path}`, sent).then(
                ({ status }) => status,
                () => 0,
              ),
            );
          }
        }
      }
      return heard;
    });
    expect(statuses.filter((status) => status !== 0 && (status < 400 || status >= 500))).toEqual([]);
  });

  it('of refreshes with one token gives one successor, and others log in meanwhile', async () => {
    const REFRESH =
      'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { __typename ... on Session { refreshToken } ... on Refusal { code } } }';
    const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { refreshToken } } }';
    const input = { email: creditor.owner.email, password: 'tulip-anvil-62' };
    const { refreshToken } = (await product.app.graphql(LOGIN, { input })).data!['login'];
    const answers = await othersGoOn(async () => {
      const racing = Array.from({ length: REFRESHES }, () => product.app.graphql(REFRESH, { input: { refreshToken } }));
      const session = await logIn(product.app, other.owner.email);
      expect(session['accessToken']).toBeDefined();
      return Promise.all(racing);
    });
    const found = answers.map(
      ({ data, errors }) => data?.['refreshSession'] ?? { code: errors?.[0]?.extensions['code'] },
    );
    const successors = new Set(found.map((one) => one.refreshToken).filter(Boolean));
    expect(successors.size).toBe(1);
    // All wait for one row: with a connection each, nobody else would have had one.
    const codes = new Set(found.map(({ code }) => code).filter(Boolean));
    expect([...codes].filter((code) => code !== 'REFRESH_REFUSED')).toEqual([]);
  });

  it('of streams that nobody reads costs little, and they end with their connections', async () => {
    const head = `GET /v1/events/stream HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${other.owner.token}\r\n\r\n`;
    const statuses = await othersGoOn(async () => {
      const heard = await Promise.all(Array.from({ length: 500 }, () => firstWords(head)));
      expect(await ask(product.app, 'me', {}, 'scopes', creditor.owner.token)).toBeDefined();
      return heard;
    });
    expect(statuses).toContain('200');
    expect(statuses.filter((status) => !['200', '429', '409'].includes(status))).toEqual([]);
  });

  /** The status that a connection is answered first, the connection staying open. */
  function firstWords(text: string): Promise<string> {
    const { hostname, port } = new URL(product.url);
    const socket = connect(Number(port), hostname);
    open.push(socket);
    socket.on('error', () => undefined);
    socket.write(text);
    return new Promise((resolve) => {
      socket.once('data', (words) => {
        socket.pause();
        resolve(/^HTTP\/1\.1 (\d{3})/.exec(String(words))?.[1] ?? 'none');
      });
      socket.once('close', () => resolve('closed'));
    });
  }

  function opened(text: string): Promise<void> {
    const { hostname, port } = new URL(product.url);
    const socket = connect(Number(port), hostname);
    open.push(socket);
    return new Promise((resolve) => {
      socket.once('error', () => resolve());
      socket.once('connect', () => {
        if (text) socket.write(text);
        resolve();
      });
    });
  }
});
