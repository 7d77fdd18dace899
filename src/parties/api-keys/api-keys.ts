import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, invalid, NotFound, newId, orNotFound, WrongState } from '../../kernel/index.js';
import { Authenticator } from '../../platform/access/index.js';
import { Audit, type AuditFacts } from '../../platform/audit/index.js';
import { hashOfSecret } from '../../platform/crypto/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Organisations } from '../worlds/index.js';
import { TooManyApiKeys } from './api-key.refusals.js';
import { type ApiKeyRecord, ApiKeyRepository } from './api-key.repository.js';
import { modeOf, newKeyText } from './key-text.js';
import { checkedNetworks, checkedScopes } from './machine.inputs.js';

export const API_KEYS_MAX = 20;
/** Rotation must be possible when the list is full, but not without limit. */
const WITH_OVERLAPS_MAX = 2 * API_KEYS_MAX;

/** A new key with its text, of which only a hash is stored. */
export interface FreshApiKey {
  apiKey: ApiKeyRecord;
  key: string;
}

export interface NewApiKeyInput {
  name: string;
  scopes: readonly string[];
  expiresAt: Date | null;
  addresses: readonly string[];
}

/** The API keys of an organisation's machines. Several may be live at once, so that one can replace another. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly apiKeys: ApiKeyRepository,
    private readonly organisations: Organisations,
    private readonly authenticator: Authenticator,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<ApiKeyRecord[]> {
    return this.apiKeys.list(this.database, actor);
  }

  create(actor: Actor, input: NewApiKeyInput): Promise<FreshApiKey> {
    const scopes = checkedScopes(actor, input.scopes);
    const addresses = checkedNetworks(input.addresses);
    return this.database.transaction(async (tx) => {
      await this.makeRoom(tx, actor, API_KEYS_MAX);
      const { key, ...made } = this.freshKey(actor);
      const { organisationId } = actor;
      const given = { name: input.name.trim(), scopes, addresses, expiresAt: input.expiresAt };
      const apiKey = await this.apiKeys.insert(tx, { ...made, ...given, organisationId });
      if (!apiKey) throw invalid('ALREADY_OVER', { path: 'expiresAt' });
      await this.record(tx, actor, 'create', apiKey.id, { scopes: scopes.join(' '), addresses });
      return { apiKey, key };
    });
  }

  /** Creates a key like this one, which ends after the overlap. Until then both work. */
  rotate(actor: Actor, id: string, overlapHours: number): Promise<FreshApiKey> {
    return this.database.transaction(async (tx) => {
      await this.makeRoom(tx, actor, WITH_OVERLAPS_MAX);
      const old = orNotFound(await this.apiKeys.hold(tx, actor, id), 'apiKeyId');
      if (old.state !== 'live') throw new WrongState({ path: 'apiKeyId', details: { state: old.state } });
      const { key, ...made } = this.freshKey(actor);
      const apiKey = await this.apiKeys.insertSuccessor(tx, id, made);
      await this.apiKeys.endWithin(tx, id, overlapHours);
      await this.record(tx, actor, 'rotate', id, { successor: apiKey.id, overlapHours });
      this.forgetAfter(tx, id);
      return { apiKey, key };
    });
  }

  /** Replaces the networks the key may be used from; an empty list means any address. */
  setAddresses(actor: Actor, id: string, entries: readonly string[]): Promise<ApiKeyRecord> {
    const addresses = checkedNetworks(entries);
    return this.database.transaction(async (tx) => {
      const changed = orNotFound(await this.apiKeys.setAddresses(tx, actor, id, addresses), 'apiKeyId');
      await this.record(tx, actor, 'set-addresses', id, { addresses });
      this.forgetAfter(tx, id);
      return changed;
    });
  }

  /** Revokes a key: at once in this process, within five seconds in others. A revoked key is returned unchanged. */
  revoke(actor: Actor, id: string): Promise<ApiKeyRecord> {
    return this.database.transaction(async (tx) => {
      const revoked = await this.apiKeys.revoke(tx, actor, id);
      if (!revoked) {
        const known = await this.apiKeys.byId(tx, actor, id);
        if (known) return known;
        throw new NotFound({ path: 'apiKeyId' });
      }
      await this.record(tx, actor, 'revoke', id, {});
      this.forgetAfter(tx, id);
      return revoked;
    });
  }

  private async makeRoom(tx: Tx, { organisationId }: Actor, limit: number): Promise<void> {
    await this.organisations.lock(tx, organisationId);
    if ((await this.apiKeys.countLive(tx, organisationId)) >= limit) throw new TooManyApiKeys({ details: { limit } });
  }

  private freshKey(actor: Actor) {
    const key = newKeyText('rk', modeOf(actor));
    const id = newId(this.clock.millis());
    return { key, id, hash: hashOfSecret(key), ending: key.slice(-4), createdBy: actor.memberId! };
  }

  private record(tx: Tx, actor: Actor, act: string, id: string, facts: AuditFacts): Promise<void> {
    return this.audit.record(tx, actor, `api-key.${act}`, { kind: 'api_key', id }, facts);
  }

  private forgetAfter(tx: Tx, id: string): void {
    tx.afterCommit(() => this.authenticator.forget((known) => known.apiKeyId === id));
  }
}
