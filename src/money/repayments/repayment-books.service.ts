import { Injectable } from '@nestjs/common';
import { CaseClaims } from '../../casework/cases/index.js';
import { booksActor } from '../../kernel/access/index.js';
import { Clock, type Fen } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { NobodyHeldTheCase } from './repayment.refusals.js';
import { RepaymentRepository } from './repayment.repository.js';
import { RepaymentOutcomes } from './repayment-outcomes.service.js';
import { RepaymentReports } from './repayment-reports.service.js';

/** The creditor whose books show a payment. */
export interface Creditor {
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly sandboxId: string | null;
}

/**
 * Payments that only the creditor's own books show: less is open there than here. They become the creditor's report of today, so
 * that a payment made outside the platform earns its commission too.
 */
@Injectable()
export class RepaymentBooks {
  constructor(
    private readonly reports: RepaymentReports,
    private readonly outcomes: RepaymentOutcomes,
    private readonly repayments: RepaymentRepository,
    private readonly claims: CaseClaims,
    private readonly clock: Clock,
  ) {}

  /**
   * Reports the difference between the open amount here and `restFen`. Writes nothing and returns `known` when reports that
   * wait cover it, `nobody` when the payment counts for no provider. Locks the case.
   */
  async follow(tx: Tx, creditor: Creditor, caseId: string, restFen: Fen): Promise<'reported' | 'known' | 'nobody'> {
    const { outstandingFen, recoveredFen } = await this.claims.lock(tx, caseId);
    const pendingFen = await this.repayments.pendingOn(tx, caseId);
    const amountFen = outstandingFen - recoveredFen - pendingFen - restFen;
    if (amountFen <= 0n) return 'known';
    const actor = booksActor(creditor);
    const paidOn = this.clock.today();
    try {
      const report = { caseId, amountFen, paidOn, channel: 'other', payee: 'creditor' } as const;
      await this.outcomes.confirm(tx, await this.reports.take(tx, actor, report), 'creditor_report', actor);
      return 'reported';
    } catch (error) {
      // Thrown before anything is written.
      if (error instanceof NobodyHeldTheCase) return 'nobody';
      throw error;
    }
  }
}
