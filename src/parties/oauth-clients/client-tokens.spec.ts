import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { SystemClock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config/config.js';
import { ClientTokens } from './client-tokens.js';
import type { Issuer } from './issuer.js';

const keys: Record<string, Buffer> = { 'oauth-client-token': Buffer.alloc(32, 1), 'access-token': Buffer.alloc(32, 2) };
const config = { keyFor: (purpose: string) => keys[purpose] } as unknown as Config;
const issuer = { url: 'https://recourse.example' } as Issuer;
const clock = new SystemClock();
const tokens = new ClientTokens(config, clock, issuer);
const CLIENT = '0197a1b2-0000-7000-8000-000000000001';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (text: string, at: number) => JSON.parse(Buffer.from(text.split('.')[at]!, 'base64url').toString());

/** The token with its header and claims changed, signed again with our key or another. */
function forged(token: string, header: object, claims: object, key = keys['oauth-client-token']!): string {
  const text = `${part({ ...read(token, 0), ...header })}.${part({ ...read(token, 1), ...claims })}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}
const refused = (token: string) => expect(tokens.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

describe('access tokens of OAuth clients', () => {
  let token: string;
  beforeAll(async () => {
    token = await tokens.issue(CLIENT, ['self:read', 'cases:read']);
  });

  it('say what RFC 9068 wants, for ten minutes, and are verified by what signed them', async () => {
    expect(read(token, 0)).toEqual({ alg: 'HS256', kid: 'oauth-client', typ: 'at+jwt' });
    const claims = read(token, 1);
    expect(claims).toMatchObject({ iss: issuer.url, aud: 'recourse-api', scope: 'self:read cases:read' });
    expect(claims.sub).toBe(claims.client_id);
    expect(claims.exp - claims.iat).toBe(600);
    expect(await tokens.verify(token)).toEqual({
      ...{ clientId: CLIENT, scopes: ['self:read', 'cases:read'] },
      ...{ tokenId: claims.jti, exp: claims.exp },
    });
  });

  it('are believed when made by hand the same way, so that each refusal below has one cause', async () => {
    await expect(tokens.verify(forged(token, {}, {}))).resolves.toMatchObject({ clientId: CLIENT });
  });

  it('are told from a member’s, whatever key that is signed with', async () => {
    const member = await new SignJWT({ sub: CLIENT, sid: CLIENT, iss: 'recourse', aud: 'recourse-api' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(new Uint8Array(keys['access-token']!));
    expect(tokens.looksOurs(token)).toBe(true);
    expect(tokens.looksOurs(member)).toBe(false);
    await refused(member);
    await refused(forged(token, {}, {}, keys['access-token']));
  });

  it.each<[string, object, object]>([
    ['another algorithm', { alg: 'HS512' }, {}],
    ['no algorithm', { alg: 'none' }, {}],
    ['another type', { typ: 'JWT' }, {}],
    ['another issuer', {}, { iss: 'https://elsewhere.example' }],
    ['another audience', {}, { aud: 'elsewhere' }],
    ['an end that is over', {}, { exp: 1 }],
    ['no end', {}, { exp: undefined }],
    ['no id', {}, { jti: undefined }],
    ['another client than its subject', {}, { client_id: 'client_01' }],
    ['a subject that is no client', {}, { sub: CLIENT, client_id: CLIENT }],
  ])('are refused with %s', async (_, header, claims) => {
    await refused(forged(token, header, claims));
  });

  it('are refused when a bit of them is different', async () => {
    const at = token.lastIndexOf('.') + 5;
    await refused(token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1));
    await refused(`${token.split('.').slice(0, 2).join('.')}.`);
    await refused('');
  });
});
