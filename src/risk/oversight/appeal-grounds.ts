import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { addDays, Clock, type Day, invalid, newId, orNotFound } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { StandingRecords } from '../standing/index.js';
import type { AppealReason } from './appeal.lifecycle.js';
import { AppealRepository, type NewAppeal, type StandingAppeal } from './appeal.repository.js';
import { AppealsUsedUp, AppealTooLate, HoldNotExonerable, NoVetoInForce } from './oversight.refusals.js';
import { oversightFigures } from './oversight-figures.js';

/** What a provider says against a change of its standing. */
export interface AppealRequest {
  readonly standingChangeId: string;
  readonly grabId?: string | null;
  readonly reason: AppealReason;
  readonly statement: string;
}

/** What an appeal may be about, and what follows when it is upheld. */
@Injectable()
export class AppealGrounds {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly records: StandingRecords,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** The appeal to open. Refuses one that names what is not the provider's, comes too late, or names no hold where it is about one. */
  async check(tx: Tx, actor: Actor, request: AppealRequest): Promise<NewAppeal> {
    const { standingChangeId, reason, statement, grabId = null } = request;
    const providerId = actor.organisationId;
    const { changedOn } = orNotFound(await this.records.changeOf(tx, providerId, standingChangeId), 'standingChangeId');
    if (grabId !== null) orNotFound(await this.records.endedHold(tx, providerId, grabId), 'grabId');
    if (grabId === null && reason === 'hold_not_ours') throw invalid('MUST_BE_GIVEN', { path: 'grabId' });
    await this.checkFigures(tx, providerId, standingChangeId, changedOn);
    const { sandboxId, memberId: openedBy } = actor;
    return {
      id: newId(this.clock.millis()),
      providerId,
      sandboxId,
      standingChangeId,
      grabId,
      reason,
      statement,
      openedBy,
    };
  }

  /** Refuses an appeal that comes too late, or after as many as there may be. */
  private async checkFigures(tx: Tx, providerId: string, changeId: string, changedOn: Day): Promise<void> {
    const { appealWithinDays: days, appealsPerChange: most } = await this.policies.get(oversightFigures, tx);
    const path = 'standingChangeId';
    if (addDays(changedOn, days) < this.clock.today()) throw new AppealTooLate({ path, details: { days, changedOn } });
    if ((await this.appeals.countOf(tx, providerId, changeId)) >= most) {
      throw new AppealsUsedUp({ path, details: { most } });
    }
  }

  /** Whatever the answer was, the standing is computed again; what it takes out or lifts is so before. */
  async carryOut(tx: Tx, { id, providerId, grabId, answer, state }: StandingAppeal): Promise<void> {
    if (answer === 'hold_exonerated') {
      const done = grabId !== null && (await this.records.exonerate(tx, providerId, grabId, id));
      if (!done) throw new HoldNotExonerable({ path: 'answer' });
    }
    if (answer === 'veto_lifted') {
      if (!(await this.records.veto(tx, providerId, null))) throw new NoVetoInForce({ path: 'answer' });
    } else if (state === 'upheld') await this.records.recompute(tx, [providerId], 'appeal');
  }
}
