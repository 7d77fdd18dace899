import { Injectable } from '@nestjs/common';
import { StandingChanged } from '../../events/standing.events.js';
import { Clock, type Day, newId } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { assessed, keptFacts, type Limits, limitsIn, newcomerLimits } from './assessment.policy.js';
import { StandingRepository } from './standing.repository.js';
import { parametersOf, standingFigures } from './standing-figures.js';
import type { ChangeCause, Veto } from './veto.policy.js';

/** Writes standings: whenever a fact, a veto or time changes one, it is computed, kept with what led to it, and told. */
@Injectable()
export class StandingRecords {
  constructor(
    private readonly repository: StandingRepository,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the standings of these providers, before their facts change: what is summed of a grab and of its repayments is right
   * only when no two transactions change facts of one provider at once.
   */
  async lock(tx: Tx, providerIds: string[]): Promise<void> {
    const parameters = parametersOf(await this.policies.get(standingFigures, tx));
    await this.repository.lock(tx, distinct(providerIds), newcomerLimits(parameters));
  }

  /**
   * Recomputes the standings of these providers, in the transaction that changed a fact. A change is told; what people decided is kept
   * in the history even where it changes nothing.
   */
  async recompute(tx: Tx, providerIds: string[], cause: ChangeCause = 'computed'): Promise<void> {
    const ids = distinct(providerIds);
    await this.lock(tx, ids);
    const { version, value } = await this.policies.inForce(standingFigures, tx);
    const parameters = parametersOf(value);
    for (const record of await this.repository.recordsOf(tx, ids, parameters)) {
      const { providerId, facts } = record;
      const { explanation, earned: earnedGrade, ...standing } = assessed(record, parameters);
      const limits = limitsIn(standing);
      const changed = await this.repository.keep(tx, providerId, limits, earnedGrade);
      if (!changed && cause === 'computed') continue;
      await this.repository.noteChange(tx, {
        ...{ id: newId(this.clock.millis()), providerId, cause, ...limits, earnedGrade },
        ...{ figuresVersion: version, facts: keptFacts(facts), explanation },
      });
      if (changed) await this.tell(tx, providerId, limits);
    }
  }

  /** Sets the veto of a provider, or lifts it; it counts at once. False when there was none to lift. */
  async veto(tx: Tx, providerId: string, veto: Veto | null): Promise<boolean> {
    await this.lock(tx, [providerId]);
    if (!(await this.repository.setVeto(tx, providerId, veto))) return false;
    await this.recompute(tx, [providerId], veto ? 'veto' : 'veto_lifted');
    return true;
  }

  /** The day, in China, of an entry in this provider's history. */
  changeOf(q: Queryable, providerId: string, changeId: string): Promise<{ changedOn: Day } | undefined> {
    return this.repository.changeOf(q, providerId, changeId);
  }

  /** An ended hold of this provider. */
  endedHold(q: Queryable, providerId: string, grabId: string): Promise<{ grabId: string } | undefined> {
    return this.repository.endedHold(q, providerId, grabId);
  }

  /** Recomputes what time alone may have changed; a veto whose last day is over is taken away. */
  async age(tx: Tx, providerId: string): Promise<void> {
    await this.lock(tx, [providerId]);
    const lapsed = await this.repository.dropLapsedVeto(tx, providerId);
    await this.recompute(tx, [providerId], lapsed ? 'veto_lifted' : 'computed');
    await this.repository.touch(tx, providerId);
  }

  /** A hold counts for nothing any more, because an appeal about it was upheld. False for one that is none of the provider's, or open. */
  async exonerate(tx: Tx, providerId: string, grabId: string, appealId: string): Promise<boolean> {
    await this.lock(tx, [providerId]);
    return this.repository.exonerate(tx, providerId, grabId, appealId);
  }

  private tell(tx: Tx, providerId: string, { grade, casesHeld, largestCaseFen }: Limits): Promise<void> {
    const said = { providerId, grade, casesHeld, largestCaseFen: largestCaseFen?.toString() ?? null };
    return this.outbox.publish(tx, StandingChanged, said);
  }
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
