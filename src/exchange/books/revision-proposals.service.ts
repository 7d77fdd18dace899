import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RevisedFacts } from '../../casework/cases/index.js';
import { GrabHolds } from '../../casework/grabs/index.js';
import { type TargetLine, targetsInJson } from '../../casework/lines/index.js';
import { CaseRevisionDecided, CaseRevisionProposed } from '../../events/cases.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { LineProposals, type RevisionSource } from '../line-changes/index.js';
import { type CaseRevision, CaseRevisionRepository, type Decision } from './case-revision.repository.js';

/** The creditor whose books show it, and the case as it is. */
interface Proposed {
  readonly creditorId: string;
  readonly batchId: string | null;
  readonly caseId: string;
  readonly fromFen: bigint;
}

/** Lower amounts of held cases, kept until creditor and holder decide; both sides learn of them. The caller has locked the case. */
@Injectable()
export class RevisionProposals implements OnModuleInit, RevisionSource {
  constructor(
    private readonly revisions: CaseRevisionRepository,
    private readonly changes: LineProposals,
    private readonly holds: GrabHolds,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.changes.revisedBy(this);
  }

  /** Writes nothing when the books show the same again; anything else takes the place of what waits, for the creditor or the holder. */
  async propose(tx: Tx, one: Proposed, facts: RevisedFacts): Promise<void> {
    const { principalFen, penaltyFen, paidFen, outstandingFen } = facts;
    const amounts = { principalFen, penaltyFen, paidFen, outstandingFen };
    const lines = targetsInJson(facts.lines);
    const proposed = await this.revisions.propose(tx, { ...one, ...amounts, lines, id: newId(this.clock.millis()) });
    if (!proposed) return;
    await this.outbox.publish(tx, CaseRevisionProposed, await this.eventOf(tx, proposed));
    await this.changes.lapse(tx, one.caseId, { act: 'revise' });
  }

  /** Proposes what the creditor confirmed to the holder of its case. */
  async askHolder(tx: Tx, by: Actor, revision: CaseRevision, lines: readonly TargetLine[]): Promise<CaseRevision> {
    const { caseId, fromFen, outstandingFen } = revision;
    await this.changes.requireRoom(tx, caseId);
    await this.changes.propose(tx, caseId, { by, wish: { act: 'revise', lines }, fromFen, outstandingFen });
    return (await this.revisions.pass(tx, caseId, 'proposed'))!;
  }

  /** What the holder answered; pending again when its grab ended first, or the creditor proposed another change. */
  async ended(tx: Tx, { caseId, state, decidedBy }: Parameters<RevisionSource['ended']>[1]): Promise<void> {
    if (state === 'agreed') await this.decide(tx, caseId, { state: 'confirmed', by: decidedBy });
    else if (state === 'declined') await this.decide(tx, caseId, { state, by: decidedBy });
    else await this.revisions.pass(tx, caseId, 'pending');
  }

  /** Undefined when none is open. */
  async decide(tx: Tx, caseId: string, decision: Decision): Promise<CaseRevision | undefined> {
    const decided = await this.revisions.decide(tx, caseId, decision);
    if (!decided) return undefined;
    const event = await this.eventOf(tx, decided);
    await this.outbox.publish(tx, CaseRevisionDecided, { ...event, state: decision.state });
    await this.changes.lapse(tx, caseId, { act: 'revise' });
    return decided;
  }

  private async eventOf(tx: Tx, { caseId, creditorId, fromFen, outstandingFen }: CaseRevision) {
    const holder = await this.holds.activeOnCase(tx, caseId);
    const amounts = { fromFen: fromFen.toString(), outstandingFen: outstandingFen.toString() };
    return { caseId, creditorId, providerId: holder?.providerId ?? null, ...amounts };
  }
}
