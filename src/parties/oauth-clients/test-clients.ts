import { Injectable } from '@nestjs/common';
import { Authenticator } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import { OAuthClientRepository } from './oauth-client.repository.js';

/** The OAuth clients of test organisations, which are revoked together. */
@Injectable()
export class TestClients {
  constructor(
    private readonly clients: OAuthClientRepository,
    private readonly authenticator: Authenticator,
  ) {}

  /** Revokes all clients of these organisations. */
  async revokeAll(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    await this.clients.revokeAllOf(tx, organisationIds);
    tx.afterCommit(() => this.authenticator.forget((known) => organisationIds.includes(known.organisationId)));
  }
}
