import { Injectable } from '@nestjs/common';
import { GrabHolds } from '../../casework/grabs/index.js';
import { targetsInJson } from '../../casework/lines/index.js';
import { LineChangeDecided, LineChangeProposed } from '../../events/cases.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, newId, orNotFound } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { LineWish } from './line-change.policy.js';
import { LineChangesUsedUp } from './line-change.refusals.js';
import {
  type LineAnswer,
  type LineChange,
  LineChangeRepository,
  MOST_CHANGES,
  type Waiting,
} from './line-change.repository.js';

/** A change, its creditor, and what the case is about before and after. */
export interface Wished {
  readonly by: { readonly organisationId: string; readonly memberId: string | null };
  readonly wish: LineWish;
  readonly fromFen: bigint;
  readonly outstandingFen: bigint;
}

/** Who proposed lines as its books show them: told in the same transaction how that ended. */
export interface RevisionSource {
  ended(tx: Tx, change: Pick<LineChange, 'caseId' | 'state' | 'decidedBy'>): Promise<void>;
}

/** The record of changes of lines, and those that wait for a holder; both sides learn of them. The caller has locked the case. */
@Injectable()
export class LineProposals {
  private source: RevisionSource | undefined;

  constructor(
    private readonly changes: LineChangeRepository,
    private readonly holds: GrabHolds,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Where revisions come from. */
  revisedBy(source: RevisionSource): void {
    this.source = source;
  }

  /** Refuses more changes of a case than are listed together: all that were made of it stay, and so does its history. */
  async requireRoom(tx: Tx, caseId: string): Promise<void> {
    if ((await this.changes.countOf(tx, caseId)) < MOST_CHANGES) return;
    throw new LineChangesUsedUp({ path: 'caseId', details: { most: MOST_CHANGES } });
  }

  /** Records a change that was applied at once, with the number of its line. */
  applied(tx: Tx, caseId: string, wished: Wished, lineNumber: number | null): Promise<LineChange> {
    const row = { ...this.rowOf(caseId, wished), lineNumber, grabId: null, providerId: null };
    return this.changes.insert(tx, { ...row, state: 'applied' });
  }

  /** Proposes a change to the holder of the case; it takes the place of one that still waits. */
  async propose(tx: Tx, caseId: string, wished: Wished): Promise<LineChange> {
    const { id: grabId, providerId } = orNotFound(await this.holds.activeOnCase(tx, caseId), 'caseId');
    await this.lapse(tx, caseId);
    const row = { ...this.rowOf(caseId, wished), grabId, providerId, state: 'pending' as const };
    const proposed = await this.changes.insert(tx, row);
    await this.outbox.publish(tx, LineChangeProposed, eventOf(proposed));
    return proposed;
  }

  /** Ends a pending change by its holder's answer; undefined when it is not pending any more. */
  async decide(tx: Tx, actor: Actor, id: string, answer: LineAnswer): Promise<LineChange | undefined> {
    const decided = await this.announced(tx, await this.changes.decide(tx, id, actor.memberId, answer));
    if (!decided) return undefined;
    const facts = { fromFen: decided.fromFen.toString(), outstandingFen: decided.outstandingFen.toString() };
    const act = `case-line-change.${answer.state === 'agreed' ? 'agree' : 'decline'}`;
    await this.audit.record(tx, actor, act, { kind: 'case', id: decided.caseId }, facts);
    return decided;
  }

  /** Ends what still waits on a case. */
  async lapse(tx: Tx, caseId: string, waiting: Waiting = {}): Promise<void> {
    await this.announced(tx, await this.changes.lapse(tx, caseId, waiting));
  }

  async byId(q: Queryable, id: string): Promise<LineChange> {
    return orNotFound(await this.changes.byId(q, id), 'changeId');
  }

  /** Before the entrustment the holder does not see the number of a document. */
  async ofCase(q: Queryable, actor: Actor, caseId: string, sight: string): Promise<LineChange[]> {
    const holder = sight.startsWith('holder') ? actor.organisationId : null;
    const found = await this.changes.ofCase(q, caseId, holder);
    return sight === 'holder_masked' ? found.map(withoutDocument) : found;
  }

  private async announced(tx: Tx, ended: LineChange | undefined): Promise<LineChange | undefined> {
    if (ended) {
      const state = ended.state as 'agreed' | 'declined' | 'lapsed';
      await this.outbox.publish(tx, LineChangeDecided, { ...eventOf(ended), state });
      if (ended.act === 'revise') await this.source?.ended(tx, ended);
    }
    return ended;
  }

  private rowOf(caseId: string, { by, wish, fromFen, outstandingFen }: Wished) {
    return {
      ...{ id: newId(this.clock.millis()), caseId, creditorId: by.organisationId, proposedBy: by.memberId },
      ...{ act: wish.act, lineNumber: 'lineNumber' in wish ? wish.lineNumber : null, fromFen, outstandingFen },
      line: 'line' in wish ? targetsInJson([wish.line])[0]! : null,
      lines: 'lines' in wish ? targetsInJson(wish.lines) : null,
    };
  }
}

/** A change as a holder sees it before its entrustment. */
export function withoutDocument(one: LineChange): LineChange {
  const bare = <L extends object>(line: L) => ({ ...line, documentNumber: null });
  return { ...one, line: one.line && bare(one.line), lines: one.lines?.map(bare) ?? null };
}

function eventOf({ id, caseId, creditorId, providerId, act, fromFen, outstandingFen }: LineChange) {
  const amounts = { fromFen: fromFen.toString(), outstandingFen: outstandingFen.toString() };
  return { changeId: id, caseId, creditorId, providerId: providerId!, act, ...amounts };
}
