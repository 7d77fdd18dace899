import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import passport from 'passport';
import { Strategy } from 'passport-jwt';
import { z } from 'zod';
import { Clock, Unauthenticated } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import type { SessionHolder } from './session.repository.js';

/** One algorithm, one type, one issuer, one audience; a token that differs in any is not valid (RFC 8725, RFC 9068). */
export const ALGORITHM = 'HS256';
export const TOKEN_TYPE = 'at+jwt';
export const ISSUER = 'recourse';
export const AUDIENCE = 'recourse-api';
export const ACCESS_TOKEN_SECONDS = 600;
const STRATEGY = 'access-token';
const HEADER = { alg: ALGORITHM, typ: TOKEN_TYPE };
const HEADER_TEXT = `${Buffer.from(JSON.stringify(HEADER)).toString('base64url')}.`;

/** The claims of a token that are used: member and session. Kind and roles are read from the database each time. */
export interface AccessClaims {
  sub: string;
  sid: string;
  /** Seconds since 1970. */
  exp: number;
}

const decoded = z.object({
  header: z.object({ typ: z.literal(TOKEN_TYPE), alg: z.literal(ALGORITHM) }),
  payload: z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number().int(), iat: z.number().int() }),
});

/** The key all processes of one installation share, derived from its master key. */
function accessTokenKey(config: Config): KeyObject {
  // As a key object: given bytes, the verifier first tries to read them as a public key, which costs a millisecond.
  return createSecretKey(config.keyFor('access-token'));
}

/** Whether a text has the form of our access token; proves nothing. */
export function looksLikeAccessToken(text: string): boolean {
  return text.startsWith(HEADER_TEXT);
}

/** Verifies tokens with passport-jwt, through a passport of its own: two applications in one process share no strategies. */
@Injectable()
export class AccessTokenStrategy {
  private readonly passport = new passport.Passport();

  constructor(config: Config) {
    const options = {
      jwtFromRequest: (bearer: object) => (bearer as { token: string }).token,
      secretOrKey: accessTokenKey(config) as unknown as Buffer,
      algorithms: [ALGORITHM as 'HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      ignoreExpiration: false,
      jsonWebTokenOptions: { complete: true },
    };
    this.passport.use(STRATEGY, new Strategy(options, (token, done) => done(null, claimsOf(token))));
  }

  /** The claims of a token; refuses a token that is not ours, damaged or expired as `UNAUTHENTICATED`. */
  verify(token: string): Promise<AccessClaims> {
    return new Promise((resolve, reject) => {
      const done = (_error: unknown, claims: AccessClaims | false | null) =>
        claims ? resolve(claims) : reject(new Unauthenticated());
      this.passport.authenticate(STRATEGY, { session: false }, done)({ token }, {}, reject);
    });
  }
}

/** The claims of a verified token of ours, false for one of another type. */
function claimsOf(token: unknown): AccessClaims | false {
  const parsed = decoded.safeParse(token);
  return parsed.success ? parsed.data.payload : false;
}

@Injectable()
export class AccessTokens {
  private readonly key: KeyObject;
  private readonly refreshKey: KeyObject;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.key = accessTokenKey(config);
    this.refreshKey = createSecretKey(config.keyFor('refresh-token'));
  }

  /** The refresh token that follows another: always the same one, so that a lost answer can be given again without keeping it. */
  refreshTokenAfter(refreshToken: string): string {
    return createHmac('sha256', this.refreshKey).update(refreshToken).digest('base64url');
  }

  /** Signs a token that is valid for ten minutes. */
  async issue(holder: SessionHolder): Promise<{ token: string; expiresAt: Date }> {
    const issued = Math.floor(this.clock.millis() / 1000);
    const claims = {
      sub: holder.memberId,
      sid: holder.sessionId,
      org: holder.organisationId,
      kind: holder.organisationKind,
      roles: holder.roles,
      iss: ISSUER,
      aud: AUDIENCE,
      iat: issued,
      exp: issued + ACCESS_TOKEN_SECONDS,
    };
    const token = await new SignJWT(claims).setProtectedHeader(HEADER).sign(this.key);
    return { token, expiresAt: new Date(claims.exp * 1000) };
  }
}
