import { Injectable } from '@nestjs/common';
import { booksActor } from '../../kernel/access/index.js';
import { Clock, type Fen } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { NobodyHeldTheCase } from './repayment.refusals.js';
import { type BooksRise, RepaymentRepository } from './repayment.repository.js';
import { RepaymentDisputes } from './repayment-disputes.service.js';
import { RepaymentReports } from './repayment-reports.service.js';

/** The creditor whose books show a payment. */
export interface Creditor {
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly sandboxId: string | null;
}

const REVERSED_IN_BOOKS = 'The books of the creditor no longer show this payment. 债权人账簿已不再显示该笔付款。';

/**
 * Payments that only the creditor's own books show: their paid figure rose. Each is reported with its arithmetic and waits for the
 * creditor or for time like any other report, so that a payment made outside the platform earns its commission too.
 */
@Injectable()
export class RepaymentBooks {
  constructor(
    private readonly reports: RepaymentReports,
    private readonly disputes: RepaymentDisputes,
    private readonly repayments: RepaymentRepository,
    private readonly clock: Clock,
  ) {}

  /** What the reports that wait for a decision come to on each of these cases, in fen; a case without any is not in the map. */
  async pendingOn(q: Queryable, caseIds: readonly string[]): Promise<Map<string, Fen>> {
    return caseIds.length === 0 ? new Map() : this.repayments.pendingOnEach(q, caseIds);
  }

  /** Reports the rise. Writes nothing and returns `nobody` when the payment counts for no provider. Locks the case. */
  async report(
    tx: Tx,
    creditor: Creditor,
    caseId: string,
    rise: BooksRise & { readonly amountFen: Fen },
  ): Promise<'reported' | 'nobody'> {
    const paidOn = this.clock.today();
    const { amountFen, ...books } = rise;
    try {
      const report = { caseId, amountFen, paidOn, channel: 'other', payee: 'creditor', books } as const;
      await this.reports.take(tx, booksActor(creditor), report);
      return 'reported';
    } catch (error) {
      // Thrown before anything is written.
      if (error instanceof NobodyHeldTheCase) return 'nobody';
      throw error;
    }
  }

  /** The books took a payment back: what they reported and nobody confirmed yet is disputed, so that time does not confirm it. */
  async fell(tx: Tx, creditor: Creditor, caseId: string): Promise<void> {
    for (const { id } of await this.repayments.waitingFromBooks(tx, caseId)) {
      await this.disputes.raise(tx, booksActor(creditor), id, REVERSED_IN_BOOKS);
    }
  }
}
