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
 * Confirms and reverses repayments, each in one transaction with the case's amounts, the provider's slot, the commission and the
 * ledger. Lock order: case → repayment → slot → commission total → ledger accounts.
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

  /** Confirms a report and settles it; returns one that is confirmed already unchanged. `by` is absent when time confirms. */
  async confirm(tx: Tx, repayment: Repayment, how: ConfirmedHow, by?: Actor): Promise<Repayment> {
    await this.claims.lock(tx, repayment.caseId);
    const confirmed = await this.repayments.confirm(tx, repayment.id, how, by?.memberId ?? null);
    if (!confirmed) return this.orDone(tx, repayment.id, (now) => now.state === 'confirmed');
    const recovery = await this.claims.recordRecovery(tx, confirmed.caseId, recoveredBy(confirmed, 1n), by);
    if (recovery.recoveredFen >= recovery.outstandingFen) await this.completeHold(tx, confirmed.caseId);
    const mandate = await this.holds.mandateOf(tx, confirmed.grabId);
    const grab = mandate.find(({ id }) => id === confirmed.grabId)!;
    const { id: repaymentId, caseId, grabId, creditorId, providerId, amountFen: repaidFen, payee } = confirmed;
    const settled = { repaymentId, caseId, grabId, creditorId, providerId, terms: grab.terms, repaidFen, payee };
    await this.commissions.settle(tx, settled, mandate);
    await this.outbox.publish(tx, RepaymentConfirmed, eventOf(confirmed));
    const facts = { how, amountFen: confirmed.amountFen.toString() };
    await this.audit.record(tx, by ?? null, 'repayment.confirm', { kind: 'repayment', id: confirmed.id }, facts);
    return confirmed;
  }

  /** Reverses a confirmed payment: recovery, commission and fee; returns one that is reversed already unchanged. */
  async reverse(tx: Tx, repayment: Repayment, reason: string, by: Actor): Promise<Repayment> {
    await this.claims.lock(tx, repayment.caseId);
    const reversed = await this.repayments.reverse(tx, repayment.id, reason);
    if (!reversed) return this.orDone(tx, repayment.id, (now) => now.state === 'reversed');
    await this.claims.recordRecovery(tx, reversed.caseId, recoveredBy(reversed, -1n), by);
    await this.commissions.reverse(tx, reversed.id, await this.holds.mandateOf(tx, reversed.grabId));
    await this.outbox.publish(tx, RepaymentReversed, eventOf(reversed));
    const facts = { amountFen: reversed.amountFen.toString() };
    await this.audit.record(tx, by, 'repayment.reverse', { kind: 'repayment', id: reversed.id }, facts);
    return reversed;
  }

  /**
   * Confirms a report that is due, checked again under the case's lock. Does nothing when it was decided or disputed. Refuses
   * WRONG_STATE when it is not due by the database's clock, so that the job is tried again.
   */
  async confirmByTime(repaymentId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const repayment = await this.repayments.byId(tx, repaymentId);
      if (repayment?.state !== 'reported' || repayment.disputedAt) return;
      await this.confirm(tx, repayment, 'time');
    });
  }

  /** All is recovered: the current hold is completed, also when the payment counts for an earlier holder. */
  private async completeHold(tx: Tx, caseId: string): Promise<void> {
    const active = await this.holds.activeOnCase(tx, caseId);
    if (active) await this.holds.complete(tx, active, 'paid');
  }

  /** Another act was first: returns its result when it is the wanted one, else refuses WRONG_STATE. */
  async orDone(tx: Tx, id: string, done: (now: Repayment) => boolean): Promise<Repayment> {
    const now = await this.repayments.byId(tx, id);
    if (now && done(now)) return now;
    throw new WrongState({ path: 'repaymentId', details: { state: now?.state ?? 'gone' } });
  }
}

function recoveredBy({ id: repaymentId, paidOn, amountFen }: Repayment, sign: 1n | -1n) {
  return { repaymentId, paidOn, deltaFen: sign * amountFen };
}
