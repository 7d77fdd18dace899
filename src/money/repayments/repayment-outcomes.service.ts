import { Injectable } from '@nestjs/common';
import { CaseClaims } from '../../casework/cases/index.js';
import { GrabHolds } from '../../casework/grabs/index.js';
import { RepaymentConfirmed, RepaymentReversed } from '../../events/repayments.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { WrongState } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Commissions } from '../settlement/index.js';
import type { ConfirmedHow } from './repayment.entity.js';
import { type Repayment, RepaymentRepository } from './repayment.repository.js';
import { eventOf } from './repayment-reports.service.js';

/**
 * What follows when a payment is beyond doubt, and when it turns out wrong, each in one transaction: the case's figures, the
 * provider's slot, the commission, the ledger. Lock order: case → repayment → slot → commission total → ledger accounts.
 */
@Injectable()
export class RepaymentOutcomes {
  constructor(
    private readonly database: Database,
    private readonly claims: CaseClaims,
    private readonly holds: GrabHolds,
    private readonly commissions: Commissions,
    private readonly repayments: RepaymentRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Confirms a report and settles it; confirmed already, it is answered as it is. `by` is absent when time confirms. */
  async confirm(tx: Tx, repayment: Repayment, how: ConfirmedHow, by?: Actor): Promise<Repayment> {
    await this.claims.lock(tx, repayment.caseId);
    const confirmed = await this.repayments.confirm(tx, repayment.id, how, by?.memberId ?? null);
    if (!confirmed) return this.already(tx, repayment.id, 'confirmed');
    const recovery = await this.claims.recordRecovery(tx, confirmed.caseId, confirmed.amountFen, by);
    if (recovery.recoveredFen >= recovery.outstandingFen) await this.completeHold(tx, confirmed.caseId);
    const grab = await this.holds.byId(tx, confirmed.grabId);
    await this.commissions.settle(tx, {
      repaymentId: confirmed.id,
      caseId: confirmed.caseId,
      grabId: confirmed.grabId,
      creditorId: confirmed.creditorId,
      providerId: confirmed.providerId,
      terms: grab!.terms,
      repaidFen: confirmed.amountFen,
      payee: confirmed.payee,
    });
    await this.outbox.publish(tx, RepaymentConfirmed, eventOf(confirmed));
    const facts = { how, amountFen: confirmed.amountFen.toString() };
    await this.audit.record(tx, by ?? null, 'repayment.confirm', { kind: 'repayment', id: confirmed.id }, facts);
    return confirmed;
  }

  /** Takes a confirmed payment back: recovery, commission and fee; reversed already, it is answered as it is. */
  async reverse(tx: Tx, repayment: Repayment, reason: string, by: Actor): Promise<Repayment> {
    await this.claims.lock(tx, repayment.caseId);
    const reversed = await this.repayments.reverse(tx, repayment.id, reason);
    if (!reversed) return this.already(tx, repayment.id, 'reversed');
    await this.claims.recordRecovery(tx, reversed.caseId, -reversed.amountFen, by);
    await this.commissions.reverse(tx, reversed.id);
    await this.outbox.publish(tx, RepaymentReversed, eventOf(reversed));
    const facts = { reason, amountFen: reversed.amountFen.toString() };
    await this.audit.record(tx, by, 'repayment.reverse', { kind: 'repayment', id: reversed.id }, facts);
    return reversed;
  }

  /**
   * Confirms a report whose time has come, asked again under the case's lock. Judged or disputed already, nothing is done;
   * not due yet by the database's clock, WRONG_STATE has the job tried again.
   */
  async confirmByTime(repaymentId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const repayment = await this.repayments.byId(tx, repaymentId);
      if (repayment?.state !== 'reported' || repayment.disputedAt) return;
      await this.confirm(tx, repayment, 'time');
    });
  }

  /** Everything is recovered: whoever holds the case is done, also when the payment counts for an earlier holder. */
  private async completeHold(tx: Tx, caseId: string): Promise<void> {
    const active = await this.holds.activeOnCase(tx, caseId);
    if (active) await this.holds.complete(tx, active, 'paid');
  }

  private async already(tx: Tx, id: string, wanted: Repayment['state']): Promise<Repayment> {
    const now = await this.repayments.byId(tx, id);
    if (now?.state === wanted) return now;
    throw new WrongState({ path: 'repaymentId', details: { state: now?.state ?? 'gone' } });
  }
}
