import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxAged } from '../../events/sandbox.events.js';
import { VerificationApproved, VerificationExpired, VerificationExpiring } from '../../events/verification.events.js';
import { addDays } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Jobs, Sweep } from '../../platform/jobs/index.js';
import { OnEvent, Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { verificationPolicy } from '../approvals/index.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationJournal, namesOf } from './application-journal.js';
import { Reviews } from './reviews.js';

const JOB = 'verification.expire';
const AT_ONCE = 100;

/** Ends approvals after their last day, and lapsed claims. */
@Injectable()
export class Expiry {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
    private readonly journal: ApplicationJournal,
    private readonly reviews: Reviews,
    private readonly jobs: Jobs,
  ) {}

  @OnEvent(VerificationApproved)
  async whenApproved(tx: Tx, event: EventOf<typeof VerificationApproved>): Promise<void> {
    const at = new Date(`${addDays(event.validUntil, 1)}T00:00:01+08:00`);
    this.jobs.scheduleAfter(tx, JOB, { id: event.applicationId, at });
  }

  /** Approvals of a sandbox end sooner when its clock goes forward. */
  @OnEvent(SandboxAged)
  async whenAged(tx: Tx, _event: EventOf<typeof SandboxAged>): Promise<void> {
    const due = (await this.applications.due(tx, 'approval', AT_ONCE)).map((id) => ({ id }));
    if (due.length > 0) this.jobs.scheduleAllAfter(tx, JOB, due);
  }

  @JobHandler(JOB)
  async expireOne({ id }: JobCall): Promise<void> {
    await this.database.transaction((tx) => this.expire(tx, id));
  }

  @Sweep('verification.expire', 60_000)
  async expireDue(): Promise<void> {
    for (let found = AT_ONCE; found === AT_ONCE; ) found = await this.expireSome();
  }

  @Sweep('verification.claims', 30_000)
  async releaseLapsedClaims(): Promise<void> {
    for (let found = AT_ONCE; found === AT_ONCE; ) found = await this.reviews.releaseLapsed(AT_ONCE);
  }

  private expireSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const due = await this.applications.due(tx, 'approval', AT_ONCE);
      for (const id of due) await this.expire(tx, id);
      return due.length;
    });
  }

  private async expire(tx: Tx, id: string): Promise<void> {
    const expired = await this.applications.expire(tx, id);
    if (!expired) return;
    const event = { type: VerificationExpired, payload: { ...namesOf(expired), validUntil: expired.validUntil! } };
    const move = { act: 'verification.expire', actor: null, application: expired, event };
    await this.journal.enter(tx, { ...move, from: 'approved' });
  }
}

/** Warns organisations, once, that their approval ends in some days. Afterwards they can neither read debtors nor act. */
@Injectable()
export class ExpiryWarnings {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent(SandboxAged)
  async whenAged(tx: Tx, _event: EventOf<typeof SandboxAged>): Promise<void> {
    await this.warnSome(tx);
  }

  @Sweep('verification.expiry-warnings', 60_000)
  async warnDue(): Promise<void> {
    for (let found = AT_ONCE; found === AT_ONCE; ) found = await this.database.transaction((tx) => this.warnSome(tx));
  }

  private async warnSome(tx: Tx): Promise<number> {
    const { expiryWarnDays } = await this.policies.get(verificationPolicy, tx);
    const ending = await this.applications.warnEnding(tx, expiryWarnDays, AT_ONCE);
    const events = ending.map((one) =>
      this.outbox.prepare(VerificationExpiring, { ...namesOf(one), validUntil: one.validUntil! }),
    );
    await this.outbox.publishAll(tx, events);
    return ending.length;
  }
}
