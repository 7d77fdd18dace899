import { Injectable } from '@nestjs/common';
import { CaseRejected } from '../../events/cases.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CaseMoves, type CaseRow, Cases, type SeenCase, type SlowTests, type WaitingTest } from '../cases/index.js';
import { ReviewClaimed, ReviewNotClaimed } from './review.refusals.js';

/** The acts of the platform's reviewers on cases that could not be admitted automatically. */
@Injectable()
export class CaseReviews {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly moves: CaseMoves,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Cases to decide, oldest first: unclaimed ones and those under review. */
  queue(actor: Actor, input: PageInput): Promise<Page<SeenCase>> {
    return this.cases.reviewQueue(actor, input);
  }

  /** Sandbox cases that wait for the automatic reviewer. */
  waitingInSandboxes(slow: SlowTests, limit: number): Promise<WaitingTest[]> {
    return this.cases.waitingInSandboxes(slow, limit);
  }

  /** Claims a case for review. Repeating one's own claim changes nothing; an owner may take over a colleague's claim. */
  claim(actor: Actor, caseId: string): Promise<SeenCase> {
    return this.decide(actor, 'case.claim', { caseId }, async (tx, one) => {
      if (one.state === 'under_review' && one.reviewerId === actor.memberId) return;
      if (one.state === 'under_review' && !actor.roles.includes('owner')) throw new ReviewClaimed({ path: 'caseId' });
      const from = ['submitted', 'under_review'] as const;
      const claim = { act: 'claim_review', to: 'under_review', from, change: 'claim', value: actor.memberId } as const;
      await this.moves.move(tx, [{ caseId, ...actor }], claim);
    });
  }

  /** Admits a claimed case. The history line holds what the acceptance confirmation (案件受理确认函) states. */
  admit(actor: Actor, caseId: string, reason: string): Promise<SeenCase> {
    return this.decide(actor, 'case.admit', { caseId, reason }, async (tx, one) => {
      this.assertClaimed(actor, one);
      const facts = { automatic: false, reason, ...acceptanceOf(one) };
      await this.moves.list(tx, [{ caseId, ...actor }], { act: 'admit', from: ['under_review'], facts }, false);
      await this.audit.record(tx, actor, 'case.admit', { kind: 'case', id: caseId });
    });
  }

  /** Rejects a claimed case for stated reasons. */
  reject(actor: Actor, caseId: string, reasonCodes: string[], note: string | null): Promise<SeenCase> {
    return this.decide(actor, 'case.reject', { caseId, reasonCodes, note }, async (tx, one) => {
      this.assertClaimed(actor, one);
      const facts = note === null ? { reasonCodes } : { reasonCodes, note };
      const move = { act: 'reject', to: 'rejected', from: ['under_review'], facts } as const;
      await this.moves.move(tx, [{ caseId, ...actor }], move);
      await this.audit.record(tx, actor, 'case.reject', { kind: 'case', id: caseId }, { reasonCodes });
      await this.outbox.publish(tx, CaseRejected, { caseId, creditorId: one.creditorId, reasonCodes });
    });
  }

  /** Locks the case and checks that it waits for a reviewer or is under review, then runs the decision. */
  private async decide<R extends { caseId: string }>(
    actor: Actor,
    operation: string,
    request: R,
    work: (tx: Tx, one: CaseRow) => Promise<void>,
  ): Promise<SeenCase> {
    const { caseId } = request;
    const decision = async (tx: Tx) => {
      const one = await this.cases.lock(tx, caseId);
      if (!one || one.sandboxId !== actor.sandboxId) throw new NotFound({ path: 'caseId' });
      if (one.state !== 'submitted' && one.state !== 'under_review') {
        throw new WrongState({ path: 'caseId', details: { state: one.state } });
      }
      await work(tx, one);
    };
    await this.database.transaction((tx) => keyed(tx, { actor, operation, request }, () => decision(tx)));
    return this.cases.get(actor, caseId);
  }

  private assertClaimed(actor: Actor, one: CaseRow): void {
    if (one.state !== 'under_review') throw new ReviewNotClaimed({ path: 'caseId' });
    if (one.reviewerId !== actor.memberId) throw new ReviewClaimed({ path: 'caseId' });
  }
}

function acceptanceOf(one: CaseRow): Record<string, unknown> {
  return {
    number: one.number,
    outstandingFen: one.outstandingFen.toString(),
    evidenceBps: one.evidenceBps,
    evidenceKinds: one.evidenceKinds,
    limitationExpiresOn: one.limitationExpiresOn,
    commissionBps: one.commissionBps,
    reviewed: one.reviewReasons.map((each) => each.code),
  };
}
