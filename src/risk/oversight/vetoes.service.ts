import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { addDays, Clock, invalid } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { Policies } from '../../platform/policy/index.js';
import { type Standing, StandingRecords, Standings, type Veto } from '../standing/index.js';
import { NoVetoInForce } from './oversight.refusals.js';
import { oversightFigures } from './oversight-figures.js';
import { OversightLog } from './oversight-log.js';

/** How long a veto may last. */
@Injectable()
export class VetoBounds {
  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** Refuses a veto whose last day is over, or further away than the figures allow. */
  async check({ until }: Veto): Promise<void> {
    const today = this.clock.today();
    if (until < today) throw invalid('DAY_PASSED', { path: 'until' });
    const { vetoMostDays: days } = await this.policies.get(oversightFigures);
    if (until > addDays(today, days)) throw invalid('TOO_FAR_AHEAD', { path: 'until', days });
  }
}

/**
 * The platform limits the grade of a provider for a coded reason up to a day: compliance comes before what was recovered. A later
 * veto takes the place of the one before.
 */
@Injectable()
export class Vetoes {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly records: StandingRecords,
    private readonly bounds: VetoBounds,
    private readonly log: OversightLog,
  ) {}

  async set(actor: Actor, providerId: string, veto: Veto): Promise<Standing> {
    await this.standings.requireReadable(actor, providerId);
    await this.database.transaction((tx) =>
      keyed(tx, { actor, operation: 'standing.veto', request: { providerId, ...veto } }, async () => {
        await this.bounds.check(veto);
        await this.records.veto(tx, providerId, veto);
        await this.log.veto(tx, actor, providerId, veto);
      }),
    );
    return this.standings.standing(actor, providerId);
  }

  async lift(actor: Actor, providerId: string): Promise<Standing> {
    await this.standings.requireReadable(actor, providerId);
    await this.database.transaction((tx) =>
      keyed(tx, { actor, operation: 'standing.veto.lift', request: { providerId } }, async () => {
        if (!(await this.records.veto(tx, providerId, null))) throw new NoVetoInForce({ path: 'providerId' });
        await this.log.veto(tx, actor, providerId, null);
      }),
    );
    return this.standings.standing(actor, providerId);
  }
}
