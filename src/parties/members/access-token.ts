import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { PassportStrategy } from '@nestjs/passport';
import passport, { type PassportStatic } from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { z } from 'zod';
import { Clock, Unauthenticated } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import type { SessionHolder } from './session.repository.js';

/** One algorithm, one type, one issuer, one audience; a token that differs in any is none (RFC 8725, RFC 9068). */
export const ALGORITHM = 'HS256';
export const TOKEN_TYPE = 'at+jwt';
export const ISSUER = 'recourse';
export const AUDIENCE = 'recourse-api';
export const ACCESS_TOKEN_SECONDS = 600;
const STRATEGY = 'access-token';

/** What a token says. Only member and session are believed; kind and roles are read afresh from the database. */
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
export function accessTokenKey(config: Config): Buffer {
  return config.keyFor('access-token');
}

/** passport-jwt with a passport of its own, so that two applications in one process do not share strategies. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, STRATEGY) {
  private own: PassportStatic | undefined;

  constructor(config: Config) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // As a key object: given bytes, the verifier first tries to read them as a public key, which costs a millisecond.
      secretOrKey: createSecretKey(accessTokenKey(config)) as unknown as Buffer,
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      ignoreExpiration: false,
      jsonWebTokenOptions: { complete: true },
    });
  }

  // Called by the base constructor, before fields of this class could be set.
  getPassportInstance(): PassportStatic {
    this.own ??= new passport.Passport() as unknown as PassportStatic;
    return this.own;
  }

  /** The claims of a verified token of ours, false for one of another type. */
  validate(token: unknown): AccessClaims | false {
    const parsed = decoded.safeParse(token);
    return parsed.success ? parsed.data.payload : false;
  }

  /** The claims of a token; refuses every token that is not ours, whole and in time as `UNAUTHENTICATED`. */
  verify(token: string): Promise<AccessClaims> {
    return new Promise((resolve, reject) => {
      const done = (_error: unknown, claims: AccessClaims | false | null) =>
        claims ? resolve(claims) : reject(new Unauthenticated());
      const check = this.getPassportInstance().authenticate(STRATEGY, { session: false }, done);
      check({ headers: { authorization: `Bearer ${token}` } }, {}, reject);
    });
  }
}

@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  /** Signs a token of ten minutes. */
  issue(holder: SessionHolder): { token: string; expiresAt: Date } {
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
    const token = this.jwt.sign(claims, { algorithm: ALGORITHM, header: { alg: ALGORITHM, typ: TOKEN_TYPE } });
    return { token, expiresAt: new Date(claims.exp * 1000) };
  }
}
