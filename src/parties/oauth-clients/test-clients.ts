import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxClockAdvanced } from '../../events/sandbox.events.js';
import { Authenticator } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { ClientCredentialsRepository } from './client-credentials.repository.js';
import { OAuthClientRepository } from './oauth-client.repository.js';

/** The OAuth clients of test organisations: revoked together, and their secrets grown older by their sandbox's clock. */
@Injectable()
export class TestClients {
  constructor(
    private readonly clients: OAuthClientRepository,
    private readonly credentials: ClientCredentialsRepository,
    private readonly authenticator: Authenticator,
  ) {}

  /** No client of these organisations gets in any more. */
  async revokeAll(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    await this.clients.revokeAllOf(tx, organisationIds);
    tx.afterCommit(() => this.authenticator.forget((known) => organisationIds.includes(known.organisationId)));
  }

  /** When a sandbox's clock goes forward, secrets that end do so that much sooner. */
  @OnEvent(SandboxClockAdvanced)
  async whenClockAdvanced(tx: Tx, event: EventOf<typeof SandboxClockAdvanced>): Promise<void> {
    await this.credentials.bringCloser(tx, event.organisationIds, event.seconds, event.meta.occurredAt);
  }
}
