import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { HostLookup } from '../../src/platform/outbound/host-lookup.js';
import { Outbound } from '../../src/platform/outbound/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, type Organisation } from '../support/builders.js';
import { act } from '../support/client.js';
import { namedDatabase } from '../support/database.js';
import { manners, Sink } from '../support/sink.js';

/** Addresses inside: this machine, private networks, what clouds answer at, in every way an address can be spelled. */
function spellings(): string[] {
  const inner = [
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ];
  const ofV4 = inner.flatMap((address) => {
    const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number];
    const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    const hex = (n: number) => n.toString(16).padStart(2, '0');
    const [high, low] = [`${hex(a)}${hex(b)}`, `${hex(c)}${hex(d)}`];
    return [
      ...[
        address,
        `${address}.`,
        `${whole}`,
        `0x${whole.toString(16)}`,
        `0${whole.toString(8)}`,
        `${a}.${(b << 16) | (c << 8) | d}`,
        `${a}.${b}.${(c << 8) | d}`,
      ],
      ...[
        `0x${hex(a)}.0x${hex(b)}.0x${hex(c)}.0x${hex(d)}`,
        [a, b, c, d].map((n) => `0${n.toString(8)}`).join('.'),
        `${a}.${b}.${c}.0x${hex(d)}`,
        `0${address}`,
      ],
      ...[
        `[::ffff:${address}]`,
        `[::ffff:${high}:${low}]`,
        `[::${address}]`,
        `[64:ff9b::${address}]`,
        `[2002:${high}:${low}::1]`,
        `[2001:0:${high}:${low}::]`,
        `[0:0:0:0:0:ffff:${high}:${low}]`,
      ],
      ...[
        address.replaceAll('.', '。'),
        address.replaceAll('.', '．'),
        [...address].map((one) => (one === '.' ? one : String.fromCodePoint(0xff10 + Number(one)))).join(''),
        address.replaceAll('.', '%2e'),
      ],
    ];
  });
  const ofV6 = [
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::1%25lo]',
    '[fe80::1]',
    '[fe80::1%25eth0]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fec0::1]',
    '[ff02::1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b:1::127.0.0.1]',
    '[2001:db8::1]',
    '[0000::1]',
  ];
  const names = [
    'localhost',
    'LOCALHOST',
    'localhost.',
    'ip6-localhost',
    'localhost.localdomain',
    'metadata.google.internal',
    'metadata',
    'instance-data',
    'kubernetes.default.svc',
    'host.docker.internal',
    'printer.local',
    'nas.lan',
    'x.localhost',
    'db.internal',
    'ⓛocalhost',
    'loc%61lhost',
  ];
  return [...ofV4, ...ofV6, ...names];
}

