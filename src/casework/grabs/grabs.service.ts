import { Injectable } from '@nestjs/common';
import { GrabAccepted } from '../../events/grabs.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { orNotFound, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { RequestContext } from '../../platform/faces/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CaseClaims, type CloseCode } from '../cases/index.js';
import { Disclosures } from '../debtors/index.js';
import { type Grab, type GrabFilter, GrabRepository } from './grab.repository.js';
import { GrabEndings } from './grab-endings.js';
import { GrabEngine } from './grab-engine.js';
import { eventOf } from './grab-events.js';

/** The acts of members on grabs. `GrabEngine` decides who gets a case; `GrabEndings` ends grabs. */
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

  /** Grabs a listed case; the first committed grab wins. Refuses with one of `GRAB_REFUSALS`. */
  async grab(actor: Actor, key: string | undefined, caseId: string): Promise<Grab> {
    const outcome = await this.engine.attempt({ actor, caseId, idempotencyKey: key });
    if (outcome.replayed) RequestContext.markReplayed();
    return outcome.grab;
  }

  /** Accepts the entrustment within 48 h of the grab, which discloses the debtor's data to the holder. */
  async accept(actor: Actor, grabId: string): Promise<Grab> {
    return this.act(actor, 'grab.accept', { grabId }, async (tx, own) => {
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

  /** Returns a case. Each return costs more standing points than the one before. */
  async return(actor: Actor, grabId: string, reason: string): Promise<Grab> {
    return this.act(actor, 'grab.return', { grabId, reason }, (tx, own) =>
      this.endings.end(tx, own, 'returned', reason, actor),
    );
  }

  /** The creditor takes its case back from the holder. `relist` lists it again, otherwise it is withdrawn. */
  async recall(actor: Actor, grabId: string, reason: string, relist: boolean): Promise<Grab> {
    return this.act(actor, 'grab.recall', { grabId, reason, relist }, (tx, own) =>
      this.endings.end(tx, own, 'recalled', reason, actor, relist ? undefined : 'withdrawn'),
    );
  }

  /** The holder closes the case by a close code. */
  async complete(actor: Actor, grabId: string, closeCode: CloseCode): Promise<Grab> {
    return this.act(actor, 'grab.complete', { grabId, closeCode }, (tx, own) =>
      this.endings.end(tx, own, 'completed', closeCode, actor, closeCode),
    );
  }

  /** The grabs that this actor may see, newest first. */
  list(actor: Actor, page: PageInput, filter: GrabFilter = {}): Promise<Page<Grab>> {
    return this.grabs.list(this.database, actor, filter, page);
  }

  /** A grab that this actor may see, or NOT_FOUND. */
  get(actor: Actor, grabId: string): Promise<Grab> {
    return this.own(this.database, actor, grabId);
  }

  /** One act on a grab, once per key of the request. */
  private act<R extends { grabId: string }>(
    actor: Actor,
    operation: string,
    request: R,
    work: (tx: Tx, own: Grab) => Promise<Grab>,
  ): Promise<Grab> {
    return this.database.transaction((tx) =>
      keyed(tx, { actor, operation, request }, async () => work(tx, await this.own(tx, actor, request.grabId))),
    );
  }

  private async own(q: Queryable, actor: Actor, grabId: string): Promise<Grab> {
    return orNotFound(await this.grabs.visible(q, actor, grabId), 'grabId');
  }

  private async acceptedBefore(tx: Tx, grabId: string): Promise<Grab> {
    const grab = await this.grabs.byId(tx, grabId);
    if (grab?.state === 'active' && grab.acceptedAt) return grab;
    const state = grab?.state === 'active' ? 'expired' : (grab?.state ?? 'gone');
    throw new WrongState({ path: 'grabId', details: { state } });
  }
}
