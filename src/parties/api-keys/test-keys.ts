import { Injectable } from '@nestjs/common';
import { type OrganisationKind, SCOPE_NAMES, SCOPES } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Authenticator } from '../../platform/access/index.js';
import { hashOfSecret } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { newKeyText } from './key-text.js';

/** The keys of test organisations: they have every scope and are revoked together. */
@Injectable()
export class TestKeys {
  constructor(
    private readonly clock: Clock,
    private readonly apiKeys: ApiKeyRepository,
    private readonly authenticator: Authenticator,
  ) {}

  /** Creates an API key with every scope an organisation of this kind can have. Its text is returned here only. */
  async make(
    tx: Tx,
    { id: organisationId, kind }: { id: string; kind: OrganisationKind },
    memberId: string,
  ): Promise<{ apiKeyId: string; key: string }> {
    const key = newKeyText('rk', 'test');
    const scopes = SCOPE_NAMES.filter((scope) => (SCOPES[scope].kinds as readonly string[]).includes(kind));
    const id = newId(this.clock.millis());
    await this.apiKeys.insert(tx, {
      ...{ id, organisationId, createdBy: memberId, name: 'Sandbox', scopes, addresses: [], expiresAt: null },
      ...{ hash: hashOfSecret(key), ending: key.slice(-4) },
    });
    return { apiKeyId: id, key };
  }

  /** Revokes all keys of these organisations. */
  async revokeAll(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    await this.apiKeys.revokeAllOf(tx, organisationIds);
    tx.afterCommit(() => this.authenticator.forget((known) => organisationIds.includes(known.organisationId)));
  }
}