describe('an address inside', () => {
  let app: TestApp;
  let open: TestApp;
  let creditor: Organisation;
  const listeners: Server[] = [];
  let connections = 0;
  let port = 0;

  beforeAll(async () => {
    const database = await namedDatabase('recourse_inside', { fresh: true });
    app = await testApp({}, database);
    open = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true', PROCESS: 'api' }, database);
    creditor = await aCreditor(app);
    for (const host of ['127.0.0.1', '::1']) {
      const server = createServer((socket) => {
        connections += 1;
        socket.destroy();
      });
      const listening = new Promise<boolean>((resolve) => {
        server.once('listening', () => resolve(true)).once('error', () => resolve(false));
      });
      server.listen(port, host);
      if (!(await listening)) continue;
      listeners.push(server);
      port = (server.address() as AddressInfo).port;
    }
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    for (const server of listeners) server.close();
    await Promise.all([app?.close(), open?.close()]);
  });

  const urls = () => {
    const hosts = spellings();
    const decorated = ['127.0.0.1', 'localhost', '[::1]'].flatMap((host) => [
      ...[
        `https://erp.example.com@${host}:${port}/`,
        `https://${host}:${port}#@erp.example.com/`,
        `https://${host}:${port}\\@erp.example.com/`,
      ],
      ...[
        `https:${host}:${port}/`,
        `https:///${host}:${port}/`,
        `https://${host}\t:${port}/`,
        `https://${host}:${port}/\r\nx: y`,
        `//${host}:${port}/`,
      ],
      ...[
        `http://${host}:${port}/`,
        `ftp://${host}:${port}/`,
        `gopher://${host}:${port}/_`,
        `file://${host}/etc/passwd`,
        `data:text/plain,x`,
        `jar:https://${host}:${port}!/`,
        `HTTPS://${host}:${port}/`,
      ],
    ]);
    return [...hosts.map((host) => `https://${host}:${port}/in`), ...decorated];
  };

  it('is reached by no spelling, as a webhook or as an ERP, nor by what asks for it later', async () => {
    // Whatever a name is, it points inside.
    jest.spyOn(app.serving.app.get(HostLookup), 'addressesOf').mockResolvedValue(['127.0.0.1']);
    const all = urls();
    expect(all.length).toBeGreaterThan(270);
    const { token } = creditor.owner;
    const outbound = app.serving.app.get(Outbound);
    const wrong: string[] = [];
    for (const url of all) {
      const endpoint = { input: ['CreateWebhookEndpointInput!', { url, types: ['case.closed'] }] } as const;
      const made = await act(
        app,
        'createWebhookEndpoint',
        endpoint,
        '... on WebhookEndpointWithSecret { endpoint { id } }',
        { token },
      );
      if (made['endpoint']) {
        const endpointId = ['ID!', made['endpoint'].id] as const;
        await act(app, 'sendTestWebhook', { endpointId }, '', { token });
        await act(app, 'deleteWebhookEndpoint', { endpointId }, '', { token });
      }
      const erp = { kind: 'odoo', name: 'Odoo', baseUrl: url, credentials: { apiKey: 'key' }, intervalMinutes: 1_440 };
      const connection = await act(
        app,
        'createErpConnection',
        { input: ['CreateErpConnectionInput!', erp] },
        '... on ErpConnection { id }',
        { token },
      );
      if (connection['id']) {
        await act(app, 'testErpConnection', { id: ['ID!', connection['id']] }, '', { token }).catch(() => undefined);
        await act(app, 'deleteErpConnection', { id: ['ID!', connection['id']] }, '', { token });
      }
      // As if it had been entered when it was still allowed.
      const answered = await outbound.send({ url, timeoutMs: 2_000 }).then(
        () => true,
        () => false,
      );
      if (answered) wrong.push(url);
    }
    expect(wrong).toEqual([]);
    expect(connections).toBe(0);
  });

  it('is not reached by a name that turns inward between two looks, nor by one of several addresses', async () => {
    const outbound = app.serving.app.get(Outbound);
    const lookup = jest.spyOn(app.serving.app.get(HostLookup), 'addressesOf');
    const turns = [
      ['127.0.0.1'],
      ['93.184.215.14', '127.0.0.1'],
      ['::1', '2606:4700::1111'],
      ['169.254.169.254'],
      ['::ffff:127.0.0.1'],
      ['0.0.0.0'],
      [],
    ];
    for (const addresses of turns) {
      lookup.mockResolvedValueOnce(addresses).mockResolvedValue(['127.0.0.1']);
      const sent = outbound.send({ url: `https://hooks.harbour.com:${port}/in`, timeoutMs: 2_000 });
      await expect(sent).rejects.toMatchObject({ code: expect.any(String) });
      lookup.mockReset();
    }
    // A public one is connected to as it was checked, whatever is said of the name a moment later.
    lookup.mockResolvedValueOnce(['93.184.215.14']).mockResolvedValue(['127.0.0.1']);
    await outbound.send({ url: `https://hooks.harbour.com:${port}/in`, timeoutMs: 300 }).catch(() => undefined);
    expect(connections).toBe(0);
  });

  it('is not reached by a redirect, of any status or form', async () => {
    const sink = await new Sink().open();
    const outbound = open.serving.app.get(Outbound);
    for (const status of [301, 302, 303, 307, 308]) {
      for (const location of [`http://127.0.0.1:${port}/`, `//127.0.0.1:${port}/`, `http://localhost:${port}/`]) {
        sink.manner = (response) => void response.writeHead(status, { location }).end();
        expect((await outbound.send({ url: sink.url })).status).toBe(status);
      }
    }
    sink.manner = (response) => void response.writeHead(200, { refresh: `0; url=http://127.0.0.1:${port}/` }).end();
    await outbound.send({ url: sink.url });
    sink.manner = manners.ok;
    await sink.close();
    expect(connections).toBe(0);
    // The listener does hear who is let in.
    await outbound.send({ url: `http://127.0.0.1:${port}/` }).catch(() => undefined);
    expect(connections).toBe(1);
  });
});
