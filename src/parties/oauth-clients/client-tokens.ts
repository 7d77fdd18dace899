import { Injectable } from '@nestjs/common';
import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Clock, newId, parsePublicId, publicId, Unauthenticated } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { AUDIENCE, TOKEN_TYPE } from '../members/index.js';
import { Issuer } from './issuer.js';

const ALGORITHM = 'HS256';
export const CLIENT_TOKEN_SECONDS = 600;
/** `kid` and key differ from those of members' tokens, so that neither token passes for the other. */
const HEADER = { alg: ALGORITHM, kid: 'oauth-client', typ: TOKEN_TYPE };
const HEADER_TEXT = `${Buffer.from(JSON.stringify(HEADER)).toString('base64url')}.`;

const claims = z.object({
  sub: z.string(),
  client_id: z.string(),
  scope: z.string(),
  jti: z.uuid(),
  iat: z.number().int(),
  exp: z.number().int(),
});

export interface ClientClaims {
  clientId: string;
  tokenId: string;
  scopes: string[];
  /** Seconds since 1970. */
  exp: number;
}

/** Access tokens of OAuth clients (RFC 9068), signed like members' tokens but with a key of their own. */
@Injectable()
export class ClientTokens {
  private readonly key: Uint8Array;

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly issuer: Issuer,
  ) {
    this.key = new Uint8Array(config.keyFor('oauth-client-token'));
  }

  issue(clientId: string, scopes: readonly string[]): Promise<string> {
    const now = Math.floor(this.clock.millis() / 1000);
    const name = publicId('oauthClient', clientId);
    return new SignJWT({ client_id: name, scope: scopes.join(' ') })
      .setProtectedHeader(HEADER)
      .setIssuer(this.issuer.url)
      .setSubject(name)
      .setAudience(AUDIENCE)
      .setJti(newId(this.clock.millis()))
      .setIssuedAt(now)
      .setExpirationTime(now + CLIENT_TOKEN_SECONDS)
      .sign(this.key);
  }

  /** Whether a text has the form of our token; proves nothing. */
  looksOurs(token: string): boolean {
    return token.startsWith(HEADER_TEXT);
  }

  /** The claims of a token; refuses a token that is not ours, damaged or expired as `UNAUTHENTICATED`. */
  async verify(token: string): Promise<ClientClaims> {
    if (!this.looksOurs(token)) throw new Unauthenticated();
    const options = { algorithms: [ALGORITHM], issuer: this.issuer.url, audience: AUDIENCE, typ: TOKEN_TYPE };
    await jwtVerify(token, this.key, { ...options, currentDate: this.clock.now() }).catch(() => {
      throw new Unauthenticated();
    });
    return this.read(token);
  }

  /** The claims of a token that was verified before. */
  read(token: string): ClientClaims {
    const parsed = claims.safeParse(decodeJwt(token));
    const clientId = parsed.success ? parsePublicId('oauthClient', parsed.data.sub) : undefined;
    if (!parsed.success || !clientId || parsed.data.client_id !== parsed.data.sub) throw new Unauthenticated();
    const { jti: tokenId, scope, exp } = parsed.data;
    return { clientId, tokenId, scopes: scope.split(' '), exp };
  }
}
