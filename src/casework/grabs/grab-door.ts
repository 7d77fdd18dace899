import { Injectable } from '@nestjs/common';
import { NotFound, RateLimited, type Refusal } from '../../kernel/index.js';
import { Database, type Queryable } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { Policies } from '../../platform/policy/index.js';
import { type Attempt, distinct, GRAB_OPERATION, keyed, type Won } from './attempt.js';
import { GrabRepository } from './grab.repository.js';
import { alreadyGrabbed } from './grab-denials.js';
import { type GrabFigures, grabFigures } from './grab-figures.js';
import { SlotRepository } from './slot.repository.js';

/** Answers attempts that need not contend, without a lock: in a race most attempts come too late. */
@Injectable()
export class GrabDoor {
  constructor(
    private readonly database: Database,
    private readonly policies: Policies,
    private readonly grabs: GrabRepository,
    private readonly slots: SlotRepository,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * One answer per attempt: its stored grab, a refusal, or `open` when no provider holds the case. A case is called already grabbed
   * only after its committed holder was read.
   */
  async check(attempts: Attempt[]): Promise<(Won | Refusal | 'open')[]> {
    const figures = await this.policies.get(grabFigures);
    const cases = distinct(attempts.map((attempt) => attempt.caseId));
    // Executed in this order: when the holder is visible, its stored answer is too, as both were written in one transaction.
    const [limited, holders, replays] = await this.database.together((q) =>
      Promise.all([
        this.charge(q, attempts, figures),
        this.grabs.holders(q, cases),
        this.idempotency.lookupMany<Won['grab']>(q, GRAB_OPERATION, attempts.map(keyed)),
      ]),
    );
    return attempts.map((attempt, index) => {
      const refusal = limited.get(attempt);
      if (refusal) return refusal;
      const replay = replays[index];
      if (replay) return 'response' in replay ? { grab: replay.response, replayed: true } : replay.refusal;
      const holder = holders.get(attempt.caseId);
      // A caller of another sandbox must not learn that the case exists.
      if (holder && holder.sandboxId !== attempt.actor.sandboxId) return new NotFound({ path: 'caseId' });
      return holder ? alreadyGrabbed(holder, attempt.actor.organisationId) : 'open';
    });
  }

  /** Every attempt costs a token, late ones too: the limit is against flooding. */
  private async charge(q: Queryable, attempts: Attempt[], figures: GrabFigures): Promise<Map<Attempt, Refusal>> {
    const refused = new Map<Attempt, Refusal>();
    const wanted = new Map<string, number>();
    const unpaid = attempts.filter((attempt) => !attempt.paid);
    for (const { actor } of unpaid) wanted.set(actor.organisationId, (wanted.get(actor.organisationId) ?? 0) + 1);
    if (wanted.size === 0) return refused;
    const granted = await this.slots.takeTokens(q, wanted, figures);
    for (const attempt of unpaid) {
      const left = granted.get(attempt.actor.organisationId) ?? 0;
      granted.set(attempt.actor.organisationId, left - 1);
      attempt.paid = left > 0;
      if (!attempt.paid) {
        refused.set(attempt, tooFast(figures));
      }
    }
    return refused;
  }
}

/** The bucket of attempts is empty: what it holds when full, and how fast it fills. */
function tooFast({ ratePerSecond, burst }: GrabFigures): RateLimited {
  const windowSeconds = Math.ceil(burst / ratePerSecond);
  const retryAfter = Math.max(1, Math.ceil(1 / ratePerSecond));
  const figures = { limit: burst, used: burst, remaining: 0, windowSeconds, perSecond: ratePerSecond, retryAfter };
  return new RateLimited({ details: { ...figures, basis: 'GRAB_ATTEMPTS' }, retryAfter });
}
