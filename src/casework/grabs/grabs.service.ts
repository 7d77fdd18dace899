import { Injectable } from '@nestjs/common';
import { GrabAccepted } from '../../events/grabs.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { RequestContext } from '../../platform/faces/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { RecallReason } from '../../risk/standing/index.js';
import { CaseClaims } from '../cases/index.js';
import { Disclosures } from '../debtors/index.js';
import { type Grab, type GrabFilter, GrabRepository } from './grab.repository.js';
import { GrabEngine } from './grab-engine.js';
import { grabEventOf } from './grab-events.js';
import { GrabHolds } from './grab-holds.js';

/** What a creditor says when it takes its case back. */
interface Recall {
  readonly grabId: string;
  readonly reason: string;
  readonly relist: boolean;
  readonly recallReason?: RecallReason | undefined;
}

/** The acts of members on grabs. `GrabEngine` decides who gets a case; `GrabHolds` locks a held one. */
@Injectable()
export class Grabs {
  constructor(
    private readonly database: Database,
    private readonly engine: GrabEngine,
    private readonly holds: GrabHolds,
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
      const grab = await this.grabs.accept(tx, own.id);
      if (!grab) return acceptedBefore(own);
      await this.claims.markInCollection(tx, grab.caseId, actor);
      await this.disclosures.discloseFull(tx, [
        { caseId: grab.caseId, organisationId: grab.providerId, memberId: actor.memberId },
      ]);
      await this.outbox.publish(tx, GrabAccepted, grabEventOf(grab));
      return grab;
    });
  }

  /** Returns a case. Each return costs more standing points than the one before. */
  async return(actor: Actor, grabId: string, reason: string): Promise<Grab> {
    return this.act(actor, 'grab.return', { grabId, reason }, (tx, grab) =>
      this.holds.end(tx, grab, { state: 'returned', reason, code: 'returned', by: actor }),
    );
  }

  /** The creditor takes its case back from the holder. `relist` lists it again, otherwise it is withdrawn. */
  async recall(actor: Actor, request: Recall): Promise<Grab> {
    const { reason, recallReason } = request;
    const closeCode = request.relist ? undefined : 'withdrawn';
    return this.act(actor, 'grab.recall', request, (tx, grab) =>
      this.holds.end(tx, grab, { state: 'recalled', reason, recallReason, code: 'recalled', by: actor, closeCode }),
    );
  }

  /** The grabs that this actor may see, newest first. */
  list(actor: Actor, page: PageInput, filter: GrabFilter = {}): Promise<Page<Grab>> {
    return this.grabs.list(this.database, actor, filter, page);
  }

  /** A grab that this actor may see, or NOT_FOUND. */
  get(actor: Actor, grabId: string): Promise<Grab> {
    return this.holds.visible(this.database, actor, grabId);
  }

  /** One act on an active grab under the lock of its case, once per key of the request. */
  private act<R extends { grabId: string }>(
    actor: Actor,
    operation: string,
    request: R,
    work: (tx: Tx, grab: Grab) => Promise<Grab>,
  ): Promise<Grab> {
    return this.database.transaction((tx) =>
      keyed(tx, { actor, operation, request }, async () => {
        const { grab } = await this.holds.lockWorkable(tx, actor, request.grabId);
        return work(tx, grab);
      }),
    );
  }
}

/** An active grab that could not be accepted now: it was before, or its time has passed. */
function acceptedBefore(grab: Grab): Grab {
  if (grab.acceptedAt) return grab;
  throw new WrongState({ path: 'grabId', details: { state: 'expired' } });
}
