import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, importJWK } from 'jose';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, InvalidInput, invalid, NotFound, newId, orNotFound, WrongState } from '../../kernel/index.js';
import { Audit, type AuditFacts } from '../../platform/audit/index.js';
import { hashOfSecret } from '../../platform/crypto/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { modeOf, newKeyText } from '../api-keys/index.js';
import {
  ClientCredentialsRepository,
  type ClientKeyRecord,
  type ClientSecretRecord,
} from './client-credentials.repository.js';
import { invalidKey, LastClientKey, OtherAuthMethod, TooManyClientKeys } from './oauth-client.refusals.js';
import { type OAuthClientRecord, OAuthClientRepository } from './oauth-client.repository.js';
import { algorithmsOf, KEYS_MAX, publicKeyFrom } from './public-key.policy.js';

/** A client with its credentials. */
export interface WholeClient extends OAuthClientRecord {
  secrets: ClientSecretRecord[];
  keys: ClientKeyRecord[];
}

/** A client with its new secret, of which only a hash is stored; null for a client with public keys. */
export interface FreshClient {
  client: WholeClient;
  secret: string | null;
}

type Change = 'secret_rotated' | 'key_added' | 'key_removed';

/** The secrets and public keys of OAuth clients, and their replacement. */
@Injectable()
export class ClientCredentials {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clients: OAuthClientRepository,
    private readonly credentials: ClientCredentialsRepository,
    private readonly audit: Audit,
  ) {}

  /** Gives a new client its public keys, or a secret, which is returned. */
  async furnish(
    tx: Tx,
    actor: Actor,
    client: OAuthClientRecord,
    jwks: readonly unknown[] | null,
  ): Promise<FreshClient> {
    const byKeys = client.authMethod === 'private_key_jwt';
    if (byKeys !== Boolean(jwks?.length)) {
      if (byKeys) throw invalidKey('PUBLIC_KEYS_NEEDED', { path: 'jwks', most: KEYS_MAX });
      throw invalidKey('KEYS_WITH_SECRET', { path: 'jwks', method: client.authMethod });
    }
    if (jwks && jwks.length > KEYS_MAX) throw new TooManyClientKeys({ path: 'jwks', details: { limit: KEYS_MAX } });
    for (const [index, jwk] of (jwks ?? []).entries()) await this.putKey(tx, client, jwk, `jwks.keys[${index}]`);
    const secret = byKeys ? null : await this.putSecret(tx, actor, client);
    return { client: await this.whole(tx, client), secret };
  }

  /** Creates a new secret; the old one works until the overlap is over. */
  rotateSecret(actor: Actor, clientId: string, overlapHours: number): Promise<FreshClient> {
    return this.database.transaction(async (tx) => {
      const client = await this.held(tx, actor, clientId, 'secret');
      await this.credentials.endSecrets(tx, clientId, overlapHours);
      const secret = await this.putSecret(tx, actor, client);
      await this.note(tx, actor, client, 'secret_rotated', { overlapHours });
      return { client: await this.whole(tx, client), secret };
    });
  }

  addKey(actor: Actor, clientId: string, jwk: unknown): Promise<WholeClient> {
    return this.database.transaction(async (tx) => {
      const client = await this.held(tx, actor, clientId, 'key');
      const keys = await this.credentials.keysOf(tx, [clientId]);
      if (keys.length >= KEYS_MAX) throw new TooManyClientKeys({ details: { limit: KEYS_MAX } });
      const kid = await this.putKey(tx, client, jwk, 'jwk');
      await this.note(tx, actor, client, 'key_added', { kid });
      return this.whole(tx, client);
    });
  }

  /** Assertions signed with the key are refused from now on. Tokens issued for them stay valid for their ten minutes. */
  removeKey(actor: Actor, clientId: string, kid: string): Promise<WholeClient> {
    return this.database.transaction(async (tx) => {
      const client = await this.held(tx, actor, clientId, 'key');
      const keys = await this.credentials.keysOf(tx, [clientId]);
      if (keys.every((key) => key.kid !== kid)) throw new NotFound({ path: 'kid' });
      if (keys.length === 1) throw new LastClientKey();
      await this.credentials.removeKey(tx, clientId, kid);
      await this.note(tx, actor, client, 'key_removed', { kid });
      return this.whole(tx, client);
    });
  }

  async whole(q: Queryable, client: OAuthClientRecord): Promise<WholeClient> {
    const [one] = await this.wholes(q, [client]);
    return one!;
  }

  async wholes(q: Queryable, clients: readonly OAuthClientRecord[]): Promise<WholeClient[]> {
    const ids = clients.map(({ id }) => id);
    const secrets = await this.credentials.secretsOf(q, ids);
    const keys = await this.credentials.keysOf(q, ids);
    return clients.map((client) => ({
      ...client,
      secrets: secrets.filter(({ clientId }) => clientId === client.id),
      keys: keys.filter(({ clientId }) => clientId === client.id),
    }));
  }

  private async held(tx: Tx, actor: Actor, clientId: string, kind: 'secret' | 'key'): Promise<OAuthClientRecord> {
    const client = orNotFound(await this.clients.hold(tx, actor, clientId), 'clientId');
    if (client.revokedAt) throw new WrongState({ path: 'clientId', details: { state: 'revoked' } });
    const method = client.authMethod;
    if ((method === 'private_key_jwt') !== (kind === 'key')) throw new OtherAuthMethod({ details: { method } });
    return client;
  }

  private async putSecret(tx: Tx, actor: Actor, client: OAuthClientRecord): Promise<string> {
    const secret = newKeyText('rs', modeOf(actor));
    const id = newId(this.clock.millis());
    await this.credentials.addSecret(tx, id, client.id, hashOfSecret(secret), secret.slice(-4));
    return secret;
  }

  /** A key without a kid gets its thumbprint as kid (RFC 7638). */
  private async putKey(tx: Tx, client: OAuthClientRecord, given: unknown, path: string): Promise<string> {
    const read = publicKeyFrom(given, path);
    if (read instanceof InvalidInput) throw read;
    await importJWK(read.jwk, algorithmsOf(read.jwk)[0]!).catch(() => {
      throw invalid('NO_KEY', { path });
    });
    const kid = read.kid ?? (await calculateJwkThumbprint(read.jwk));
    await this.credentials.addKey(tx, newId(this.clock.millis()), client.id, kid, read.jwk);
    return kid;
  }

  private note(tx: Tx, actor: Actor, client: OAuthClientRecord, change: Change, facts: AuditFacts): Promise<void> {
    const subject = { kind: 'oauth_client', id: client.id };
    return this.audit.record(tx, actor, `oauth-client.${change.replace('_', '-')}`, subject, facts);
  }
}
