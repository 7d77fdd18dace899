import { Injectable } from '@nestjs/common';
import { ApiKeyCreated, ApiKeyRevoked } from '../events/identity.events.js';
import { Clock, InvalidInput, NotFound, newId } from '../kernel/index.js';
import { Audit } from '../platform/audit/index.js';
import { Database } from '../platform/database/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { Actor } from './actor.js';
import { type ApiKeyRecord, ApiKeyRepository } from './api-key.repository.js';
import { Authenticator } from './authenticator.js';
import { TooManyApiKeys } from './identity.refusals.js';
import { OrganisationRepository } from './organisation.repository.js';
import { SCOPE_NAMES, type Scope, scopesFrom } from './scopes.js';
import { hashOfSecret, newApiKey, TEST_KEY_PREFIX } from './secrets.js';

export const API_KEYS_MAX = 20;

/** The keys with which an organisation's machines come in. Any number may live at once, so that one can replace another. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly apiKeys: ApiKeyRepository,
    private readonly organisations: OrganisationRepository,
    private readonly authenticator: Authenticator,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<ApiKeyRecord[]> {
    return this.apiKeys.list(this.database, actor);
  }

  /** Makes a key. Its text is in this answer and nowhere else: only a hash is kept. */
  create(
    actor: Actor,
    name: string,
    asked: readonly string[],
    expiresAt: Date | null,
  ): Promise<{ apiKey: ApiKeyRecord; key: string }> {
    const scopes = checkedScopes(actor, asked);
    return this.database.transaction(async (tx) => {
      await this.organisations.lock(tx, actor.organisationId);
      if ((await this.apiKeys.countLive(tx, actor.organisationId)) >= API_KEYS_MAX) {
        throw new TooManyApiKeys({ details: { limit: API_KEYS_MAX } });
      }
      const key = newApiKey(actor.sandboxId ? TEST_KEY_PREFIX : undefined);
      const apiKey = await this.apiKeys.insert(tx, {
        ...{ id: newId(this.clock.millis()), organisationId: actor.organisationId, createdBy: actor.memberId! },
        ...{ name: name.trim(), hash: hashOfSecret(key), ending: key.slice(-4), scopes, expiresAt },
      });
      if (!apiKey) throw new InvalidInput({ path: 'expiresAt', details: { reason: 'already over' } });
      await this.audit.record(
        tx,
        actor,
        'api-key.create',
        { kind: 'api_key', id: apiKey.id },
        { scopes: scopes.join(' ') },
      );
      const { organisationId } = actor;
      await this.outbox.publish(tx, ApiKeyCreated, { organisationId, apiKeyId: apiKey.id, scopes });
      return { apiKey, key };
    });
  }

  /** Ends a key, at once here and within five seconds in other processes. Revoked already: answered as it is. */
  revoke(actor: Actor, id: string): Promise<ApiKeyRecord> {
    return this.database.transaction(async (tx) => {
      const revoked = await this.apiKeys.revoke(tx, actor, id);
      if (!revoked) {
        const known = await this.apiKeys.byId(tx, actor, id);
        if (known) return known;
        throw new NotFound({ path: 'apiKeyId' });
      }
      await this.audit.record(tx, actor, 'api-key.revoke', { kind: 'api_key', id }, {});
      await this.outbox.publish(tx, ApiKeyRevoked, { organisationId: actor.organisationId, apiKeyId: id });
      tx.afterCommit(() => this.authenticator.forget((known) => known.apiKeyId === id));
      return revoked;
    });
  }
}

function checkedScopes(actor: Actor, asked: readonly string[]): Scope[] {
  const scopes = scopesFrom(actor.organisationKind, asked);
  if (scopes) return scopes;
  const possible = SCOPE_NAMES.filter((scope) => scopesFrom(actor.organisationKind, [scope]));
  throw new InvalidInput({ path: 'scopes', details: { reason: `one or more of ${possible.join(', ')}` } });
}
