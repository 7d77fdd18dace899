import { SCOPE_NAMES, SCOPES } from '../../src/kernel/access/index.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { HostLookup } from '../../src/platform/outbound/host-lookup.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aMember, anAgency, anApiKey, aPlatform, type Organisation } from '../support/builders.js';
import { act, ask, done } from '../support/client.js';
import { asOwner } from '../support/database.js';
import { Sink } from '../support/sink.js';
import { anEndpoint, deliveriesOf, logOf, tokenOf } from '../support/webhooks.js';

const PUBLIC = 'https://93.184.215.14/hooks';

/** As in production: no address of this machine is allowed. */
describe('webhook endpoints', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => app.close());

  const create = (input: object, token = creditor.owner.token) =>
    act(
      app,
      'createWebhookEndpoint',
      { input: ['CreateWebhookEndpointInput!', input] },
      '... on WebhookEndpointWithSecret { secret endpoint { id url types description state } }',
      { token },
    );

  /** Fires a test at an endpoint and answers the attempt once it is over. */
  async function attemptTo(id: string) {
    await done(app, 'sendTestWebhook', { endpointId: ['ID!', id] }, '', tokenOf(creditor));
    const [delivery] = await deliveriesOf(app, creditor, id, ([newest]) => newest?.['attempts'] > 0);
    return (await logOf(app, creditor, delivery!['id']))['attempts'][0];
  }

  /** A delivery in the log of an endpoint, as if an event of that type had been sent. */
  async function aDeliveryOf(type: string, endpointId: string, owner = creditor): Promise<string> {
    await done(app, 'sendTestWebhook', { endpointId: ['ID!', endpointId] }, '', tokenOf(owner));
    const [delivery] = await deliveriesOf(app, owner, endpointId);
    const sql = 'UPDATE webhook_deliveries SET type = $2 WHERE id = $1';
    await asOwner(app.database, sql, [parsePublicId('webhookDelivery', delivery!['id']), type]);
    return delivery!['id'];
  }

  it.each([
    ['http://93.184.215.14/', 'NOT_HTTPS'],
    ['https://127.0.0.1/', 'PRIVATE_ADDRESS'],
    ['https://169.254.169.254/latest/meta-data/', 'PRIVATE_ADDRESS'],
    ['https://[::1]/', 'PRIVATE_ADDRESS'],
    ['https://[::ffff:10.0.0.1]/', 'PRIVATE_ADDRESS'],
    ['https://2130706433/', 'ODD_ADDRESS'],
    ['https://0x7f.1/', 'ODD_ADDRESS'],
    ['https://localhost/', 'NO_PUBLIC_NAME'],
    ['https://a:b@erp.harbour.com/', 'CREDENTIALS'],
    ['https://erp.harbour.com:25/', 'PORT'],
    ['ftp://erp.harbour.com/', 'NOT_HTTPS'],
    ['nonsense', 'NOT_A_URL'],
  ])('are refused at %s: %s', async (url, reason) => {
    expect(await create({ url })).toMatchObject({ code: 'WEBHOOK_URL_REFUSED', path: 'url', details: { reason } });
  });

  it('are refused with types that do not exist or cannot be heard, and with secrets that are none', async () => {
    const unknown = await create({ url: PUBLIC, types: ['case.posted', 'case.eaten'] });
    expect(unknown).toMatchObject({
      code: 'WEBHOOK_EVENT_TYPE_UNKNOWN',
      path: 'types[1]',
      details: { type: 'case.eaten' },
    });
    expect(await create({ url: PUBLIC, types: ['case.unlisted'] })).toMatchObject({
      code: 'WEBHOOK_EVENT_TYPE_UNKNOWN',
    });
    for (const secret of ['whsec_short', 'not base64 at all!', `whsec_${Buffer.alloc(65).toString('base64')}`]) {
      expect(await create({ url: PUBLIC, secret })).toMatchObject({ code: 'WEBHOOK_SECRET_NOT_VALID', path: 'secret' });
    }
    expect(await create({ url: PUBLIC, description: 'x'.repeat(201) })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('show their secret once, and keep it sealed', async () => {
    const made = await create({ url: PUBLIC, description: 'ERP', types: ['case.posted', 'case.posted'] });
    expect(made['endpoint']).toMatchObject({
      url: PUBLIC,
      description: 'ERP',
      types: ['case.posted'],
      state: 'enabled',
    });
    expect(made['secret']).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const rows = await asOwner(
      app.database,
      `SELECT w::text AS row, encode(secret_sealed, 'escape') AS s FROM webhook_endpoints w WHERE state <> 'deleted'`,
    );
    const key = Buffer.from(made['secret'].slice(6), 'base64');
    for (const { row, s } of rows) {
      expect(row).not.toContain(made['secret'].slice(6, 30));
      expect(row).not.toContain(key.toString('hex'));
      expect(s).not.toContain('whsec_');
    }
    const shown = await ask(
      app,
      'webhookEndpoint',
      { id: ['ID!', made['endpoint'].id] },
      'id url',
      creditor.owner.token,
    );
    expect(shown['url']).toBe(PUBLIC);
    const [audited] = await asOwner(
      app.database,
      `SELECT count(*)::int AS n FROM audit_records WHERE facts::text LIKE '%whsec_%'`,
    );
    expect(audited).toEqual({ n: 0 });
  });

  it('are changed, disabled, enabled and taken away by their own organisation only', async () => {
    const { id } = await anEndpoint(app, creditor, { url: PUBLIC, types: ['case.closed'] });
    const endpointId = ['ID!', id] as const;
    const stranger = await anAgency(app);
    for (const name of ['deleteWebhookEndpoint', 'disableWebhookEndpoint', 'rotateWebhookSecret', 'sendTestWebhook']) {
      expect(await act(app, name, { endpointId }, '', tokenOf(stranger))).toMatchObject({ code: 'NOT_FOUND' });
    }
    const viewer = await aMember(app, creditor, ['viewer']);
    const asViewer = await app.graphql(
      'mutation ($id: ID!) { deleteWebhookEndpoint(endpointId: $id) { __typename ... on Refusal { code } } }',
      { id },
      viewer.token,
    );
    expect(asViewer.data!['deleteWebhookEndpoint'].code).toBe('FORBIDDEN');

    const input = [
      'UpdateWebhookEndpointInput!',
      { description: null, types: ['case.closed'], url: `${PUBLIC}/2` },
    ] as const;
    const fields = '... on WebhookEndpoint { url description types state disabledReason }';
    const changed = await done(app, 'updateWebhookEndpoint', { endpointId, input }, fields, tokenOf(creditor));
    expect(changed).toMatchObject({ url: `${PUBLIC}/2`, description: null, types: ['case.closed'] });
    for (const state of ['disabled', 'enabled', 'enabled'] as const) {
      const name = state === 'enabled' ? 'enableWebhookEndpoint' : 'disableWebhookEndpoint';
      expect(await done(app, name, { endpointId }, fields, tokenOf(creditor))).toMatchObject({ state });
    }
    await done(app, 'deleteWebhookEndpoint', { endpointId }, fields, tokenOf(creditor));
    expect(await act(app, 'enableWebhookEndpoint', { endpointId }, '', tokenOf(creditor))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const [kept] = await asOwner(app.database, `SELECT secret_sealed FROM webhook_endpoints WHERE url = $1`, [
      `${PUBLIC}/2`,
    ]);
    expect(kept).toEqual({ secret_sealed: null });
  });

  it('are managed by a key with the scope, over REST as well', async () => {
    const { key } = await anApiKey(app, creditor, ['webhooks:read', 'webhooks:write', 'cases:read']);
    const rest = (verb: 'get' | 'post' | 'patch' | 'delete', path: string) =>
      app.rest()[verb](`/v1/${path}`).set('authorization', `Bearer ${key}`);
    const made = await rest('post', 'webhook-endpoints').send({ url: PUBLIC, types: ['case.posted'] });
    expect(made.status).toBe(201);
    const { id } = made.body.endpoint;
    expect((await rest('patch', `webhook-endpoints/${id}`).send({ description: 'SAP' })).body).toMatchObject({
      ...{ description: 'SAP', types: ['case.posted'] },
    });
    const rotated = await rest('post', `webhook-endpoints/${id}/rotate-secret`).send({ overlapHours: 0 });
    expect(rotated.body.secret).not.toBe(made.body.secret);
    expect(rotated.body.endpoint.previousSecretUntil).toBeNull();
    expect((await rest('post', `webhook-endpoints/${id}/replays`).send({ since: 'yesterday' })).body).toMatchObject({
      ...{ code: 'INVALID_INPUT', status: 422 },
    });
    expect((await rest('delete', `webhook-endpoints/${id}`)).status).toBe(200);
    expect((await rest('get', `webhook-endpoints/${id}`)).status).toBe(404);
    const types = await app.rest().get('/v1/event-types');
    expect(types.body.data.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['case.posted', 'webhook.test']),
    );
  });

  it('send a key nothing that it could not read', async () => {
    const { key } = await anApiKey(app, creditor, ['webhooks:write', 'cases:read']);
    const token = { token: key };
    const unreadable = (scope: string) => ({
      ...{ code: 'INVALID_INPUT', path: 'types', details: { reason: expect.stringContaining(scope) } },
    });
    expect(await create({ url: PUBLIC, types: ['case.posted', 'payout.paid'] }, key)).toMatchObject(
      unreadable('statements:read'),
    );
    expect(await create({ url: PUBLIC }, key)).toMatchObject(unreadable('read'));
    expect((await create({ url: PUBLIC, types: ['case.posted'] }, key))['endpoint']).toMatchObject({
      types: ['case.posted'],
    });
    // Nor are events taken from where somebody else sends them.
    const { id } = await anEndpoint(app, creditor, { url: PUBLIC, types: ['commission.booked'] });
    for (const change of [{ url: `${PUBLIC}/3` }, { types: ['payout.paid'] }]) {
      const args = { endpointId: ['ID!', id], input: ['UpdateWebhookEndpointInput!', change] } as const;
      expect(await act(app, 'updateWebhookEndpoint', args, '', token)).toMatchObject(unreadable('statements:read'));
    }
    // Nor is the log a way around it.
    const deliveryId = await aDeliveryOf('commission.booked', id);
    const { key: reader } = await anApiKey(app, creditor, ['webhooks:read']);
    const log = await app.rest().get(`/v1/webhook-deliveries/${deliveryId}`).set('authorization', `Bearer ${reader}`);
    expect([log.status, log.body.details]).toEqual([403, { requiredScope: 'statements:read' }]);
    const { key: whole } = await anApiKey(
      app,
      creditor,
      SCOPE_NAMES.filter((scope) => SCOPES[scope].kinds.some((kind) => kind === 'creditor')),
    );
    expect((await create({ url: PUBLIC }, whole))['endpoint']).toMatchObject({ types: [] });
  });

  it('send a member nothing that the roles could not read, nor does the log', async () => {
    const operator = await aMember(app, creditor, ['operator']);
    const lacking = (...types: string[]) => ({
      ...{ code: 'INVALID_INPUT', path: 'types' },
      details: {
        reasonCode: 'ROLE_MISSING',
        reason: expect.stringMatching(new RegExp(`${types.join(', ')}.* need one of the roles owner, finance, viewer`)),
      },
    });
    const all = await create({ url: PUBLIC }, operator.token);
    expect(all).toMatchObject(lacking());
    for (const type of ['commission.booked', 'payout.paid']) expect(all['details'].reason).toContain(type);
    expect(await create({ url: PUBLIC, types: ['case.posted', 'commission.booked'] }, operator.token)).toMatchObject(
      lacking('commission.booked'),
    );
    expect((await create({ url: PUBLIC, types: ['case.posted'] }, operator.token))['endpoint']).toMatchObject({
      types: ['case.posted'],
    });
    const { id } = await anEndpoint(app, creditor, { url: PUBLIC, types: ['commission.booked'] });
    for (const change of [{ url: `${PUBLIC}/3` }, { types: ['payout.paid'] }]) {
      const args = { endpointId: ['ID!', id], input: ['UpdateWebhookEndpointInput!', change] } as const;
      expect(await act(app, 'updateWebhookEndpoint', args, '', { token: operator.token })).toMatchObject(lacking());
    }
    const deliveryId = await aDeliveryOf('commission.booked', id);
    const read = (token: string) =>
      app.rest().get(`/v1/webhook-deliveries/${deliveryId}`).set('authorization', `Bearer ${token}`);
    expect((await read(operator.token)).status).toBe(403);
    expect((await read(creditor.owner.token)).status).toBe(200);
  });

  it('of the platform show what waits for reviewers only to those who may follow it', async () => {
    const platform = await aPlatform(app);
    const { id } = await anEndpoint(app, platform, { url: PUBLIC, types: ['verification.submitted'] });
    const deliveryId = await aDeliveryOf('verification.submitted', id, platform);
    for (const [role, status] of [
      ['finance', 403],
      ['reviewer', 200],
      ['risk', 200],
    ] as const) {
      const { token } = await aMember(app, platform, [role]);
      const log = await app.rest().get(`/v1/webhook-deliveries/${deliveryId}`).set('authorization', `Bearer ${token}`);
      expect([role, log.status]).toEqual([role, status]);
    }
  });

  it('that people made keep their secret from machines', async () => {
    const { key } = await anApiKey(app, creditor, ['webhooks:write', 'cases:read']);
    const { id } = await anEndpoint(app, creditor, { url: PUBLIC, types: ['case.posted'] });
    const rotate = (endpointId: string, token: string) =>
      act(app, 'rotateWebhookSecret', { endpointId: ['ID!', endpointId] }, '', { token });
    expect(await rotate(id, key)).toMatchObject({ code: 'MEMBERS_OWN_SECRET' });
    const own = await create({ url: PUBLIC, types: ['case.posted'] }, key);
    expect(await rotate(own['endpoint'].id, key)).toMatchObject({ __typename: 'WebhookEndpointWithSecret' });
    expect(await rotate(id, creditor.owner.token)).toMatchObject({ __typename: 'WebhookEndpointWithSecret' });
  });

  it('are limited in number', async () => {
    const agency = await anAgency(app);
    for (let n = 0; n < 20; n += 1) await anEndpoint(app, agency, { url: PUBLIC, types: ['case.closed'] });
    expect(await create({ url: PUBLIC }, agency.owner.token)).toMatchObject({
      ...{ code: 'TOO_MANY_WEBHOOK_ENDPOINTS', details: { limit: 20 } },
    });
  });

  it('can be the platform’s, whose owner makes them', async () => {
    const platform = await aPlatform(app);
    const made = await create({ url: PUBLIC, types: ['verification.suspended'] }, platform.owner.token);
    expect(made['endpoint']).toMatchObject({ state: 'enabled' });
    expect(await create({ url: PUBLIC }, platform.finance.token)).toMatchObject({ code: 'FORBIDDEN' });
  });

  describe('whose name', () => {
    /** What the DNS says from now on. */
    const resolving = (...addresses: string[]) =>
      jest.spyOn(app.serving.app.get(HostLookup), 'addressesOf').mockResolvedValue(addresses);
    const url = 'https://hooks.harbour.com/in';

    it('leads inside only after they were made get nothing: it is checked for every delivery', async () => {
      resolving('93.184.215.14');
      const { id } = await anEndpoint(app, creditor, { url, types: ['case.posted'] });
      for (const inside of ['169.254.169.254', '10.0.0.7', '::ffff:10.0.0.7', 'fd00::7', '100.64.0.1']) {
        resolving(inside);
        const attempt = await attemptTo(id);
        expect(attempt).toMatchObject({ status: null, error: 'REFUSED_ADDRESS' });
        expect(attempt['errorDetail']).toBe('ADDRESS_NOT_PUBLIC');
        expect(JSON.stringify(attempt)).not.toContain(inside);
      }
    });

    it('leads inside and outside get nothing either', async () => {
      resolving('93.184.215.14');
      const { id } = await anEndpoint(app, creditor, { url, types: ['case.posted'] });
      resolving('93.184.215.14', '192.168.1.1');
      expect(await attemptTo(id)).toMatchObject({ error: 'REFUSED_ADDRESS' });
    });

    it('leads inside are refused when they are made', async () => {
      resolving('10.0.0.7');
      const refused = { code: 'WEBHOOK_URL_REFUSED', path: 'url', details: { reason: 'PRIVATE_ADDRESS' } };
      expect(await create({ url })).toMatchObject(refused);
    });
  });

  it('never reach this machine, by its address or by a name, however they came to be stored', async () => {
    const sink = await new Sink().open();
    const { id } = await anEndpoint(app, creditor, { url: PUBLIC, types: ['case.closed'] });
    const pointTo = (url: string) =>
      asOwner(
        app.database,
        `UPDATE webhook_endpoints SET url = $1 WHERE types = '{case.closed}' AND state = 'enabled'`,
        [url],
      );
    await pointTo(sink.urlAs('https', '127.0.0.1'));
    expect(await attemptTo(id)).toMatchObject({ error: 'REFUSED_ADDRESS' });
    await pointTo(sink.url);
    expect(await attemptTo(id)).toMatchObject({ error: 'REFUSED_ADDRESS', errorDetail: 'NOT_HTTPS' });
    jest.spyOn(app.serving.app.get(HostLookup), 'addressesOf').mockResolvedValue(['127.0.0.1']);
    await pointTo(sink.urlAs('https', 'hooks.harbour.com'));
    expect(await attemptTo(id)).toMatchObject({ error: 'REFUSED_ADDRESS' });
    expect(sink.connections).toBe(0);
    await sink.close();
  });
});
