import { Injectable, type OnModuleInit } from '@nestjs/common';
import { machineActor } from '../../kernel/access/index.js';
import { Clock, Unauthenticated } from '../../kernel/index.js';
import { Authenticator, type BearerKind, type KnownBearer } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { AskedTogether } from '../../platform/loops/index.js';
import { admitsOf, coarseAddress } from '../api-keys/index.js';
import { ClientTokens } from './client-tokens.js';
import { OAuthClientRepository } from './oauth-client.repository.js';

/** OAuth clients' access tokens as bearers. */
@Injectable()
export class ClientTokenBearer implements BearerKind, OnModuleInit {
  private readonly holders = new AskedTogether((tokens: { clientId: string; tokenId: string }[]) =>
    this.clients.holders(this.database, tokens),
  );

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tokens: ClientTokens,
    private readonly clients: OAuthClientRepository,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    this.authenticator.register(this);
  }

  recognises(bearer: string): boolean {
    return this.tokens.looksOurs(bearer);
  }

  /** The signature is checked once, client and token each time. */
  async check(token: string, known: KnownBearer | undefined, address: string | undefined): Promise<KnownBearer> {
    const checkedAt = performance.now();
    const verified = known && checkedAt < known.expiresAt;
    const claims = verified ? this.tokens.read(token) : await this.tokens.verify(token);
    const holder = await this.holders.ask({ clientId: claims.clientId, tokenId: claims.tokenId });
    if (!holder) throw new Unauthenticated();
    const admits = admitsOf(holder.addresses);
    const used = holder.useIsOld && (!admits || admits(address));
    if (used) await this.clients.noteUse(this.database, holder.oauthClientId, coarseAddress(address));
    const expiresAt = verified ? known.expiresAt : checkedAt + claims.exp * 1000 - this.clock.millis();
    // The client may have lost a scope since.
    const scopes = holder.scopes.filter((scope) => claims.scopes.includes(scope));
    return { actor: machineActor({ ...holder, scopes }), checkedAt, expiresAt, admits };
  }
}
