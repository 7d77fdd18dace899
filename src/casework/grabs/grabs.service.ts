import { Injectable } from '@nestjs/common';
import { GrabAccepted } from '../../events/grabs.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { orNotFound, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { RequestContext } from '../../platform/faces/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CaseClaims, type CloseCode } from '../cases/index.js';
import { Disclosures } from '../debtors/index.js';
import { type Grab, type GrabFilter, GrabRepository } from './grab.repository.js';
import { GrabEndings } from './grab-endings.js';
import { GrabEngine } from './grab-engine.js';
import { eventOf } from './grab-events.js';

/** What an actor can do with grabs. The contest itself is the engine's; the ends are `GrabEndings`'. */
@Injectable()
export class Grabs {
  constructor(
    private readonly database: Database,
    private readonly engine: GrabEngine,
    private readonly endings: GrabEndings,
    private readonly claims: CaseClaims,
    private readonly disclosures: Disclosures,
    private readonly grabs: GrabRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Takes a listed case: first committed wins. Refused by every rule of grabbing; see `GRAB_REFUSALS`. */
  async grab(actor: Actor, key: string | undefined, caseId: string): Promise<Grab> {
    const outcome = await this.engine.attempt({ actor, caseId, idempotencyKey: key });
    if (outcome.replayed) RequestContext.markReplayed();
    return outcome.grab;
  }

  /** Accepts the entrustment within 48 h of the grab. From here on the debtor's data is disclosed to the holder. */
  async accept(actor: Actor, grabId: string): Promise<Grab> {
    return this.database.transaction(async (tx) => {
      const own = await this.own(tx, actor, grabId);
      await this.claims.lock(tx, own.caseId);
      const grab = await this.grabs.accept(tx, own.id);
      if (!grab) return this.acceptedBefore(tx, own.id);
      await this.claims.markInCollection(tx, grab.caseId, actor);
      await this.disclosures.discloseFull(tx, [
        { caseId: grab.caseId, organisationId: grab.providerId, memberId: actor.memberId },
      ]);
      await this.outbox.publish(tx, GrabAccepted, eventOf(grab));
      return grab;
    });
  }

  /** Gives a case back before it is recovered. Costs standing points, more each time. */
  async return(actor: Actor, grabId: string, reason: string): Promise<Grab> {
    return this.database.transaction(async (tx) => {
      const own = await this.own(tx, actor, grabId);
      return this.endings.end(tx, own, 'returned', reason, actor);
    });
  }

  /** The creditor takes its case back from the holder; it returns to the hall when `relist` is set, else it is withdrawn. */
  async recall(actor: Actor, grabId: string, reason: string, relist: boolean): Promise<Grab> {
    return this.database.transaction(async (tx) => {
      const own = await this.own(tx, actor, grabId);
      return this.endings.end(tx, own, 'recalled', reason, actor, relist ? undefined : 'withdrawn');
    });
  }

  /** The holder closes the case with a close code; its slot is free again. */
  async complete(actor: Actor, grabId: string, closeCode: CloseCode): Promise<Grab> {
    return this.database.transaction(async (tx) => {
      const own = await this.own(tx, actor, grabId);
      return this.endings.end(tx, own, 'completed', closeCode, actor, closeCode);
    });
  }

  /** The grabs this actor may see, newest first. */
  list(actor: Actor, page: PageInput, filter: GrabFilter = {}): Promise<Page<Grab>> {
    return this.grabs.list(this.database, actor, filter, page);
  }

  /** A grab this actor may see. */
  get(actor: Actor, grabId: string): Promise<Grab> {
    return this.own(this.database, actor, grabId);
  }

  private async own(q: Queryable, actor: Actor, grabId: string): Promise<Grab> {
    return orNotFound(await this.grabs.visible(q, actor, grabId), 'grabId');
  }

  private async acceptedBefore(tx: Tx, grabId: string): Promise<Grab> {
    const grab = await this.grabs.byId(tx, grabId);
    if (grab?.state === 'active' && grab.acceptedAt) return grab;
    throw new WrongState({
      path: 'grabId',
      details: { state: grab?.state === 'active' ? 'expired' : (grab?.state ?? 'gone') },
    });
  }
}
