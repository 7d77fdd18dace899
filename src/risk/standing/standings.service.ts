import { Injectable } from '@nestjs/common';
import { StandingChanged } from '../../events/standing.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound } from '../../kernel/index.js';
import { Organisations } from '../../parties/worlds/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { NEWCOMER } from './recovery-rate.policy.js';
import { type Standing, standingOf } from './standing.policy.js';
import { type Limits, StandingRepository } from './standing.repository.js';
import { parametersOf, standingFigures } from './standing-figures.js';
import type { StandingParameters } from './standing-parameters.policy.js';

/** Grades, rates and quotas of providers: limits for many at once for grabbing, and one standing with its explanation. */
@Injectable()
export class Standings {
  constructor(
    private readonly database: Database,
    private readonly repository: StandingRepository,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly organisations: Organisations,
  ) {}

  /** The limits of each of these providers; newcomers have those of the first grade. */
  async limitsOf(q: Queryable, providerIds: string[]): Promise<Map<string, Limits>> {
    const known = await this.repository.limitsOf(q, providerIds);
    if (known.size === providerIds.length) return known;
    const newcomer = limitsIn(standingOf(NEWCOMER, await this.parameters()));
    return new Map(providerIds.map((id) => [id, known.get(id) ?? newcomer]));
  }

  /** A provider's current standing with every factor. A provider sees its own, the platform those of all providers. */
  async standing(actor: Actor, providerId: string): Promise<Standing> {
    if (!(await this.mayRead(actor, providerId))) throw new NotFound({ path: 'providerId' });
    return this.compute(this.database, providerId, await this.parameters());
  }

  private async mayRead(actor: Actor, providerId: string): Promise<boolean> {
    if (actor.organisationId === providerId) return true;
    if (actor.organisationKind !== 'platform') return false;
    return (await this.organisations.get(this.database, providerId))?.sandboxId === actor.sandboxId;
  }

  /**
   * Locks the standings of these providers, before their facts change: what is summed of a grab and of its repayments is right
   * only when no two transactions change facts of one provider at once.
   */
  async lock(tx: Tx, providerIds: string[]): Promise<void> {
    const newcomer = limitsIn(standingOf(NEWCOMER, await this.parameters(tx)));
    await this.repository.lock(tx, distinct(providerIds), newcomer);
  }

  /** Recomputes the standings of these providers, in the transaction that changed a fact. */
  async recompute(tx: Tx, providerIds: string[]): Promise<void> {
    const parameters = await this.parameters(tx);
    await this.lock(tx, providerIds);
    for (const providerId of distinct(providerIds)) {
      const limits = limitsIn(await this.compute(tx, providerId, parameters));
      if (!(await this.repository.keep(tx, providerId, limits))) continue;
      await this.outbox.publish(tx, StandingChanged, {
        providerId,
        grade: limits.grade,
        casesHeld: limits.casesHeld,
        largestCaseFen: limits.largestCaseFen?.toString() ?? null,
      });
    }
  }

  /** The current parameters; grabs take penalties and suspension from them. */
  async parameters(q: Queryable = this.database): Promise<StandingParameters> {
    return parametersOf(await this.policies.get(standingFigures, q));
  }

  private async compute(q: Queryable, providerId: string, parameters: StandingParameters): Promise<Standing> {
    return standingOf(await this.repository.factsOf(q, providerId, parameters), parameters);
  }
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

function limitsIn({ grade, quota }: Standing): Limits {
  return { grade, casesHeld: quota.casesHeld, largestCaseFen: quota.largestCaseFen };
}
