import { Injectable } from '@nestjs/common';
import { RepaymentDisputed, RepaymentRejected } from '../../events/repayments.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type Repayment, RepaymentRepository } from './repayment.repository.js';
import { eventOf } from './repayment-reports.service.js';

/** Doubts about reports: a disputed one is confirmed by the creditor or the platform, never by time; a rejected one is over. */
@Injectable()
export class RepaymentDisputes {
  constructor(
    private readonly repayments: RepaymentRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Undefined when the report was decided or disputed already. */
  async raise(tx: Tx, by: Actor, repaymentId: string, reason: string): Promise<Repayment | undefined> {
    const disputed = await this.repayments.dispute(tx, repaymentId, reason);
    if (!disputed) return undefined;
    await this.outbox.publish(tx, RepaymentDisputed, eventOf(disputed));
    await this.audit.record(tx, by, 'repayment.dispute', { kind: 'repayment', id: repaymentId });
    return disputed;
  }

  /** Undefined when the report was decided already. */
  async reject(tx: Tx, by: Actor, repaymentId: string, reason: string): Promise<Repayment | undefined> {
    const rejected = await this.repayments.reject(tx, repaymentId, reason);
    if (!rejected) return undefined;
    await this.outbox.publish(tx, RepaymentRejected, eventOf(rejected));
    await this.audit.record(tx, by, 'repayment.reject', { kind: 'repayment', id: repaymentId });
    return rejected;
  }
}
