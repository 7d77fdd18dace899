import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { FailingEndpoints, webhookFigures } from '../endpoints/index.js';
import { type Attempt, nextDelay } from '../sinks/index.js';
import { AttemptRepository, type ClaimedDelivery, type LoggedRequest } from './attempt.repository.js';
import { attemptSeconds, attemptsMade, deliveriesGivenUp, endpointsDisabled } from './metrics.js';

/** Records the result of an attempt and its consequences in one transaction, after the request is over. */
@Injectable()
export class AttemptOutcomes {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptRepository,
    private readonly endpoints: FailingEndpoints,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async settle(claimed: ClaimedDelivery, headers: Readonly<Record<string, string>>, attempt: Attempt): Promise<void> {
    const logged = { ...attempt, headers, id: newId(this.clock.millis()) };
    attemptsMade.inc({ outcome: attempt.error ?? 'delivered' });
    attemptSeconds.observe(attempt.durationMs / 1_000);
    if (attempt.error) await this.failed(claimed, logged);
    else await this.attempts.delivered(this.database, claimed, logged);
  }

  private async failed(claimed: ClaimedDelivery, logged: LoggedRequest): Promise<void> {
    const { retrySeconds, disableAfterHours } = await this.policies.get(webhookFigures);
    const next = nextDelay(logged, claimed.attempts + 1, retrySeconds, Math.random());
    const disabled = await this.database.transaction(async (tx) => {
      await this.attempts.log(tx, claimed.id, logged);
      await this.attempts.failed(tx, claimed, next);
      const tooLong = await this.endpoints.note(tx, claimed.endpointId, disableAfterHours);
      const reason = logged.error === 'GONE' ? 'gone' : tooLong ? 'failing' : undefined;
      const disabled = reason && (await this.endpoints.disable(tx, claimed.endpointId, reason));
      return disabled ? reason : undefined;
    });
    if (next === undefined) deliveriesGivenUp.inc();
    if (disabled) endpointsDisabled.inc({ reason: disabled });
  }
}
