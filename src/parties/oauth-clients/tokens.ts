import { Injectable } from '@nestjs/common';
import type { Scope } from '../../kernel/access/index.js';
import { Authenticator } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { ClientAuthentication, type ClientRequest } from './client-authentication.js';
import { narrowedScopes, parameter } from './client-authentication.policy.js';
import { CLIENT_TOKEN_SECONDS, ClientTokens } from './client-tokens.js';
import { OAuthError } from './oauth-error.js';
import { OnceUsedRepository } from './once-used.repository.js';

export interface GrantedToken {
  token: string;
  seconds: number;
  scopes: readonly Scope[];
}

/** Issues access tokens to OAuth clients (RFC 6749 §4.4) and revokes them (RFC 7009). */
@Injectable()
export class Tokens {
  constructor(
    private readonly database: Database,
    private readonly authentication: ClientAuthentication,
    private readonly tokens: ClientTokens,
    private readonly onceUsed: OnceUsedRepository,
    private readonly authenticator: Authenticator,
  ) {}

  /** A token for an authenticated client, valid for ten minutes, with those of its scopes that it requests. */
  async grant(request: ClientRequest): Promise<GrantedToken> {
    const grantType = textIn(request, 'grant_type');
    if (grantType === undefined) throw new OAuthError('invalid_request', 'grant_type is missing');
    const scope = textIn(request, 'scope');
    const client = await this.authentication.clientOf(request);
    if (grantType !== 'client_credentials') {
      throw new OAuthError('unsupported_grant_type', 'grant_type must be client_credentials');
    }
    const scopes = narrowedScopes(client.scopes, scope);
    if (!scopes) throw new OAuthError('invalid_scope', `scope must be among ${client.scopes.join(' ')}`);
    return { token: await this.tokens.issue(client.clientId, scopes), seconds: CLIENT_TOKEN_SECONDS, scopes };
  }

  /** Revokes a token of the requesting client. A token that is not valid needs nothing done. */
  async revoke(request: ClientRequest): Promise<void> {
    const token = textIn(request, 'token');
    if (token === undefined) throw new OAuthError('invalid_request', 'token is missing');
    const client = await this.authentication.clientOf(request);
    const claims = await this.tokens.verify(token).catch(() => undefined);
    if (!claims) return;
    if (claims.clientId !== client.clientId) throw new OAuthError('unauthorized_client', 'not a token of this client');
    await this.onceUsed.revokeToken(this.database, claims.tokenId, claims.exp);
    this.authenticator.forgetBearer(token);
  }
}

function textIn({ form }: ClientRequest, name: string): string | undefined {
  const value = parameter(form, name);
  if (typeof value === 'object') throw new OAuthError('invalid_request', `${name} was given twice`);
  return value;
}
