import { Injectable } from '@nestjs/common';
import {
  VerificationApproved,
  VerificationClaimed,
  VerificationReinstated,
  VerificationRejected,
  VerificationReleased,
  VerificationRevoked,
  VerificationSuspended,
} from '../../events/verification.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { addMonths, Clock, type Day, invalid, NotFound } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { verificationPolicy } from '../approvals/index.js';
import {
  ApplicationRepository,
  type ApplicationRow,
  type Claimant,
  type Decision,
  type MovedApplication,
  type WaitingApplication,
} from './application.repository.js';
import { ApplicationJournal, namesOf } from './application-journal.js';
import { SLOW_SECONDS } from './magic-identities.policy.js';
import type { ReasonCode } from './reason-codes.js';
import { invalidApproval, refusalOf } from './verification.refusals.js';

/** The reasons of a reviewer's decision. */
export interface Reasons {
  reasonCodes: readonly ReasonCode[];
  note: string | null;
}

/** The reviewer's side: claim, decide, and what may follow an approval. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
    private readonly journal: ApplicationJournal,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** Test applications that can be decided now, for the automatic reviewer. */
  waitingInSandboxes(limit: number): Promise<WaitingApplication[]> {
    return this.applications.waitingInSandboxes(this.database, SLOW_SECONDS, limit);
  }

  /** Claims an application for a limited time. Claiming it again extends the claim. */
  async claim(actor: Actor, id: string): Promise<ApplicationRow> {
    return this.within(actor, id, async (tx) => {
      const { claimMinutes } = await this.policies.get(verificationPolicy, tx);
      const claimant = claimantOf(actor);
      const held = await this.applications.extendClaim(tx, id, claimant.memberId, claimMinutes);
      if (held) return held;
      await this.release(tx, null, await this.applications.releaseLapsed(tx, id));
      const claimed = await this.applications.claimFree(tx, id, claimant, claimMinutes);
      if (!claimed) {
        // The same reviewer's other request may have been first.
        const own = await this.applications.extendClaim(tx, id, claimant.memberId, claimMinutes);
        if (own) return own;
        throw await this.refusal(tx, actor, id, 'claim');
      }
      const event = { type: VerificationClaimed, payload: namesOf(claimed) };
      await this.enter(tx, 'verification.claim', actor, claimed, undefined, event);
      return claimed;
    });
  }

  /** Returns a claimed application to the queue. */
  async giveBack(actor: Actor, id: string): Promise<ApplicationRow> {
    return this.within(actor, id, async (tx) => {
      const released = await this.applications.giveBack(tx, id, claimantOf(actor).memberId);
      if (!released) throw await this.refusal(tx, actor, id, 'decide');
      await this.release(tx, actor, released);
      return released;
    });
  }

  /** Approves up to and including `validUntil`, by default for the policy's time; never longer than the licence. */
  async approve(actor: Actor, id: string, validUntil: Day | null): Promise<ApplicationRow> {
    return this.within(actor, id, async (tx, application) => {
      const lastDay = await this.lastDay(tx, application.licenceValidUntil, validUntil);
      const approved = await this.decide(tx, actor, id, { to: 'approved', validUntil: lastDay });
      const event = { type: VerificationApproved, payload: { ...namesOf(approved), validUntil: lastDay } };
      const reasons: Reasons = { reasonCodes: ['REQUIREMENTS_MET'], note: null };
      await this.enter(tx, 'verification.approve', actor, approved, reasons, event);
      return approved;
    });
  }

  /** Rejects with reasons; the applicant corrects and submits again. */
  async reject(actor: Actor, id: string, reasons: Reasons): Promise<ApplicationRow> {
    return this.within(actor, id, async (tx) => {
      const rejected = await this.decide(tx, actor, id, { to: 'rejected' });
      const payload = { ...namesOf(rejected), reasonCodes: [...reasons.reasonCodes] };
      await this.enter(tx, 'verification.reject', actor, rejected, reasons, { type: VerificationRejected, payload });
      return rejected;
    });
  }

  async suspend(actor: Actor, id: string, reasons: Reasons): Promise<ApplicationRow> {
    return this.within(actor, id, async (tx) => {
      const suspended = await this.followUp(tx, actor, id, ['approved'], 'suspended');
      const payload = { ...namesOf(suspended), reasonCodes: [...reasons.reasonCodes] };
      await this.enter(tx, 'verification.suspend', actor, suspended, reasons, { type: VerificationSuspended, payload });
      return suspended;
    });
  }

  /** Ends a suspension. If the last day has passed since, the approval is not in force and expires with the next sweep. */
  async reinstate(actor: Actor, id: string, reasons: Reasons): Promise<ApplicationRow> {
    return this.within(actor, id, async (tx) => {
      const approved = await this.followUp(tx, actor, id, ['suspended'], 'approved');
      const event = {
        type: VerificationReinstated,
        payload: { ...namesOf(approved), validUntil: approved.validUntil! },
      };
      await this.enter(tx, 'verification.reinstate', actor, approved, reasons, event);
      return approved;
    });
  }

  async revoke(actor: Actor, id: string, reasons: Reasons): Promise<ApplicationRow> {
    return this.within(actor, id, async (tx) => {
      const revoked = await this.followUp(tx, actor, id, ['approved', 'suspended'], 'revoked');
      const payload = { ...namesOf(revoked), reasonCodes: [...reasons.reasonCodes] };
      await this.enter(tx, 'verification.revoke', actor, revoked, reasons, { type: VerificationRevoked, payload });
      return revoked;
    });
  }

  /** Returns applications with lapsed claims to the queue; returns how many. */
  async releaseLapsed(limit: number): Promise<number> {
    return this.database.transaction(async (tx) => {
      const due = await this.applications.due(tx, 'claim', limit);
      for (const id of due) await this.release(tx, null, await this.applications.releaseLapsed(tx, id));
      return due.length;
    });
  }

  /** One operation on an application of the actor's own world; a world never changes, so it is read without a lock. */
  private within<T>(actor: Actor, id: string, work: (tx: Tx, application: ApplicationRow) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const application = await this.applications.byId(tx, id);
      if (!application || application.sandboxId !== actor.sandboxId) throw new NotFound();
      return work(tx, application);
    });
  }

  /** Records that an application is back in the queue: by its reviewer, or without an actor because the claim lapsed. */
  private async release(tx: Tx, actor: Actor | null, released: MovedApplication | undefined): Promise<void> {
    if (!released) return;
    const act = actor ? 'verification.release' : 'verification.claim-lapse';
    const event = { type: VerificationReleased, payload: namesOf(released) };
    await this.enter(tx, act, actor, released, undefined, event);
  }

  private async decide(tx: Tx, actor: Actor, id: string, decision: Decision): Promise<MovedApplication> {
    const decided = await this.applications.decide(tx, id, claimantOf(actor), decision);
    if (!decided) throw await this.refusal(tx, actor, id, 'decide');
    return decided;
  }

  private async followUp(
    tx: Tx,
    actor: Actor,
    id: string,
    from: readonly ('approved' | 'suspended')[],
    to: 'approved' | 'suspended' | 'revoked',
  ): Promise<MovedApplication> {
    const moved = await this.applications.followUp(tx, id, from, to, actor.organisationId);
    if (!moved) throw await this.refusal(tx, actor, id, 'follow-up');
    return moved;
  }

  private async lastDay(tx: Tx, licence: Day | null, chosen: Day | null): Promise<Day> {
    const { approvalMonths } = await this.policies.get(verificationPolicy, tx);
    const today = this.clock.today();
    const usual = addMonths(today, approvalMonths);
    const lastDay = chosen ?? (licence && licence < usual ? licence : usual);
    if (lastDay < today) throw invalid('DAY_PASSED', { path: 'validUntil' });
    if (licence && lastDay > licence) {
      throw invalidApproval('LICENCE_ENDS_BEFORE', { path: 'validUntil', day: licence });
    }
    return lastDay;
  }

  private async refusal(tx: Tx, actor: Actor, id: string, act: 'claim' | 'decide' | 'follow-up') {
    return refusalOf(await this.applications.byId(tx, id), actor.organisationId, act);
  }

  private enter(
    tx: Tx,
    act: string,
    actor: Actor | null,
    application: MovedApplication,
    reasons: Reasons | undefined,
    event: Parameters<ApplicationJournal['enter']>[1]['event'],
  ): Promise<void> {
    return this.journal.enter(tx, { act, actor, from: application.fromState, application, ...reasons, event });
  }
}

/** Only members review: the access rules admit no machine, so there is a member id. */
export function claimantOf({ memberId, organisationId }: Actor): Claimant {
  return { memberId: memberId!, organisationId };
}
