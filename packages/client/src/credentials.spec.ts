import { generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { clientAssertion } from './client-assertion.js';
import { RecourseError } from './errors.js';
import { OAuthCredentials } from './oauth.js';
import { SessionCredentials, type Tokens } from './session.js';

const NOW = Date.parse('2026-03-01T08:00:00Z');
const tokens = (n: number, until = NOW + 600_000): Tokens => ({
  accessToken: `a${n}`,
  accessTokenExpiresAt: new Date(until).toISOString(),
  refreshToken: `r${n}`,
});
const LOGIN = { email: 'lin@harbour.example', password: 'tulip-anvil-62' };

describe('a session', () => {
  function session(start?: Tokens, login = true, refusing = false) {
    const posted: string[] = [];
    const stored: string[] = [];
    let count = 1;
    const post = async (path: string) => {
      posted.push(path);
      if (refusing && path.endsWith('refresh')) throw new RecourseError({ code: 'REFRESH_REFUSED', message: 'used' });
      count += 1;
      return { ...tokens(count), memberId: 'mem_1' };
    };
    const credentials = new SessionCredentials(post, {
      ...(login ? { login: LOGIN } : {}),
      tokens: start,
      onSession: ({ refreshToken }) => void stored.push(refreshToken),
      now: () => NOW,
    });
    return { posted, stored, credentials };
  }

  it('logs in once for everybody who asks at the same time', async () => {
    const { posted, stored, credentials } = session();
    const asked = await Promise.all([1, 2, 3].map(() => credentials.token()));
    expect(asked).toEqual(['a2', 'a2', 'a2']);
    expect(posted).toEqual(['/v1/auth/login']);
    expect(stored).toEqual(['r2']);
  });

  it('renews before the end, once for all, and never gives the old token again', async () => {
    const { posted, credentials } = session(tokens(1, NOW + 20_000));
    expect(await Promise.all([credentials.token(), credentials.renew('a1')])).toEqual(['a2', 'a2']);
    expect(await credentials.renew('a1')).toBe('a2');
    expect(posted).toEqual(['/v1/auth/refresh']);
  });

  it('logs in again when the refresh token is used up, and says so when it cannot', async () => {
    const able = session(tokens(1, NOW), true, true);
    expect(await able.credentials.token()).toBe('a2');
    expect(able.posted).toEqual(['/v1/auth/refresh', '/v1/auth/login']);
    const unable = session(tokens(1, NOW), false, true);
    await expect(unable.credentials.token()).rejects.toMatchObject({ code: 'REFRESH_REFUSED' });
    await expect(unable.credentials.token()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('lets one caller go without ending the renewal of the others', async () => {
    const { credentials } = session();
    const ending = new AbortController();
    const impatient = credentials.token(ending.signal);
    ending.abort(new Error('enough'));
    await expect(impatient).rejects.toThrow('enough');
    expect(await credentials.token()).toBe('a2');
  });
});

describe('an OAuth client', () => {
  const URL = 'https://p.example/oauth/token';

  it('shows its secret, keeps the token while it lasts, and fetches one at a time', async () => {
    const sent: [Record<string, string>, Record<string, string>][] = [];
    let now = NOW;
    const post = async (_: string, form: Record<string, string>, headers: Record<string, string>) => {
      sent.push([form, headers]);
      return { access_token: `t${sent.length}`, expires_in: 600 };
    };
    const client = { clientId: 'oc_1', clientSecret: 'a:b%', scopes: ['hall:read', 'grabs:write'] };
    const credentials = new OAuthCredentials(post, client, URL, () => now);
    expect(await Promise.all([credentials.token(), credentials.token()])).toEqual(['t1', 't1']);
    now += 580_000;
    expect(await credentials.token()).toBe('t2');
    expect(await credentials.renew('t2')).toBe('t3');
    const [form, headers] = sent[0]!;
    expect(form).toEqual({ grant_type: 'client_credentials', scope: 'hall:read grabs:write' });
    expect(atob(headers['authorization']!.slice(6))).toBe('oc_1:a%3Ab%25');
    expect(() => new OAuthCredentials(post, { clientId: 'oc_1' }, URL)).toThrow(TypeError);
  });

  it.each([
    ['ES256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['ES384', () => generateKeyPairSync('ec', { namedCurve: 'P-384' })],
    ['EdDSA', () => generateKeyPairSync('ed25519')],
    ['RS256', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['PS256', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ])('signs with %s what anybody can check', async (alg, makeKeys) => {
    const { privateKey, publicKey } = makeKeys();
    const key = { ...privateKey.export({ format: 'jwk' }), alg, kid: 'k1' };
    const jwt = await clientAssertion({ clientId: 'oc_1', audience: URL, key }, NOW);
    const keys = createLocalJWKSet({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg }] });
    const options = { audience: URL, issuer: 'oc_1', subject: 'oc_1', currentDate: new Date(NOW + 30_000) };
    const { payload, protectedHeader } = await jwtVerify(jwt, keys, options);
    expect(protectedHeader).toEqual({ alg, typ: 'JWT', kid: 'k1' });
    expect(payload.jti).toMatch(/^[0-9a-f-]{36}$/);
    await expect(jwtVerify(jwt, keys, { ...options, currentDate: new Date(NOW + 61_000) })).rejects.toThrow(/exp/);
  });
});
