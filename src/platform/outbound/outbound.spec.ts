import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/config.js';
import type { HostLookup } from './host-lookup.js';
import { Outbound, type OutboundRequest } from './outbound.js';
import { Reach } from './reach.js';

/** Sends with private addresses allowed or not, while every name resolves to these addresses. */
const outbound = (outboundAllowPrivate: boolean, addresses: readonly string[] = []) =>
  new Outbound(
    new Reach({ addressesOf: async () => addresses } as unknown as HostLookup, { outboundAllowPrivate } as Config),
  );
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    ({ code, detail }: { code?: string; detail?: string }) => [code, detail],
  );

describe('requests to the outside', () => {
  let server: Server | undefined;
  let connections = 0;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((closed) => (server ? server.close(closed) : closed(undefined)));
  });

  async function serve(answer: RequestListener): Promise<string> {
    connections = 0;
    server = createServer(answer).on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
  const send = (request: OutboundRequest) => faultOf(outbound(true).send(request));

  it('answers what came, whatever its status', async () => {
    const url = await serve((_, response) => response.writeHead(418, { 'x-tea': 'green' }).end('short and stout'));
    const answer = await outbound(true).send({ url, method: 'POST', body: '{"ä":1}' });
    expect([answer.status, answer.headers['x-tea'], answer.body.toString()]).toEqual([418, 'green', 'short and stout']);
  });

  it('goes to no address of this machine, whatever name it has', async () => {
    const port = new URL(await serve((_, response) => response.end())).port;
    expect(await faultOf(outbound(false).send({ url: `https://127.0.0.1:${port}/` }))).toEqual([
      ...['ADDRESS_NOT_PUBLIC', ''],
    ]);
    const named = outbound(false, ['127.0.0.1']).send({ url: `https://erp.harbour.com:${port}/` });
    expect(await faultOf(named)).toEqual(['ADDRESS_NOT_PUBLIC', '']);
    expect(connections).toBe(0);
  });

  it('connects at the address that was checked, whatever the name says a moment later', async () => {
    const url = new URL(await serve((request, response) => response.end(request.headers.host)));
    const port = url.port;
    // The name is nobody's; that an answer came at all shows that no one else was asked for its address.
    const answer = await outbound(true, ['127.0.0.1']).send({ url: `http://erp.harbour.invalid:${port}/` });
    expect(answer.body.toString()).toBe(`erp.harbour.invalid:${port}`);
  });

  it('follows no redirect', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await outbound(true).send({ url })).toMatchObject({ status: 302, headers: { location: '/elsewhere' } });
    expect(connections).toBe(1);
  });

  it('keeps no connection', async () => {
    const url = await serve((_, response) => response.end());
    for (let n = 1; n <= 2; n += 1) {
      await outbound(true).send({ url });
      expect(connections).toBe(n);
    }
  });

  it('gives up on what is too slow, before the head and after it', async () => {
    const silent = await serve(() => undefined);
    expect(await send({ url: silent, timeoutMs: 100 })).toEqual(['TIMED_OUT', '100 ms']);
    server!.closeAllConnections();
    server!.close();
    const dripping = await serve((_, response) => void response.writeHead(200).write('wait'));
    expect(await send({ url: dripping, timeoutMs: 100 })).toEqual(['TIMED_OUT', '100 ms']);
  });

  it('gives up on a name that is too slow', async () => {
    const slow = { addressesOf: () => new Promise(() => undefined) } as unknown as HostLookup;
    const asking = new Outbound(new Reach(slow, { outboundAllowPrivate: false } as Config));
    const sent = asking.send({ url: 'https://erp.harbour.com/', timeoutMs: 50 });
    expect(await faultOf(sent)).toEqual(['TIMED_OUT', '50 ms']);
  });

  it('is broken off from outside', async () => {
    const stop = new AbortController();
    const url = await serve(() => stop.abort());
    expect(await send({ url, stop: stop.signal })).toEqual(['ANSWER_CUT_OFF', 'broken off']);
    expect(await send({ url, stop: stop.signal })).toEqual(['ANSWER_CUT_OFF', 'broken off']);
    expect(connections).toBe(1);
  });

  it('reads no more than it asked for', async () => {
    const url = await serve((_, response) => response.end(Buffer.alloc(5_000, 'x')));
    expect(await send({ url, maxBytes: 4_999 })).toEqual(['ANSWER_TOO_LARGE', '']);
    expect(await send({ url, maxBytes: 5_000 })).toBe('answered');
    const { body } = await outbound(true).send({ url, maxBytes: 10, read: 'beginning' });
    expect(body.toString()).toBe('xxxxxxxxxx');
  });

  it('tells an answer that was cut off from a whole one, unless its beginning is enough', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setImmediate(() => response.destroy());
    });
    expect(await send({ url })).toEqual(['ANSWER_CUT_OFF', 'ECONNRESET']);
    const { status, body } = await outbound(true).send({ url, read: 'beginning' });
    expect([status, body.toString()]).toEqual([200, 'half']);
  });

  it('names what the connection came to', async () => {
    const url = await serve((request) => request.socket.resetAndDestroy());
    expect(await send({ url })).toEqual(['ANSWER_CUT_OFF', 'ECONNRESET']);
    expect((await send({ url: url.replace('http:', 'https:') }))[0]).toBe('TLS_FAILED');
    await new Promise((closed) => server!.close(closed));
    expect(await send({ url })).toEqual(['UNREACHABLE', 'ECONNREFUSED']);
  });
});
