import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, type Page, type PageInput } from '../../kernel/index.js';
import { Organisations } from '../../parties/worlds/index.js';
import { Database, type Queryable } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { assessed, type Limits, newcomerLimits } from './assessment.policy.js';
import type { StandingChangeEntity } from './standing.entity.js';
import type { Standing } from './standing.policy.js';
import { StandingRepository } from './standing.repository.js';
import { parametersOf, standingFigures } from './standing-figures.js';
import type { StandingParameters } from './standing-parameters.policy.js';

/** Grades, rates and quotas of providers: limits for many at once for grabbing, and one standing with its explanation. */
@Injectable()
export class Standings {
  constructor(
    private readonly database: Database,
    private readonly repository: StandingRepository,
    private readonly policies: Policies,
    private readonly organisations: Organisations,
  ) {}

  /** The limits of each of these providers; newcomers have those of the first grade. */
  async limitsOf(q: Queryable, providerIds: string[]): Promise<Map<string, Limits>> {
    const known = await this.repository.limitsOf(q, providerIds);
    if (known.size === providerIds.length) return known;
    const newcomer = newcomerLimits(await this.parameters());
    return new Map(providerIds.map((id) => [id, known.get(id) ?? newcomer]));
  }

  /** A provider's current standing with every factor. */
  async standing(actor: Actor, providerId: string): Promise<Standing> {
    await this.requireReadable(actor, providerId);
    const parameters = await this.parameters();
    const [record] = await this.repository.recordsOf(this.database, [providerId], parameters);
    return assessed(record!, parameters);
  }

  /** What its grade and quota were before, newest first. */
  async history(actor: Actor, providerId: string, page: PageInput): Promise<Page<StandingChangeEntity>> {
    await this.requireReadable(actor, providerId);
    return this.repository.history(this.database, providerId, page);
  }

  /** A provider reads its own standing, the platform those of all providers of its world; NOT_FOUND for others. */
  async requireReadable(actor: Actor, providerId: string): Promise<void> {
    if (actor.organisationId === providerId) return;
    const found =
      actor.organisationKind === 'platform' ? await this.organisations.get(this.database, providerId) : undefined;
    const provides = found?.kind === 'agency' || found?.kind === 'law_firm';
    if (!provides || found.sandboxId !== actor.sandboxId) throw new NotFound({ path: 'providerId' });
  }

  /** The current parameters; grabs take penalties and suspension from them. */
  async parameters(q: Queryable = this.database): Promise<StandingParameters> {
    return parametersOf(await this.policies.get(standingFigures, q));
  }
}
