import { Injectable } from '@nestjs/common';
import { WebhookEndpointDisabled } from '../../events/webhooks.events.js';
import { Clock, newId } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { type Attempt, nextDelay } from '../sinks/index.js';
import { AttemptRepository, type Claimed, type Logged } from './attempt.repository.js';
import { EndpointRepository } from './endpoint.repository.js';
import { attemptSeconds, attemptsMade, deliveriesGivenUp, endpointsDisabled } from './metrics.js';
import { webhookFigures } from './webhook-figures.js';

/** Writes down what an attempt came to and what follows from it: one transaction, after the request is over. */
@Injectable()
export class AttemptOutcomes {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptRepository,
    private readonly endpoints: EndpointRepository,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async settle(claimed: Claimed, headers: Readonly<Record<string, string>>, attempt: Attempt): Promise<void> {
    const logged = { ...attempt, headers, id: newId(this.clock.millis()) };
    attemptsMade.inc({ outcome: attempt.error ?? 'delivered' });
    attemptSeconds.observe(attempt.durationMs / 1_000);
    if (attempt.error) await this.failed(claimed, logged);
    else await this.attempts.delivered(this.database, claimed, logged);
  }

  /** Gives a delivery back whose attempt was broken off by the end of the process. */
  release(claimed: Claimed): Promise<void> {
    return this.attempts.release(this.database, claimed);
  }

  private async failed(claimed: Claimed, logged: Logged): Promise<void> {
    const { retrySeconds, disableAfterHours } = await this.policies.get(webhookFigures);
    const next = nextDelay(logged, claimed.attempts + 1, retrySeconds, Math.random());
    const disabled = await this.database.transaction(async (tx) => {
      await this.attempts.log(tx, claimed.id, logged);
      await this.attempts.failed(tx, claimed, next);
      const tooLong = await this.attempts.failing(tx, claimed.endpointId, disableAfterHours);
      const reason = logged.error === 'GONE' ? 'gone' : tooLong ? 'failing' : undefined;
      return reason && this.disable(tx, claimed.endpointId, reason);
    });
    if (next === undefined) deliveriesGivenUp.inc();
    if (disabled) endpointsDisabled.inc({ reason: disabled });
  }

  private async disable(tx: Tx, id: string, reason: 'gone' | 'failing'): Promise<typeof reason | undefined> {
    const endpoint = await this.endpoints.disable(tx, id, reason);
    if (!endpoint) return undefined;
    await this.audit.record(tx, null, 'webhook-endpoint.disable', { kind: 'webhook_endpoint', id }, { reason });
    const { organisationId } = endpoint;
    await this.outbox.publish(tx, WebhookEndpointDisabled, { organisationId, endpointId: id, reason });
    return reason;
  }
}
