import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, newId, orNotFound } from '../../kernel/index.js';
import { Authenticator } from '../../platform/access/index.js';
import { Audit, type AuditFacts } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { checkedNetworks, checkedScopes } from '../api-keys/index.js';
import { Organisations } from '../worlds/index.js';
import type { AuthMethod } from './client-authentication.policy.js';
import { ClientCredentials, type FreshClient, type WholeClient } from './client-credentials.js';
import { TooManyOAuthClients } from './oauth-client.refusals.js';
import { OAuthClientRepository } from './oauth-client.repository.js';

export const OAUTH_CLIENTS_MAX = 20;

export interface NewClientInput {
  name: string;
  scopes: readonly string[];
  authMethod: AuthMethod;
  addresses: readonly string[];
  /** Public keys, with `private_key_jwt` only; otherwise null. */
  jwks: readonly unknown[] | null;
}

/** The OAuth clients of an organisation, which get short-lived tokens. */
@Injectable()
export class OAuthClients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clients: OAuthClientRepository,
    private readonly credentials: ClientCredentials,
    private readonly organisations: Organisations,
    private readonly authenticator: Authenticator,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor): Promise<WholeClient[]> {
    return this.credentials.wholes(this.database, await this.clients.list(this.database, actor));
  }

  create(actor: Actor, { jwks, name, authMethod, ...input }: NewClientInput): Promise<FreshClient> {
    const scopes = checkedScopes(actor, input.scopes);
    const addresses = checkedNetworks(input.addresses);
    const { organisationId } = actor;
    return this.database.transaction(async (tx) => {
      await this.organisations.lock(tx, organisationId);
      if ((await this.clients.countLive(tx, organisationId)) >= OAUTH_CLIENTS_MAX) {
        throw new TooManyOAuthClients({ details: { limit: OAUTH_CLIENTS_MAX } });
      }
      const client = await this.clients.insert(tx, {
        ...{ id: newId(this.clock.millis()), organisationId, createdBy: actor.memberId! },
        ...{ name: name.trim(), authMethod, scopes, addresses },
      });
      const fresh = await this.credentials.furnish(tx, actor, client, jwks);
      await this.record(tx, actor, 'create', client.id, { scopes: scopes.join(' '), authMethod, addresses });
      return fresh;
    });
  }

  /** Replaces the networks from which tokens are issued and used; an empty list means any address. */
  setAddresses(actor: Actor, id: string, entries: readonly string[]): Promise<WholeClient> {
    const addresses = checkedNetworks(entries);
    return this.database.transaction(async (tx) => {
      const changed = orNotFound(await this.clients.setAddresses(tx, actor, id, addresses), 'clientId');
      await this.record(tx, actor, 'set-addresses', id, { addresses });
      this.forgetAfter(tx, id);
      return this.credentials.whole(tx, changed);
    });
  }

  /** Revokes a client and its tokens: at once in this process, within five seconds in others. A second time changes nothing. */
  revoke(actor: Actor, id: string): Promise<WholeClient> {
    return this.database.transaction(async (tx) => {
      const client = orNotFound(await this.clients.hold(tx, actor, id), 'clientId');
      const revoked = await this.clients.revoke(tx, actor, id);
      if (!revoked) return this.credentials.whole(tx, client);
      await this.record(tx, actor, 'revoke', id, {});
      this.forgetAfter(tx, id);
      return this.credentials.whole(tx, revoked);
    });
  }

  private record(tx: Tx, actor: Actor, act: string, id: string, facts: AuditFacts): Promise<void> {
    return this.audit.record(tx, actor, `oauth-client.${act}`, { kind: 'oauth_client', id }, facts);
  }

  private forgetAfter(tx: Tx, id: string): void {
    tx.afterCommit(() => this.authenticator.forget((known) => known.oauthClientId === id));
  }
}
