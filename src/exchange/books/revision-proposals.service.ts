import { Injectable } from '@nestjs/common';
import type { RevisedFacts } from '../../casework/cases/index.js';
import { GrabHolds } from '../../casework/grabs/index.js';
import { targetsInJson } from '../../casework/lines/index.js';
import { CaseRevisionDecided, CaseRevisionProposed } from '../../events/cases.events.js';
import { Clock, newId } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type CaseRevision, CaseRevisionRepository, type Decision } from './case-revision.repository.js';

/** The creditor whose books show it, and the case as it is. */
interface Proposed {
  readonly creditorId: string;
  readonly batchId: string | null;
  readonly caseId: string;
  readonly fromFen: bigint;
}

/** Lower amounts of held cases, kept until the creditor decides; both sides learn of them. The caller has locked the case. */
@Injectable()
export class RevisionProposals {
  constructor(
    private readonly revisions: CaseRevisionRepository,
    private readonly holds: GrabHolds,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Writes nothing when the books show the same again. */
  async propose(tx: Tx, one: Proposed, facts: RevisedFacts): Promise<void> {
    const { principalFen, penaltyFen, paidFen, outstandingFen } = facts;
    const amounts = { principalFen, penaltyFen, paidFen, outstandingFen };
    const lines = targetsInJson(facts.lines);
    const proposed = await this.revisions.propose(tx, { ...one, ...amounts, lines, id: newId(this.clock.millis()) });
    if (proposed) await this.outbox.publish(tx, CaseRevisionProposed, await this.eventOf(tx, proposed));
  }

  /** Undefined when none is pending. */
  async decide(tx: Tx, caseId: string, decision: Decision): Promise<CaseRevision | undefined> {
    const decided = await this.revisions.decide(tx, caseId, decision);
    if (!decided) return undefined;
    const event = await this.eventOf(tx, decided);
    await this.outbox.publish(tx, CaseRevisionDecided, { ...event, state: decision.state });
    return decided;
  }

  private async eventOf(tx: Tx, { caseId, creditorId, fromFen, outstandingFen }: CaseRevision) {
    const holder = await this.holds.activeOnCase(tx, caseId);
    const amounts = { fromFen: fromFen.toString(), outstandingFen: outstandingFen.toString() };
    return { caseId, creditorId, providerId: holder?.providerId ?? null, ...amounts };
  }
}
