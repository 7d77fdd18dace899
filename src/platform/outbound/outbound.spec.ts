import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/index.js';
import { Outbound, type OutboundRequest } from './outbound.js';
import { isPublicAddress } from './public-address.js';

const outbound = (outboundAllowPrivate: boolean) => new Outbound({ outboundAllowPrivate } as Config);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  );

describe('public addresses', () => {
  it.each(['8.8.8.8', '114.114.114.114', '172.15.0.1', '172.32.0.1', '2400:3200::1', '2606:4700::1111'])(
    'lets %s be reached',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
    ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'localhost', ''],
  ])('keeps %s out of reach', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('requests to the outside', () => {
  let server: Server | undefined;
  afterEach(() => new Promise((closed) => (server ? server.close(closed) : closed(undefined))));

  async function serve(answer: RequestListener): Promise<string> {
    server = createServer(answer);
    await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
  const send = (request: OutboundRequest) => codeOf(outbound(true).send(request));

  it.each([
    ...['http://erp.example.com/', 'https://127.0.0.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/'],
    ...['https://2130706433/', 'https://0x7f.1/', 'https://localhost/', 'https://db.internal/', 'ftp://8.8.8.8/'],
    ...['https://me:secret@erp.example.com/', 'nonsense', 'file:///etc/passwd'],
  ])('refuses %s before anything is sent', async (url) => {
    expect(await codeOf(outbound(false).send({ url }))).toBe('ADDRESS_NOT_ALLOWED');
  });

  it('refuses a name as soon as one of its addresses is private', async () => {
    const guarded = outbound(false) as unknown as { lookupPublic: (...args: unknown[]) => void };
    const error = await new Promise<{ code?: string } | null>((found) =>
      guarded.lookupPublic('localhost', {}, (failure: { code?: string } | null) => found(failure)),
    );
    expect(error?.code).toBe('ADDRESS_NOT_ALLOWED');
  });

  it('answers what came, whatever its status', async () => {
    const url = await serve((_, response) => response.writeHead(418, { 'x-tea': 'green' }).end('short and stout'));
    const answer = await outbound(true).send({ url, method: 'POST', body: '{"ä":1}' });
    expect([answer.status, answer.headers['x-tea'], answer.body.toString()]).toEqual([418, 'green', 'short and stout']);
  });

  it('follows no redirect', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await send({ url })).toBe('REDIRECTED');
  });

  it('gives up on what is too slow', async () => {
    const url = await serve((_, response) => void response.writeHead(200).write('wait'));
    expect(await send({ url, timeoutMs: 100 })).toBe('TIMED_OUT');
    server!.closeAllConnections();
  });

  it('reads no more than it asked for', async () => {
    const url = await serve((_, response) => response.end(Buffer.alloc(5_000)));
    expect(await send({ url, maxBytes: 4_999 })).toBe('ANSWER_TOO_LARGE');
    expect(await send({ url, maxBytes: 5_000 })).toBe('answered');
  });

  it('tells an answer that was cut off from a whole one', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setImmediate(() => response.destroy());
    });
    expect(await send({ url })).toBe('ANSWER_CUT_OFF');
  });
});
