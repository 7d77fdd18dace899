import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { HttpAdapterHost } from '@nestjs/core';
import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { parsePublicId } from '../../src/kernel/index.js';
import { clientOf, type TestApp, testApp } from '../support/app.js';
import {
  aClientToken,
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  anApiKey,
  anOAuthClient,
  aReportedRepayment,
  aSandbox,
  type Organisation,
} from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner } from '../support/database.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const CLIENT = `... on OAuthClientCreated { secret client { id name authMethod scopes addresses revokedAt lastUsedAt
  lastUsedFrom secrets { ending expiresAt } keys { kid algorithms } } }`;
const WHOLE = '... on OAuthClient { id addresses revokedAt keys { kid algorithms } }';
const ME = '{ me { organisation { id } member { id } scopes } }';
const DEFAULT_SCOPES = ['cases:read', 'hall:read'];

type Curve = 'ES256' | 'RS256' | 'PS256' | 'EdDSA';

describe('letting a machine in', () => {
  let app: TestApp;
  let issuer: string;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
    issuer = (await app.rest().get('/.well-known/oauth-authorization-server')).body.issuer;
  });
  afterAll(() => app?.close());
  afterEach(() => asOwner(app.database, 'DELETE FROM login_failures'));

  const owner = () => ({ token: creditor.owner.token });
  const token = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    app
      .rest()
      .post('/oauth/token')
      .type('form')
      .set(headers)
      .send({ grant_type: 'client_credentials', ...form });
  const me = (bearer: string) => app.graphql(ME, {}, bearer);
  const codeOf = async (bearer: string) => (await me(bearer)).errors?.[0]?.extensions['code'];

  async function aClient(input: Record<string, unknown>): Promise<Answer> {
    const wish = { name: 'ERP', scopes: DEFAULT_SCOPES, ...input };
    const made = await done(app, 'createOAuthClient', { input: ['CreateOAuthClientInput!', wish] }, CLIENT, owner());
    return { ...made['client'], secret: made['secret'] };
  }

  function aKeyPair(alg: Curve): { privateKey: KeyObject; publicKey: KeyObject } {
    if (alg === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return alg === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('rsa', { modulusLength: 2048 });
  }

  async function aSigner(alg: Curve, kid?: string) {
    const { privateKey, publicKey } = aKeyPair(alg);
    const jwk = { ...(await exportJWK(publicKey)), alg, ...(kid ? { kid } : {}) };
    return { jwk, alg, kid, privateKey, publicKey };
  }
  type Signer = Awaited<ReturnType<typeof aSigner>>;

  async function signed(signer: Signer, clientId: string, claims: JWTPayload = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const whole = { iss: clientId, sub: clientId, aud: issuer, iat: now, exp: now + 60, jti: randomUUID(), ...claims };
    const header = { alg: signer.alg, ...(signer.kid ? { kid: signer.kid } : {}) };
    return new SignJWT(whole).setProtectedHeader(header).sign(signer.privateKey);
  }
  const byAssertion = (assertion: string, more: Record<string, string> = {}) =>
    token({ client_assertion_type: ASSERTION_TYPE, client_assertion: assertion, ...more });
  const refused = (answer: { status: number; body: unknown }, status: number, error: string) => {
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { error } });
  };

  it('tells where its tokens are got and how (RFC 8414)', async () => {
    const { body, status } = await app.rest().get('/.well-known/oauth-authorization-server');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: app.url,
      token_endpoint: `${app.url}/oauth/token`,
      revocation_endpoint: `${app.url}/oauth/revoke`,
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
      token_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256', 'PS256', 'EdDSA'],
    });
    expect(body.scopes_supported).toContain('debtors:read');
  });

  it('gives a token for a secret in the header or in the form, each to clients registered for it', async () => {
    const basic = await aClient({ authMethod: 'client_secret_basic' });
    const post = await aClient({ authMethod: 'client_secret_post' });
    expect(basic['secret']).toMatch(/^rs_live_[0-9A-Za-z]{38}$/);
    const header = ({ id, secret }: Answer) => ({
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
    });
    const form = ({ id, secret }: Answer) => ({ client_id: id as string, client_secret: secret as string });
    for (const answer of [await token({}, header(basic)), await token(form(post))]) {
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        token_type: 'Bearer',
        expires_in: 600,
        scope: 'self:read cases:read hall:read',
      });
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
      const seen = (await me(answer.body.access_token)).data?.['me'];
      expect(seen).toEqual({
        organisation: { id: creditor.id },
        member: null,
        scopes: ['self:read', 'cases:read', 'hall:read'],
      });
    }
    refused(await token(form(basic)), 401, 'invalid_client');
    refused(await token({}, header(post)), 401, 'invalid_client');
    const stored = await asOwner(app.database, `SELECT secret_hash FROM oauth_client_secrets WHERE secret_hash = $1`, [
      Buffer.from(post['secret']),
    ]);
    expect(stored).toEqual([]);
  });

  it.each<Curve>(['ES256', 'RS256', 'PS256', 'EdDSA'])('gives a token for an assertion signed with %s', async (alg) => {
    const signer = await aSigner(alg);
    const client = await aClient({ authMethod: 'private_key_jwt', jwks: { keys: [signer.jwk] } });
    expect(client).toMatchObject({ secret: null, keys: [{ algorithms: [alg] }], secrets: [] });
    const { body } = await byAssertion(await signed(signer, client['id']));
    const [header, payload] = (body.access_token as string)
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    expect(header).toMatchObject({ typ: 'at+jwt', alg: 'HS256' });
    expect(payload).toMatchObject({
      ...{ iss: issuer, aud: 'recourse-api', sub: client['id'], client_id: client['id'] },
      scope: 'self:read cases:read hall:read',
    });
    expect(payload.exp - payload.iat).toBe(600);
    expect((await me(body.access_token)).data?.['me'].organisation.id).toBe(creditor.id);
    const toEndpoint = await signed(signer, client['id'], { aud: `${issuer}/oauth/token` });
    expect((await byAssertion(toEndpoint, { client_id: client['id'] })).status).toBe(200);
  });

  it('takes every assertion once, also when it comes many times at once or to another process', async () => {
    const other = await testApp({ PUBLIC_URL: issuer }, app.database);
    try {
      const { port } = other.serving.app.get(HttpAdapterHost).httpAdapter.getHttpServer().address();
      const signer = await aSigner('ES256');
      const client = await aClient({ authMethod: 'private_key_jwt', jwks: { keys: [signer.jwk] } });
      const assertion = await signed(signer, client['id']);
      const form = {
        grant_type: 'client_credentials',
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: assertion,
      };
      const toOther = () => clientOf(`http://127.0.0.1:${port}`).rest().post('/oauth/token').type('form').send(form);
      const tries = Array.from({ length: 12 }, (_, i) => (i % 2 ? byAssertion(assertion) : toOther()));
      const won = (await Promise.all(tries)).filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      for (const again of [() => byAssertion(assertion), toOther]) {
        await asOwner(app.database, 'DELETE FROM login_failures');
        refused(await again(), 401, 'invalid_client');
      }
      expect(await codeOf(won[0]!.body.access_token)).toBeUndefined();
    } finally {
      await other.close();
    }
  });

  it('believes no assertion that is not wholly what it must be', async () => {
    const signer = await aSigner('RS256', 'k1');
    const client = await aClient({ authMethod: 'private_key_jwt', jwks: { keys: [signer.jwk] } });
    const id: string = client['id'];
    const stranger = { ...(await aSigner('RS256')), kid: 'k1' };
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: id, sub: id, aud: issuer, iat: now, exp: now + 60, jti: randomUUID() };
    const pem = signer.publicKey.export({ type: 'spki', format: 'pem' }) as string;
    const hmacText = `${part({ alg: 'HS256', kid: 'k1' })}.${part(claims)}`;
    const wrong: Record<string, string> = {
      'for somebody else': await signed(signer, id, { aud: 'https://elsewhere.example' }),
      'for somebody else as well': await signed(signer, id, { aud: [issuer, 'https://elsewhere.example'] }),
      'of another subject': await signed(signer, id, { sub: 'client_01' }),
      'issued by another': await signed(signer, id, { iss: 'client_01' }),
      over: await signed(signer, id, { iat: now - 120, exp: now - 60 }),
      'good for too long': await signed(signer, id, { exp: now + 3_600 }),
      'from the future': await signed(signer, id, { iat: now + 300, exp: now + 310 }),
      'without an id': await signed(signer, id, { jti: undefined as unknown as string }),
      'without an end': await signed(signer, id, { exp: undefined as unknown as number }),
      'signed by a stranger': await signed(stranger, id),
      'signed with none': `${part({ alg: 'none' })}.${part(claims)}.`,
      'signed with the public key as a shared secret': `${hmacText}.${createHmac('sha256', pem).update(hmacText).digest('base64url')}`,
      'signed with another algorithm than the key is for': await signed({ ...signer, alg: 'PS256' }, id),
      'of an unknown key': await signed({ ...signer, kid: 'k2' }, id),
      'no JWT': 'rubbish',
    };
    const outcomes: Record<string, string> = {};
    for (const [name, assertion] of Object.entries(wrong)) {
      const answer = await byAssertion(assertion, { client_id: id });
      outcomes[name] = `${answer.status} ${answer.body.error}`;
      await asOwner(app.database, 'DELETE FROM login_failures');
    }
    expect(outcomes).toEqual(Object.fromEntries(Object.keys(wrong).map((name) => [name, '401 invalid_client'])));
    expect((await byAssertion(await signed(signer, id))).status).toBe(200);
  });

  it('says what is wrong with a request in the words of RFC 6749', async () => {
    const { id, secret } = await aClient({ authMethod: 'client_secret_post' });
    const good = { client_id: id as string, client_secret: secret as string };
    refused(await token({ ...good, grant_type: 'password' }), 400, 'unsupported_grant_type');
    refused(await token({ ...good, grant_type: '' }), 400, 'invalid_request');
    refused(await token({ ...good, scope: 'cases:write' }), 400, 'invalid_scope');
    const nobody = await token({});
    refused(nobody, 401, 'invalid_client');
    expect(nobody.headers).toMatchObject({ 'www-authenticate': 'Basic realm="recourse"', 'cache-control': 'no-store' });
    const both = await token(good, { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` });
    refused(both, 400, 'invalid_request');
    const body = `grant_type=client_credentials&client_id=${id}&client_id=${id}&client_secret=${secret}`;
    refused(await app.rest().post('/oauth/token').type('form').send(body), 400, 'invalid_request');
    const json = await app
      .rest()
      .post('/oauth/token')
      .send({ ...good, grant_type: 'client_credentials' });
    refused(json, 400, 'invalid_request');
    const inUrl = await app.rest().post(`/oauth/token?client_id=${id}&client_secret=${secret}`).type('form').send({});
    refused(inUrl, 400, 'invalid_request');
  });

  it('slows down whoever guesses secrets, and nobody else', async () => {
    const { id, secret } = await aClient({ authMethod: 'client_secret_post' });
    const neighbour = await aClient({ authMethod: 'client_secret_post' });
    const guess = () => token({ client_id: id, client_secret: `rs_live_${'0'.repeat(38)}` });
    for (let i = 0; i < 5; i += 1) refused(await guess(), 401, 'invalid_client');
    const blocked = await token({ client_id: id, client_secret: secret });
    refused(blocked, 429, 'temporarily_unavailable');
    expect(Number.parseInt(blocked.headers['retry-after']!, 10)).toBeGreaterThan(0);
    const { id: other, secret: others } = neighbour;
    expect((await token({ client_id: other, client_secret: others })).status).toBe(200);
    const many = Array.from({ length: 12 }, () => token({ client_id: other, client_secret: others }));
    expect((await Promise.all(many)).map(({ status }) => status)).toEqual(many.map(() => 200));
  });

  it('narrows a token to the scopes asked for', async () => {
    const { id, secret } = await aClient({ authMethod: 'client_secret_post' });
    const { body } = await token({ client_id: id, client_secret: secret, scope: 'hall:read' });
    expect(body.scope).toBe('self:read hall:read');
    const cases = await app.rest().get('/v1/cases').set('authorization', `Bearer ${body.access_token}`);
    expect(cases.status).toBe(403);
    expect(cases.body).toMatchObject({ code: 'FORBIDDEN', details: { requiredScope: 'cases:read' } });
    expect(cases.headers['www-authenticate']).toBe('Bearer error="insufficient_scope", scope="cases:read"');
    const hall = await app.rest().get('/v1/hall').set('authorization', `Bearer ${body.access_token}`);
    expect(hall.status).toBe(200);
  });

  it('shows single fields only to machines with their scope, on both faces, and says which scope that is', async () => {
    const caseId = await aListedCase(app, creditor, {
      contractNumber: 'HT-7',
      debtorPhone: '13900000001',
      debtorAddress: '江城市滨江路1号',
    });
    const { id, secret } = await aClient({
      authMethod: 'client_secret_post',
      scopes: ['cases:read', 'debtors:read', 'debtors:contact'],
    });
    const withScopes = async (scope: string): Promise<string> =>
      (await token({ client_id: id, client_secret: secret, scope })).body.access_token;
    const query = `query ($id: ID!) { case(id: $id) { number contractNumber }
      caseDebtor(caseId: $id) { __typename ... on Debtor { name phone address } ... on Refusal { code details } } }`;
    const asked = async (bearer: string) => {
      const { data, errors } = await app.graphql(query, { id: caseId }, bearer);
      return { data, errors: errors?.map(({ path, extensions }) => ({ path, extensions })) };
    };
    const rest = async (bearer: string, path = '') =>
      (await app.rest().get(`/v1/cases/${caseId}${path}`).set('authorization', `Bearer ${bearer}`)).body;
    const lacks = (requiredScope: string) => ({ code: 'FORBIDDEN', details: { requiredScope } });
    const [some, more, all] = await Promise.all(
      ['cases:read', 'cases:read debtors:read', 'cases:read debtors:read debtors:contact'].map(withScopes),
    );
    // Again and again: the first times are executed plainly, later ones by compiled functions.
    for (let i = 0; i < 4; i += 1) {
      expect(await asked(some!)).toMatchObject({
        data: { case: { contractNumber: null }, caseDebtor: { __typename: 'Forbidden', ...lacks('debtors:read') } },
        errors: [{ path: ['case', 'contractNumber'], extensions: lacks('debtors:read') }],
      });
      expect(await asked(more!)).toMatchObject({
        data: { case: { contractNumber: 'HT-7' }, caseDebtor: { phone: null, address: null } },
        errors: expect.arrayContaining(
          ['phone', 'address'].map((field) => ({ path: ['caseDebtor', field], extensions: lacks('debtors:contact') })),
        ),
      });
      for (const bearer of [all!, creditor.owner.token]) {
        expect(await asked(bearer)).toMatchObject({
          data: { caseDebtor: { phone: '13900000001' } },
          errors: undefined,
        });
      }
    }
    expect(await rest(some!)).toMatchObject({ id: caseId, contractNumber: null });
    expect(await rest(more!)).toMatchObject({ contractNumber: 'HT-7' });
    expect(await rest(some!, '/debtor')).toMatchObject(lacks('debtors:read'));
    expect(await rest(more!, '/debtor')).toMatchObject({ name: expect.any(String), phone: null, address: null });
    expect(await rest(all!, '/debtor')).toMatchObject({ phone: '13900000001' });
    const list = await app.rest().get('/v1/cases').set('authorization', `Bearer ${some}`);
    expect(list.body.data.find((one: Answer) => one['id'] === caseId)).toMatchObject({ contractNumber: null });
    const mine = await app.rest().get('/v1/cases').set('authorization', `Bearer ${creditor.owner.token}`);
    expect(mine.body.data.find((one: Answer) => one['id'] === caseId)).toMatchObject({ contractNumber: 'HT-7' });
  });

  it('replaces a secret while the old one goes on for a while, and never three', async () => {
    const { id, secret } = await aClient({ authMethod: 'client_secret_post' });
    const works = async (one: string) => {
      const { status } = await token({ client_id: id, client_secret: one });
      await asOwner(app.database, 'DELETE FROM login_failures');
      return status === 200;
    };
    const rotate = async (hours: number) =>
      done(app, 'rotateOAuthClientSecret', { clientId: ['ID!', id], overlapHours: ['Int', hours] }, CLIENT, owner());
    const second = await rotate(24);
    expect(second['client'].secrets).toHaveLength(2);
    expect([await works(secret), await works(second['secret'])]).toEqual([true, true]);
    const third = await rotate(1);
    const all = [await works(secret), await works(second['secret']), await works(third['secret'])];
    expect(all).toEqual([false, true, true]);
    await asOwner(app.database, `UPDATE oauth_client_secrets SET expires_at = now() WHERE expires_at IS NOT NULL`);
    expect([await works(second['secret']), await works(third['secret'])]).toEqual([false, true]);
    const keyed = { clientId: ['ID!', id], jwk: ['JSONObject!', (await aSigner('ES256')).jwk] } as const;
    expect(await act(app, 'addOAuthClientKey', keyed, WHOLE, owner())).toMatchObject({ code: 'OTHER_AUTH_METHOD' });
  });

  it('adds the next public key before the last one goes, and takes no private one', async () => {
    const [first, second] = [await aSigner('ES256', '2026-11'), await aSigner('EdDSA', '2026-12')];
    const { id } = await aClient({ authMethod: 'private_key_jwt', jwks: { keys: [first.jwk] } });
    const remove = (kid: string) =>
      act(app, 'removeOAuthClientKey', { clientId: ['ID!', id], kid: ['String!', kid] }, WHOLE, owner());
    const add = (jwk: object) =>
      act(app, 'addOAuthClientKey', { clientId: ['ID!', id], jwk: ['JSONObject!', jwk] }, WHOLE, owner());
    expect(await remove('2026-11')).toMatchObject({ code: 'LAST_CLIENT_KEY' });
    expect((await add(second.jwk))['keys']).toHaveLength(2);
    expect(await add({ ...second.jwk })).toMatchObject({ code: 'CLIENT_KEY_EXISTS', path: 'jwk.kid' });
    for (const signer of [first, second]) expect((await byAssertion(await signed(signer, id))).status).toBe(200);
    expect((await remove('2026-11'))['keys']).toEqual([{ kid: '2026-12', algorithms: ['EdDSA'] }]);
    refused(await byAssertion(await signed(first, id)), 401, 'invalid_client');
    expect((await byAssertion(await signed(second, id))).status).toBe(200);
    const secretPart = await exportJWK(aKeyPair('ES256').privateKey);
    expect(await add(secretPart)).toMatchObject({ code: 'INVALID_INPUT', path: 'jwk' });
    expect(await add({ kty: 'oct', k: 'c2VjcmV0' })).toMatchObject({ code: 'INVALID_INPUT', path: 'jwk' });
    const weak = await exportJWK(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey);
    expect(await add(weak)).toMatchObject({ code: 'INVALID_INPUT', path: 'jwk' });
  });

  it('ends one token that is given back, and all of a client that is revoked, at once', async () => {
    const { id, secret } = await aClient({ authMethod: 'client_secret_post' });
    const stranger = await aClient({ authMethod: 'client_secret_post' });
    const credentials = { client_id: id as string, client_secret: secret as string };
    const [one, two] = [(await token(credentials)).body.access_token, (await token(credentials)).body.access_token];
    const giveBack = (form: Record<string, string>) => app.rest().post('/oauth/revoke').type('form').send(form);
    const theirs = { client_id: stranger['id'], client_secret: stranger['secret'], token: one };
    refused(await giveBack(theirs), 400, 'unauthorized_client');
    refused(await giveBack({ token: one }), 401, 'invalid_client');
    expect((await giveBack({ ...credentials, token: 'nothing' })).status).toBe(200);
    expect([await codeOf(one), await codeOf(two)]).toEqual([undefined, undefined]);
    expect((await giveBack({ ...credentials, token: one })).body).toEqual({ revoked: true });
    expect([await codeOf(one), await codeOf(two)]).toEqual(['UNAUTHENTICATED', undefined]);
    const revoked = await done(app, 'revokeOAuthClient', { clientId: ['ID!', id] }, WHOLE, owner());
    expect(revoked['revokedAt']).not.toBeNull();
    expect(await codeOf(two)).toBe('UNAUTHENTICATED');
    refused(await token(credentials), 401, 'invalid_client');
    const again = await done(app, 'revokeOAuthClient', { clientId: ['ID!', id] }, WHOLE, owner());
    expect(again['revokedAt']).toBe(revoked['revokedAt']);
  });

  it('lets a client and a key in only from their addresses, also when it knows them already', async () => {
    const client = await aClient({ authMethod: 'client_secret_post' });
    const credentials = { client_id: client['id'] as string, client_secret: client['secret'] as string };
    const { access_token: bearer } = (await token(credentials)).body;
    const made = await done(
      app,
      'createApiKey',
      {
        input: [
          'CreateApiKeyInput!',
          { name: 'ERP', scopes: ['self:read'], addresses: ['127.0.0.0/8', '2001:DB8::/32'] },
        ],
      },
      '... on ApiKeyCreated { key apiKey { id addresses } }',
      owner(),
    );
    expect(made['apiKey'].addresses).toEqual(['127.0.0.0/8', '2001:db8::/32']);
    const key = made['key'] as string;
    expect([await codeOf(bearer), await codeOf(key)]).toEqual([undefined, undefined]);
    const elsewhere = { addresses: ['[String!]!', ['203.0.113.0/24']] } as const;
    const clientId = { clientId: ['ID!', client['id']] } as const;
    const apiKeyId = { apiKeyId: ['ID!', made['apiKey'].id] } as const;
    await done(app, 'setOAuthClientAddresses', { ...clientId, ...elsewhere }, WHOLE, owner());
    await done(app, 'setApiKeyAddresses', { ...apiKeyId, ...elsewhere }, '... on ApiKey { id }', owner());
    for (const one of [bearer, key, bearer, key]) expect(await codeOf(one)).toBe('ADDRESS_NOT_ALLOWED');
    const rest = await app.rest().get('/v1/cases').set('authorization', `Bearer ${key}`);
    expect(rest.status).toBe(403);
    expect(rest.body).toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
    refused(await token(credentials), 400, 'unauthorized_client');
    const hall = await app.rest().get('/v1/hall').set('authorization', `Bearer ${bearer}`);
    expect(hall.body).toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
    const wrong = { ...apiKeyId, addresses: ['[String!]!', ['10.0.0.0/8', 'office']] } as const;
    const refusal = await act(app, 'setApiKeyAddresses', wrong, '', owner());
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', path: 'addresses[1]' });
    await done(
      app,
      'setApiKeyAddresses',
      { ...apiKeyId, addresses: ['[String!]!', []] },
      '... on ApiKey { id }',
      owner(),
    );
    expect(await codeOf(key)).toBeUndefined();
  });

  it('reads the address a trusted proxy names, and of a stranger’s header nothing', async () => {
    const behind = await testApp({ TRUST_PROXY: 'true' }, app.database);
    try {
      const made = await done(
        app,
        'createApiKey',
        { input: ['CreateApiKeyInput!', { name: 'ERP', scopes: ['self:read'], addresses: ['203.0.113.7'] }] },
        '... on ApiKeyCreated { key apiKey { addresses } }',
        owner(),
      );
      expect(made['apiKey'].addresses).toEqual(['203.0.113.7/32']);
      const from = async (at: TestApp, address: string) =>
        (await at.graphql(ME, {}, made['key'], { 'x-forwarded-for': address })).errors?.[0]?.extensions['code'];
      expect(await from(behind, '203.0.113.7')).toBeUndefined();
      expect(await from(behind, '::ffff:203.0.113.7')).toBeUndefined();
      expect(await from(behind, '203.0.113.8')).toBe('ADDRESS_NOT_ALLOWED');
      expect(await from(app, '203.0.113.7')).toBe('ADDRESS_NOT_ALLOWED');
      // What stands before the proxy's own entry, the client may have written itself.
      expect(await from(behind, '203.0.113.7, 203.0.113.8')).toBe('ADDRESS_NOT_ALLOWED');
      expect(await from(behind, '203.0.113.8, 203.0.113.7')).toBeUndefined();
      const [key] = (await ask(app, 'apiKeys', {}, 'lastUsedFrom lastUsedAt', creditor.owner.token)) as Answer[];
      expect(key).toEqual({ lastUsedFrom: '203.0.113.0/24', lastUsedAt: expect.any(String) });
    } finally {
      await behind.close();
    }
  });

  it('rotates an API key: both work for the overlap, and one key has one successor', async () => {
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString();
    const wish = { name: 'ERP', scopes: ['self:read', 'cases:read'], addresses: ['127.0.0.1'], expiresAt: soon };
    const fields = '... on ApiKeyCreated { key apiKey { id name scopes addresses replacesId expiresAt expiresSoon } }';
    const old = await done(app, 'createApiKey', { input: ['CreateApiKeyInput!', wish] }, fields, owner());
    expect(old['apiKey'].expiresSoon).toBe(true);
    const rotate = (overlapHours: number) => {
      const args = { apiKeyId: ['ID!', old['apiKey'].id], overlapHours: ['Int', overlapHours] } as const;
      return act(app, 'rotateApiKey', args, fields, owner());
    };
    const answers = await Promise.all([rotate(48), rotate(48)]);
    expect(answers.map((answer) => answer['code'] ?? 'made').sort()).toEqual(['WRONG_STATE', 'made']);
    const next = answers.find((answer) => answer['key'])!;
    expect(next['apiKey']).toMatchObject({ name: 'ERP', addresses: ['127.0.0.1/32'], replacesId: old['apiKey'].id });
    expect(next['key']).not.toBe(old['key']);
    expect([await codeOf(old['key']), await codeOf(next['key'])]).toEqual([undefined, undefined]);
    const listed = (await ask(app, 'apiKeys', {}, 'id expiresAt', creditor.owner.token)) as unknown as Answer[];
    const ends = Date.parse(listed.find(({ id }) => id === old['apiKey'].id)!['expiresAt']);
    expect(ends - Date.now()).toBeGreaterThan(47 * 3_600_000);
    expect(ends - Date.now()).toBeLessThan(49 * 3_600_000);
    const third = await act(
      app,
      'rotateApiKey',
      { apiKeyId: ['ID!', next['apiKey'].id], overlapHours: ['Int', 0] },
      fields,
      owner(),
    );
    expect([await codeOf(next['key']), await codeOf(third['key'])]).toEqual(['UNAUTHENTICATED', undefined]);
    expect(await act(app, 'rotateApiKey', { apiKeyId: ['ID!', next['apiKey'].id] }, fields, owner())).toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('gives organisations of a sandbox keys and secrets that say so, and work nowhere else', async () => {
    const { creditor: tester } = await aSandbox(app, creditor);
    const { key } = await anApiKey(app, tester, ['self:read']);
    const client = await anOAuthClient(app, tester, ['self:read']);
    expect(key).toMatch(/^rk_test_[0-9A-Za-z]{38}$/);
    expect(client.secret).toMatch(/^rs_test_[0-9A-Za-z]{38}$/);
    expect((await me(key)).data?.['me'].organisation.id).toBe(tester.id);
    expect((await me(await aClientToken(app, client))).data?.['me'].organisation.id).toBe(tester.id);
    // One that says it is a live key is none, though its hash were known.
    expect(await codeOf(key.replace('rk_test_', 'rk_live_'))).toBe('UNAUTHENTICATED');
  });

  it('is on record as the client it is, with whatever it does and whatever is done to it', async () => {
    const agency = await anAgency(app);
    const grabId = await aGrab(app, agency, await aListedCase(app, creditor));
    const repaymentId = await aReportedRepayment(app, agency, grabId);
    const client = await anOAuthClient(app, creditor, ['repayments:write']);
    const confirmed = await app
      .rest()
      .post(`/v1/repayments/${repaymentId}/confirm`)
      .set('authorization', `Bearer ${await aClientToken(app, client)}`);
    expect(confirmed.body).toMatchObject({ state: 'confirmed' });
    const [record] = await asOwner(
      app.database,
      `SELECT oauth_client_id AS client, member_id AS member, api_key_id AS key FROM audit_records
        WHERE act = 'repayment.confirm' AND subject_id = $1`,
      [parsePublicId('repayment', repaymentId)],
    );
    expect(record).toEqual({ client: parsePublicId('oauthClient', client.id), member: null, key: null });
    const acts = await asOwner<{ act: string }>(
      app.database,
      `SELECT DISTINCT act FROM audit_records
        WHERE subject_kind IN ('oauth_client', 'api_key') AND organisation_id = $1 ORDER BY act`,
      [parsePublicId('organisation', creditor.id)],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      ...['api-key.create', 'api-key.rotate', 'api-key.set-addresses'],
      ...['oauth-client.create', 'oauth-client.key-added', 'oauth-client.key-removed', 'oauth-client.revoke'],
      ...['oauth-client.secret-rotated', 'oauth-client.set-addresses'],
    ]);
  });
});
