import WebSocket from 'ws';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, type Organisation } from '../support/builders.js';
import { ask as query } from '../support/client.js';
import { namedDatabase } from '../support/database.js';
import { EVENT, follow, socketClient, stream } from '../support/live.js';

const PROTOCOL = 'graphql-transport-ws';

describe('the socket of subscriptions', () => {
  let app: TestApp;
  let creditor: Organisation;
  const clients: ReturnType<typeof socketClient>[] = [];
  const raw: WebSocket[] = [];

  beforeAll(async () => {
    app = await testApp({}, await namedDatabase('recourse_socket', { fresh: true }));
    creditor = await aCreditor(app);
  });
  afterAll(async () => {
    for (const one of clients) await one.dispose();
    for (const one of raw) one.terminate();
    await app?.close().catch(() => undefined);
  });

  const client = (token: string | undefined) => {
    const made = socketClient(app.url, token);
    clients.push(made);
    return made;
  };
  const open = async (protocol = PROTOCOL, headers: Record<string, string> = {}, path = '/graphql') => {
    const socket = new WebSocket(`${app.url.replace(/^http/, 'ws')}${path}`, protocol, { headers });
    raw.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return socket;
  };
  const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve));
  const answer = (socket: WebSocket) =>
    new Promise<any>((resolve) => socket.once('message', (text) => resolve(JSON.parse(String(text)))));
  const init = (socket: WebSocket, payload?: object) =>
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
  const ask = (socket: WebSocket, query: string, id = '1') =>
    socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
  const bearer = () => ({ authorization: `Bearer ${creditor.owner.token}` });

  async function opened(): Promise<WebSocket> {
    const socket = await open();
    init(socket, bearer());
    expect(await answer(socket)).toEqual({ type: 'connection_ack' });
    return socket;
  }

  it('is closed to whoever has no bearer or a bad one, in the message or the header', async () => {
    for (const payload of [
      undefined,
      {},
      { authorization: 'Bearer nonsense' },
      { authorization: 'nonsense' },
      { authorization: 7 },
    ]) {
      const socket = await open();
      const code = closing(socket);
      init(socket, payload as object);
      expect(await code).toBe(4401);
    }
    const hasty = await open();
    const code = closing(hasty);
    ask(hasty, `subscription { caseEvents { ${EVENT} } }`);
    expect(await code).toBe(4401);
    const byHeader = await open(PROTOCOL, bearer());
    init(byHeader);
    expect(await answer(byHeader)).toEqual({ type: 'connection_ack' });
  });

  it('closes on what is no message of the protocol', async () => {
    const twice = await opened();
    const twiceCode = closing(twice);
    init(twice, bearer());
    expect(await twiceCode).toBe(4429);
    const garbled = await open();
    const garbledCode = closing(garbled);
    garbled.send('{"type":');
    expect(await garbledCode).toBe(4400);
    const huge = await opened();
    const hugeCode = closing(huge);
    ask(huge, `subscription { caseEvents { ${'id '.repeat(40_000)} } }`);
    expect(await hugeCode).toBe(1009);
    const other = await open('graphql-ws').catch((error: Error) => error);
    if (other instanceof WebSocket) expect(await closing(other)).toBe(4406);
    await expect(open(PROTOCOL, {}, '/elsewhere')).rejects.toThrow(/404/);
    const silent = await open();
    expect(await closing(silent)).toBe(4408);
  });

  it('carries subscriptions only, within the limits of the HTTP face', async () => {
    const socket = await opened();
    const refused = async (query: string) => {
      ask(socket, query, 'r');
      const { type, payload } = await answer(socket);
      expect(type).toBe('error');
      expect(payload[0].stacktrace ?? payload[0].extensions.stacktrace).toBeUndefined();
      return payload[0].extensions.code;
    };
    expect(await refused('{ liveCursor }')).toBe('SUBSCRIPTIONS_ONLY');
    expect(await refused('mutation { logout { __typename } }')).toBe('SUBSCRIPTIONS_ONLY');
    expect(await refused('subscription { caseEvents {')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await refused('subscription { caseEvents { wings } }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await refused(`subscription { caseEvents { ${'id '.repeat(1_200)} } }`)).toBe('GRAPHQL_PARSE_FAILED');
    const aliases = Array.from({ length: 20 }, (_, n) => `a${n}: id`).join(' ');
    expect(await refused(`subscription { caseEvents { ${aliases} } }`)).toBe('TOO_MANY_ALIASES');
    const directives = '@include(if: true) '.repeat(1);
    const many = Array.from({ length: 15 }, () => `id ${directives}`).join(' ');
    expect(await refused(`subscription { caseEvents { ${many} } }`)).toBe('TOO_MANY_DIRECTIVES');
    expect(await refused('subscription { caseEvents(after: 7) { id } }')).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('bounds what one socket and one actor may have open', async () => {
    const socket = await opened();
    const code = closing(socket);
    for (let n = 0; n < 25; n += 1) ask(socket, 'subscription { caseEvents { id } }', `s${n}`);
    expect(await code).toBe(4429);
    for (const one of raw) one.terminate();
    for (const one of clients.splice(0)) await one.dispose();
    const codes: number[] = [];
    for (let n = 0; n < 30 && codes.length === 0; n += 1) {
      const another = await open();
      another.once('close', (why) => codes.push(why));
      init(another, bearer());
      await Promise.race([answer(another), closing(another)]);
    }
    expect(codes).toEqual([4429]);
    for (const one of raw) one.terminate();
  });

  it('says goodbye with 1012 when the process leaves, so that clients come again with their cursor', async () => {
    const another = await aCreditor(app);
    const now = (await query(app, 'liveCursor', {}, '', another.owner.token)) as unknown as string;
    const mine = follow(
      client(another.owner.token),
      'caseEvents',
      `after: "${now}", types: ["case.posted", "case.listed"]`,
    );
    const other = await stream(app.url, '/v1/events/stream', another.owner.token);
    await aListedCase(app, another);
    await app.settled();
    await Promise.all([mine.until(2), other.until(2)]);
    await app.close();
    expect(await mine.over()).toBe('closed 1012 Service restart');
    expect(await other.over()).toBe('SERVICE_RESTARTING');
  });
});
