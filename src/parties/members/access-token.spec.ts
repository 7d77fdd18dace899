import { createHmac } from 'node:crypto';
import { SystemClock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config/config.js';
import { AccessTokenStrategy, AccessTokens, AUDIENCE, ISSUER } from './access-token.js';

const key = Buffer.alloc(32, 7);
const config = { keyFor: () => key } as unknown as Config;
const strategy = new AccessTokenStrategy(config);
const tokens = new AccessTokens(config, new SystemClock());
const holder = {
  sessionId: '0197a1b2-0000-7000-8000-000000000001',
  memberId: '0197a1b2-0000-7000-8000-000000000002',
  organisationId: '0197a1b2-0000-7000-8000-000000000003',
  organisationKind: 'agency' as const,
  sandboxId: null,
  roles: ['owner' as const],
};

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token made by hand, with whatever header and claims, signed with our key. */
function forged(header: object, claims: object, secret: Buffer = key): string {
  const text = `${part({ alg: 'HS256', typ: 'at+jwt', ...header })}.${part({ ...good(), ...claims })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function good() {
  const now = Math.floor(new SystemClock().millis() / 1000);
  return { sub: holder.memberId, sid: holder.sessionId, iss: ISSUER, aud: AUDIENCE, iat: now, exp: now + 600 };
}

const refused = (token: string) => expect(strategy.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

describe('access tokens', () => {
  it('are verified by what signed them, for ten minutes', async () => {
    const { token, expiresAt } = await tokens.issue(holder);
    const claims = await strategy.verify(token);
    expect(claims).toMatchObject({ sub: holder.memberId, sid: holder.sessionId });
    expect(expiresAt.getTime()).toBe(claims.exp * 1000);
    expect(JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString())).toEqual({
      alg: 'HS256',
      typ: 'at+jwt',
    });
  });

  it('are believed when made by hand the same way, so that each refusal below has one cause', async () => {
    await expect(strategy.verify(forged({}, {}))).resolves.toMatchObject({ sid: holder.sessionId });
  });

  it('are refused with another key, type, issuer, audience, time or subject', async () => {
    await refused(forged({}, {}, Buffer.alloc(32, 8)));
    await refused(forged({ typ: 'JWT' }, {}));
    await refused(forged({}, { iss: 'somebody' }));
    await refused(forged({}, { aud: 'another-api' }));
    await refused(forged({}, { exp: 1_000 }));
    await refused(forged({}, { exp: undefined }));
    await refused(forged({}, { nbf: 4_000_000_000 }));
    await refused(forged({}, { sid: 'not-a-uuid' }));
  });

  it('are refused with another algorithm or none', async () => {
    const none = `${part({ alg: 'none', typ: 'at+jwt' })}.${part(good())}.`;
    await refused(none);
    const text = `${part({ alg: 'HS512', typ: 'at+jwt' })}.${part(good())}`;
    await refused(`${text}.${createHmac('sha512', key).update(text).digest('base64url')}`);
    await refused(forged({ alg: 'RS256' }, {}));
  });

  it('are refused when they are rubbish', async () => {
    const { token } = await tokens.issue(holder);
    for (const rubbish of ['', '.', 'a.b.c', `${token}x`]) await refused(rubbish);
  });
});
