import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Recourse, verifyWebhook, type WebhookEvent } from '@recourse/client';
import { run } from '../../packages/cli/src/program.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, anApiKey, type Organisation } from '../support/builders.js';
import { ask, done } from '../support/client.js';

const CSV_HEAD =
  '单据编号,客户,未核销金额,价税合计,到期日,单据状态,债务类别,债务成因,债务人类型,省市区,合同编号,证据文件';
const row = (ref: string, owed = '12,400.00') =>
  `${ref},宁波市远航物流有限公司,"${owed}","12,400.00",2025/4/30,已审核,应收账款,货物买卖,企业,浙江省宁波市,HT-21,合同;发票`;

describe('a developer follows and forwards events', () => {
  let app: TestApp;
  let creditor: Organisation;
  let home: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' });
    creditor = await aCreditor(app);
    home = mkdtempSync(join(tmpdir(), 'recourse-listen-'));
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await app.close();
    rmSync(home, { recursive: true });
  });

  async function recourse(line: string, key: string, until: (line: string) => boolean = () => false) {
    const ending = new AbortController();
    const out: string[] = [];
    const err: string[] = [];
    const hear = (lines: string[]) => (text: string) => {
      lines.push(text);
      if (until(text)) ending.abort();
    };
    const env = { LANG: 'C.UTF-8', RECOURSE_URL: app.url, RECOURSE_API_KEY: key, XDG_CONFIG_HOME: home };
    const terminal = { env, home, interactive: false, out: hear(out), err: hear(err), ask: async () => '' };
    const code = await run(line.split(' '), { ...terminal, signal: ending.signal });
    return { code, out, err };
  }

  /** A receiver on a local port, which keeps what it was sent. */
  async function receiver() {
    const received: { headers: Record<string, string>; body: string }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      received.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() });
      response.writeHead(204).end();
    });
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
  }

  it('which arrive signed at the local port, since an hour ago and from now on', async () => {
    const { key } = await anApiKey(app, creditor, ['cases:read', 'grabs:read', 'repayments:read', 'webhooks:read']);
    const { received, url } = await receiver();
    const before = await aListedCase(app, creditor);
    await app.settled();
    let after = '';
    const listening = recourse(`listen --forward ${url} --since 1h --types case.listed`, key, (line) => {
      return after !== '' && received.some(({ body }) => body.includes(after)) && line.includes('204');
    });
    while (!received.some(({ body }) => body.includes(before))) await new Promise((soon) => setTimeout(soon, 20));
    after = await aListedCase(app, creditor);
    const { code, err } = await listening;
    expect(code).toBe(0);
    const secret = /whsec_\S+/.exec(err.join('\n'))![0];
    const events = received.map(
      ({ headers, body }) => verifyWebhook(secret, headers, body) as WebhookEvent<'case.listed'>,
    );
    expect(events.map(({ data }) => data.caseId)).toEqual([before, after]);
    expect(events[0]).toMatchObject({
      id: expect.stringMatching(/^evt_/),
      type: 'case.listed',
      data: { amountFen: 1_200_000n },
    });
  });

  it('over one stream, going on where they left off', async () => {
    const { key } = await anApiKey(app, creditor, ['cases:read', 'grabs:read', 'repayments:read', 'webhooks:read']);
    const client = new Recourse({ baseUrl: app.url, apiKey: key });
    let posted: Promise<string> | undefined;
    const onOpen = () => {
      posted ??= aListedCase(app, creditor);
    };
    let cursor = '';
    for await (const event of client.events.stream({ types: ['case.listed'], onOpen })) {
      expect(event.data.caseId).toBe(await posted);
      cursor = event.cursor;
      break;
    }
    const missed = await aListedCase(app, creditor);
    for await (const event of client.events.stream({ types: ['case.listed'], after: cursor })) {
      expect(event.data.caseId).toBe(missed);
      break;
    }
  });

  it('and manages the real webhooks', async () => {
    const { key } = await anApiKey(app, creditor, ['webhooks:read', 'webhooks:write', 'cases:read']);
    const { received, url } = await receiver();
    const refused = await recourse('webhooks create not-an-address', key);
    expect([refused.code, refused.err.join()]).toEqual([3, expect.stringContaining('WEBHOOK_URL_REFUSED')]);
    const created = await recourse(`webhooks create ${url} --types case.listed --json`, key);
    const { endpoint, secret } = JSON.parse(created.out[0]!);
    expect((await recourse('webhooks list', key)).out.join()).toContain(endpoint.id);
    expect((await recourse(`webhooks test ${endpoint.id}`, key)).code).toBe(0);
    while (received.length === 0) await new Promise((soon) => setTimeout(soon, 20));
    const event = verifyWebhook(secret, received[0]!.headers, received[0]!.body);
    expect(event).toMatchObject({ type: 'webhook.test', data: { message: expect.any(String) } });
    expect((await recourse(`webhooks deliveries ${endpoint.id}`, key)).out.join()).toContain('webhook.test');
    expect((await recourse(`webhooks test ${endpoint.id}`, key)).code).toBe(0);
    const one = await recourse(`webhooks deliveries ${endpoint.id} --limit 1`, key);
    expect([one.out.join().split('\n').length, one.err.join()]).toEqual([2, expect.stringContaining('There are more')]);
    const all = await recourse(`webhooks deliveries ${endpoint.id} --limit 500`, key);
    expect([all.code, all.out.join().split('\n').length, all.err]).toEqual([0, 3, []]);
    expect((await recourse(`webhooks replay ${endpoint.id} --since 1h`, key)).code).toBe(0);
    expect((await recourse(`webhooks delete ${endpoint.id}`, key)).code).toBe(0);
  });

  it('and keeps cases in step with the books by file, dry first', async () => {
    const { key } = await anApiKey(app, creditor, ['cases:read', 'cases:write']);
    const file = join(home, 'books.csv');
    const result = join(home, 'result.csv');
    writeFileSync(file, [CSV_HEAD, row('BOOK-1'), row('BOOK-2')].join('\n'));
    const dry = await recourse(`import ${file} --dry-run --json`, key);
    expect([dry.code, JSON.parse(dry.out[0]!)]).toEqual([0, expect.objectContaining({ totalRows: 2 })]);
    const client = new Recourse({ baseUrl: app.url, apiKey: key });
    expect(await client.cases.list({ filter: { externalRef: 'BOOK-1' } }).toArray()).toEqual([]);
    expect((await recourse(`import ${file} --result ${result}`, key)).code).toBe(0);
    expect(readFileSync(result, 'utf8')).toMatch(/BOOK-1[\s\S]*BOOK-2/);
    writeFileSync(file, [CSV_HEAD, row('BOOK-1', '10,000.00'), row('BOOK-2')].join('\n'));
    expect((await recourse(`import ${file} --mode upsert`, key)).code).toBe(0);
    const [changed] = await client.cases.list({ filter: { externalRef: 'BOOK-1' } }).toArray();
    expect(changed?.outstandingFen).toBe(1_000_000n);
  });

  it('as an OAuth client, by secret and by signature', async () => {
    const token = creditor.owner.token;
    const create = (input: object) =>
      done(
        app,
        'createOAuthClient',
        { input: ['CreateOAuthClientInput!', input] },
        '... on OAuthClientCreated { secret client { id } }',
        { token },
      );
    const basic = await create({ name: 'ERP', authMethod: 'client_secret_basic', scopes: ['cases:read'] });
    const bySecret = { clientId: basic['client'].id, clientSecret: basic['secret'] };
    expect((await new Recourse({ baseUrl: app.url, oauth: bySecret }).me()).organisation.id).toBe(creditor.id);
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }] };
    const signed = await create({ name: 'ERP 2', authMethod: 'private_key_jwt', scopes: ['cases:read'], jwks });
    const { token_endpoint: tokenUrl } = (await app.rest().get('/.well-known/oauth-authorization-server')).body;
    const oauth = { clientId: signed['client'].id, privateKey: privateKey.export({ format: 'jwk' }), keyId: 'k1' };
    const client = new Recourse({ baseUrl: app.url, oauth: { ...oauth, audience: tokenUrl } });
    expect((await client.me()).organisation.id).toBe(creditor.id);
    const wrong = new Recourse({ baseUrl: app.url, oauth: { ...bySecret, clientSecret: 'wrong' } });
    await expect(wrong.me()).rejects.toMatchObject({ code: 'INVALID_CLIENT' });
    expect(await ask(app, 'oauthClients', {}, 'id lastUsedAt', token)).toHaveLength(2);
  });

  it('in a sandbox whose clock they move', async () => {
    const member = new Recourse({ baseUrl: app.url, session: undefined, apiKey: creditor.owner.token });
    const created = await recourse('sandbox create --name Trial --json', creditor.owner.token);
    const { sandbox, accounts } = JSON.parse(created.out[0]!);
    expect(accounts.map(({ key }: { key: string }) => key.slice(0, 8))).toContain('rk_test_');
    expect((await recourse('sandbox list', creditor.owner.token)).out.join()).toContain(sandbox.id);
    expect((await recourse('sandbox advance 2d', creditor.owner.token)).out.join()).toContain('Trial');
    expect((await member.me()).organisation.id).toBe(creditor.id);
  });
});
