import { Injectable } from '@nestjs/common';
import { CaseListed, CaseRejected } from '../../events/cases.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { Case } from './case.entity.js';
import { ReviewClaimed, ReviewNotClaimed } from './case.refusals.js';
import { CaseRepository, type SeenCase, type SlowTests, type WaitingTest } from './case.repository.js';
import { CaseMovesRepository, listedPayload } from './case-moves.repository.js';

/** What a reviewer of the platform does with cases that could not be admitted automatically. */
@Injectable()
export class CaseReview {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly moves: CaseMovesRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Cases to decide, oldest first: unclaimed ones and those under review. */
  queue(actor: Actor, input: PageInput): Promise<Page<SeenCase>> {
    return this.cases.reviewQueue(this.database, actor, input);
  }

  /** Test cases that wait, for the reviewer that decides by itself. */
  waitingInSandboxes(slow: SlowTests, limit: number): Promise<WaitingTest[]> {
    return this.cases.waitingInSandboxes(this.database, slow, limit);
  }

  /** Takes a case for review. Claiming one's own again changes nothing; an owner may take over a colleague's. */
  claim(actor: Actor, caseId: string): Promise<SeenCase> {
    return this.decide(actor, caseId, async (tx, one) => {
      if (one.state === 'under_review' && one.reviewerId === actor.memberId) return;
      if (one.state === 'under_review' && !actor.roles.includes('owner')) throw new ReviewClaimed({ path: 'caseId' });
      const from = ['submitted', 'under_review'] as const;
      const claim = { act: 'claim_review', to: 'under_review', from, change: 'claim', value: actor.memberId } as const;
      await this.moves.move(tx, [{ caseId, ...actor }], claim);
    });
  }

  /** Accepts a claimed case into the hall. The history line holds what the acceptance confirmation (案件受理确认函) states. */
  admit(actor: Actor, caseId: string, reason: string): Promise<SeenCase> {
    return this.decide(actor, caseId, async (tx, one) => {
      this.assertClaimed(actor, one);
      const facts = { automatic: false, reason, ...acceptanceOf(one) };
      const move = { act: 'admit', to: 'listed', from: ['under_review'], change: 'list', facts } as const;
      const [moved] = await this.moves.move(tx, [{ caseId, ...actor }], move);
      await this.audit.record(tx, actor, 'case.admit', { kind: 'case', id: caseId }, { reason });
      await this.outbox.publish(tx, CaseListed, listedPayload(moved!, false));
    });
  }

  /** Refuses a claimed case admission, for stated reasons. */
  reject(actor: Actor, caseId: string, reasonCodes: string[], note: string | null): Promise<SeenCase> {
    return this.decide(actor, caseId, async (tx, one) => {
      this.assertClaimed(actor, one);
      const facts = note === null ? { reasonCodes } : { reasonCodes, note };
      const move = { act: 'reject', to: 'rejected', from: ['under_review'], facts } as const;
      await this.moves.move(tx, [{ caseId, ...actor }], move);
      await this.audit.record(tx, actor, 'case.reject', { kind: 'case', id: caseId }, { reasonCodes });
      await this.outbox.publish(tx, CaseRejected, { caseId, creditorId: one.creditorId, reasonCodes });
    });
  }

  /** Every decision sees the case under its lock, in a state that a reviewer decides about. */
  private async decide(actor: Actor, caseId: string, work: (tx: Tx, one: Case) => Promise<void>): Promise<SeenCase> {
    await this.database.transaction(async (tx) => {
      const one = await this.cases.lock(tx, caseId);
      if (!one || one.sandboxId !== actor.sandboxId) throw new NotFound({ path: 'caseId' });
      if (one.state !== 'submitted' && one.state !== 'under_review') {
        throw new WrongState({ path: 'caseId', details: { state: one.state } });
      }
      await work(tx, one);
    });
    return (await this.cases.find(this.database, actor, caseId))!;
  }

  private assertClaimed(actor: Actor, one: Case): void {
    if (one.state !== 'under_review') throw new ReviewNotClaimed({ path: 'caseId' });
    if (one.reviewerId !== actor.memberId) throw new ReviewClaimed({ path: 'caseId' });
  }
}

function acceptanceOf(one: Case): Record<string, unknown> {
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
