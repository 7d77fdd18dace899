import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import WebSocket from 'ws';
import { Config } from '../../src/platform/config/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aClientToken,
  aCreditor,
  anAgency,
  anApiKey,
  anOAuthClient,
  aSandbox,
  type Organisation,
  PASSWORD,
} from '../support/builders.js';
import { done } from '../support/client.js';
import { asOwner, namedDatabase } from '../support/database.js';
import { claimsUnder, forgeries, part, spellings } from './forgeries.js';
import { speak } from './speak.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

describe('forged tokens', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  let clientToken: string;
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const forger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const machine = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = machine.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const jwk = machine.publicKey.export({ format: 'jwk' });
  const keys = {
    privateKey: forger.privateKey,
    publicJwk: forger.publicKey.export({ format: 'jwk' }) as Record<string, unknown>,
    guesses: [pem, pem.trim(), JSON.stringify(jwk), Buffer.from(jwk.n!, 'base64url')],
  };

  beforeAll(async () => {
    app = await testApp({}, await namedDatabase('recourse_forged', { fresh: true }));
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app)]);
    clientToken = await aClientToken(app, await anOAuthClient(app, creditor, ['cases:read']));
  });
  afterAll(() => {
    agent.destroy();
    return app?.close();
  });

  /** The status of a read that every genuine bearer of the creditor may do. */
  const statusOf = (authorization: string, path = '/v1/cases') =>
    new Promise<number>((resolve, reject) => {
      const sent = request(new URL(path, app.url), { headers: { authorization }, agent }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode!));
      });
      sent.on('error', reject);
      sent.end();
    });
  async function acceptedOf(bearers: readonly string[]): Promise<string[]> {
    const accepted: string[] = [];
    for (const bearer of bearers) {
      const status = await statusOf(`Bearer ${bearer}`);
      if (status !== 401 && status !== 431) accepted.push(`${status} ${bearer}`);
    }
    return accepted;
  }
  const secretOf = (purpose: string) => app.serving.app.get(Config).keyFor(purpose);
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());

  it('are told from genuine ones, which pass', async () => {
    expect(await statusOf(`Bearer ${creditor.owner.token}`)).toBe(200);
    expect(await statusOf(`Bearer ${clientToken}`)).toBe(200);
  });

  it('of members are not believed, whatever their header, claims, signature or spelling', async () => {
    const { sub, sid, org } = claimsOf(agency.owner.token);
    const bearers = [
      ...forgeries(creditor.owner.token, { sub, sid, org }, keys),
      ...spellings(creditor.owner.token),
      ...claimsUnder(secretOf('access-token'), creditor.owner.token, { sub }),
    ];
    expect(bearers.length).toBeGreaterThan(500);
    expect(await acceptedOf(bearers)).toEqual([]);
  });

  it('of machines are not either, nor is a token under the key of the other kind', async () => {
    const { sub, jti } = claimsOf(clientToken);
    const others = { sub: 'client_01JABCDEFGHJKMNPQRSTVWXYZ0', client_id: sub, scope: 'cases:write', jti };
    const { sub: none, ...rest } = others;
    expect(none).toBeDefined();
    const bearers = [
      ...forgeries(clientToken, others, keys).filter((one) => one.length < 9_000),
      ...spellings(clientToken),
      ...claimsUnder(secretOf('oauth-client-token'), clientToken, { ...rest, sub: 'x' }),
      ...claimsUnder(secretOf('access-token'), clientToken, { sub }),
      ...claimsUnder(secretOf('oauth-client-token'), creditor.owner.token, { sub }),
    ];
    expect(await acceptedOf(bearers)).toEqual([]);
  });

  it('are what stands for something else: refresh tokens, keys of another world, cut, changed and ended ones', async () => {
    const login = { input: ['LoginInput!', { email: creditor.owner.email, password: PASSWORD }] } as const;
    const session = await done(app, 'login', login, '... on Session { accessToken refreshToken }');
    const { key, id } = await anApiKey(app, creditor, ['cases:read']);
    const world = await aSandbox(app, creditor);
    const test = await anApiKey(app, world.creditor, ['cases:read']);
    const client = await anOAuthClient(app, creditor, ['cases:read']);
    expect([await statusOf(`Bearer ${key}`), await statusOf(`Bearer ${test.key}`)]).toEqual([200, 200]);
    const bearers = [
      session['refreshToken'] as string,
      client.secret,
      client.id,
      id,
      PASSWORD,
      test.key.replace('rk_test_', 'rk_live_'),
      key.replace('rk_live_', 'rk_test_'),
      key.replace('rk_', 'rs_'),
      key.toLowerCase(),
      ...Array.from({ length: key.length }, (_, at) => key.slice(0, at)),
      ...Array.from(
        { length: 38 },
        (_, at) => key.slice(0, 8 + at) + (key[8 + at] === 'a' ? 'b' : 'a') + key.slice(9 + at),
      ),
      ...['.', '=', ' x', '%00', '\tx'].map((more) => key + more),
    ].filter(Boolean);
    expect(await acceptedOf(bearers)).toEqual([]);
    await done(app, 'logout', {}, '', { token: session['accessToken'] });
    expect(await acceptedOf([session['accessToken']])).toEqual([]);
  });

  it('are read from one header of one form, and from nowhere else', async () => {
    const { token } = creditor.owner;
    const schemes = [
      '',
      'Token ',
      'JWT ',
      'Basic ',
      'Bearer: ',
      'Bearer=',
      'Bearer  ',
      'Bearer\t',
      'Bearer,',
      'BearerX ',
    ];
    for (const scheme of schemes) expect([scheme, await statusOf(`${scheme}${token}`)]).toEqual([scheme, 401]);
    expect(await statusOf(`Basic ${Buffer.from(`x:${token}`).toString('base64')}`)).toBe(401);
    for (const name of ['access_token', 'token', 'authorization', 'Bearer']) {
      expect([401, 422]).toContain(await statusOf('x', `/v1/cases?${name}=${token}`));
    }
    const lines = (...headers: string[]) =>
      speak(app.url, `GET /v1/cases HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\n\r\n`);
    const wrong = [
      ['authorization: Bearer x', `authorization: Bearer ${token}`],
      [`authorization:`, ` Bearer ${token}`],
      [`cookie: authorization=Bearer ${token}; access_token=${token}`],
      [`x-authorization: Bearer ${token}`, `proxy-authorization: Bearer ${token}`],
      [`authorization: Bearer ${token}\0`],
      [`authorization : Bearer ${token}`],
    ];
    for (const headers of wrong) {
      const { socket, answer } = lines(...headers);
      const { status } = await answer;
      socket.destroy();
      expect([400, 401]).toContain(status);
    }
  });

  it('open no socket', async () => {
    const { sub } = claimsOf(agency.owner.token);
    const all = [...forgeries(creditor.owner.token, { sub }, keys), ...spellings(creditor.owner.token)];
    const some = all.filter((_, n) => n % 7 === 0);
    expect(some.length).toBeGreaterThan(50);
    const given = [
      ...some.map((one) => `Bearer ${one}`),
      creditor.owner.token,
      `Token ${creditor.owner.token}`,
      '',
      1,
      null,
      [],
      {},
    ];
    const codes = await Promise.all(given.map(initiated));
    // One that holds a whole token of a form that is not ours is unauthorised too; nothing is acknowledged.
    expect(codes.filter((code) => code === 'connection_ack')).toEqual([]);
    expect(await initiated(`Bearer ${creditor.owner.token}`)).toBe('connection_ack');
  });

  async function initiated(authorization: unknown): Promise<string> {
    const socket = new WebSocket(`${app.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('error', () => undefined);
    await once(socket, 'open');
    const end = new Promise<string>((resolve) => {
      socket.once('message', (text) => resolve(JSON.parse(String(text)).type));
      socket.once('close', (code) => resolve(String(code)));
    });
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
    const how = await end;
    socket.terminate();
    return how;
  }

  it('as assertions of a client get no token, and a genuine one gets one', async () => {
    const made = {
      name: 'ERP',
      scopes: ['cases:read'],
      authMethod: 'private_key_jwt',
      jwks: { keys: [{ ...jwk, alg: 'RS256', kid: 'k1' }] },
    };
    const fields = '... on OAuthClientCreated { client { id } }';
    const { token } = creditor.owner;
    const created = await done(app, 'createOAuthClient', { input: ['CreateOAuthClientInput!', made] }, fields, {
      token,
    });
    const id: string = created['client'].id;
    const { issuer } = (await app.rest().get('/.well-known/oauth-authorization-server')).body;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: id, sub: id, aud: issuer, iat: now, exp: now + 200, jti: randomUUID() };
    const head = { alg: 'RS256', kid: 'k1', typ: 'JWT' };
    const signed = (header: object, wish: object) => {
      const text = `${part(header)}.${part(wish)}`;
      return `${text}.${sign('sha256', Buffer.from(text), machine.privateKey).toString('base64url')}`;
    };
    const genuine = signed(head, claims);
    const ask = async (assertion: string, more: object = { client_id: id }) => {
      const form = {
        grant_type: 'client_credentials',
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: assertion,
      };
      return (
        await app
          .rest()
          .post('/oauth/token')
          .type('form')
          .send({ ...form, ...more })
      ).status;
    };
    const wrongClaims = [
      ...[{ aud: 'https://elsewhere.example' }, { aud: [issuer, 'x'] }, { aud: undefined }, { aud: `${issuer}/` }],
      ...[{ exp: now - 60 }, { exp: now + 3_600 }, { exp: undefined }, { exp: `${now + 60}` }, { nbf: now + 600 }],
      ...[{ iat: now + 600 }, { sub: 'client_01' }, { iss: 'client_01' }, { jti: undefined }, { jti: '' }, { jti: 1 }],
      ...[{ jti: 'x'.repeat(300) }, { sub: undefined }, { iss: [id] }],
    ].map((more) => signed(head, { ...claims, jti: randomUUID(), ...more }));
    const bad = [
      ...forgeries(genuine, { sub: 'client_01JABCDEFGHJKMNPQRSTVWXYZ0' }, keys),
      ...wrongClaims,
      ...['RS512', 'PS256', 'none', 'HS256'].map((alg) => signed({ ...head, alg }, claims)),
      signed({ ...head, kid: 'k2' }, claims),
      signed({ ...head, crit: ['b64'], b64: false }, claims),
      signed({ ...head, crit: ['x'], x: 1 }, claims),
      creditor.owner.token,
      clientToken,
    ].filter((one) => one.length < 8_000);
    const taken: string[] = [];
    for (const [n, assertion] of bad.entries()) {
      if (n % 4 === 0) await asOwner(app.database, 'DELETE FROM login_failures');
      const status = await ask(assertion);
      if (status !== 401 && status !== 400) taken.push(`${status} ${assertion}`);
    }
    expect(taken).toEqual([]);
    await asOwner(app.database, 'DELETE FROM login_failures');
    const statuses = await Promise.all(Array.from({ length: 8 }, () => ask(genuine)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    await asOwner(app.database, 'DELETE FROM login_failures');
  });
});
