import { Injectable } from '@nestjs/common';
import { StandingAppealDecided, StandingAppealOpened } from '../../events/standing.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { orNotFound, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { type AppealAnswer, outcomeOf } from './appeal.lifecycle.js';
import { type AppealEnd, type AppealFilter, AppealRepository, type StandingAppeal } from './appeal.repository.js';
import { AppealGrounds, type AppealRequest } from './appeal-grounds.js';
import { OversightLog } from './oversight-log.js';

/** What the platform answers. */
export interface AppealDecision {
  readonly appealId: string;
  readonly answer: AppealAnswer;
  readonly note?: string | null;
}

/**
 * Appeals of providers against changes of their standing. No answer grants a grade: it takes a fact out, lifts a veto, or has the
 * standing computed again, and the history says so. Lock order: appeal, then standing.
 */
@Injectable()
export class Appeals {
  constructor(
    private readonly database: Database,
    private readonly appeals: AppealRepository,
    private readonly grounds: AppealGrounds,
    private readonly log: OversightLog,
  ) {}

  async open(actor: Actor, request: AppealRequest): Promise<StandingAppeal> {
    return this.act(actor, 'standing.appeal', request, async (tx) => {
      const fresh = await this.grounds.check(tx, actor, request);
      const appeal = await this.appeals.open(tx, fresh);
      await this.log.appeal(tx, actor, 'standing.appeal', appeal, StandingAppealOpened);
      return appeal;
    });
  }

  /** The provider takes its appeal back. */
  async withdraw(actor: Actor, appealId: string): Promise<StandingAppeal> {
    return this.act(actor, 'standing.appeal.withdraw', { appealId }, (tx) =>
      this.end(tx, actor, appealId, { state: 'withdrawn', by: actor.memberId }),
    );
  }

  /** The platform upholds or dismisses an open appeal; once. */
  async decide(actor: Actor, { appealId, answer, note = null }: AppealDecision): Promise<StandingAppeal> {
    return this.act(actor, 'standing.appeal.decide', { appealId, answer, note }, async (tx) => {
      const end = { state: outcomeOf(answer), by: actor.memberId, answer, note };
      const decided = await this.end(tx, actor, appealId, end);
      await this.grounds.carryOut(tx, decided);
      return decided;
    });
  }

  async get(actor: Actor, appealId: string): Promise<StandingAppeal> {
    return orNotFound(await this.appeals.get(this.database, actor, appealId), 'id');
  }

  list(actor: Actor, page: PageInput, filter: AppealFilter): Promise<Page<StandingAppeal>> {
    return this.appeals.list(this.database, actor, filter, page);
  }

  private async end(tx: Tx, actor: Actor, appealId: string, end: AppealEnd): Promise<StandingAppeal> {
    const found = orNotFound(await this.appeals.lock(tx, actor, appealId), 'appealId');
    const ended = await this.appeals.end(tx, appealId, end);
    if (!ended) throw new WrongState({ path: 'appealId', details: { state: found.state } });
    const act = end.state === 'withdrawn' ? 'standing.appeal.withdraw' : 'standing.appeal.decide';
    await this.log.appeal(tx, actor, act, ended, StandingAppealDecided);
    return ended;
  }

  /** One act, once per key of its request; the answer is stored with its texts sealed. */
  private act(
    actor: Actor,
    operation: string,
    request: object,
    work: (tx: Tx) => Promise<StandingAppeal>,
  ): Promise<StandingAppeal> {
    return this.database.transaction((tx) => keyed(tx, { actor, operation, request }, () => work(tx)));
  }
}
