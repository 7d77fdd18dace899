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
 * Payments that nobody reported but the creditor's own books show: less is open there than we know of. Taken as the creditor's
 * report of today, so that a payment made past the platform earns its commission all the same.
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
   * Reports what is missing between what is open here and `restFen`. `known` when reports that wait already cover it,
   * `nobody` when the payment counts for no provider; then nothing is written. Takes the case's lock.
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
      // Found before anything is written.
      if (error instanceof NobodyHeldTheCase) return 'nobody';
      throw error;
    }
  }
}
