import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, invalid, NotFound, newId } from '../../kernel/index.js';
import { Organisations } from '../../parties/worlds/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { Earnings } from './earnings.service.js';
import { type CreditorPayment, PayoutRepository } from './payout.repository.js';

type CreditorPaymentInput = Pick<CreditorPayment, 'creditorId' | 'amountFen' | 'receivedOn' | 'reference'>;

/** Payments of creditors that arrived on the platform's own account. */
@Injectable()
export class CreditorPayments {
  constructor(
    private readonly database: Database,
    private readonly payments: PayoutRepository,
    private readonly earnings: Earnings,
    private readonly organisations: Organisations,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Records a payment. Refuses CREDITOR_PAYMENT_RECORDED when its reference is on record. Paying ahead is allowed. */
  async record(actor: Actor, key: string | undefined, input: CreditorPaymentInput): Promise<CreditorPayment> {
    if (input.receivedOn > this.clock.today()) throw invalid('IN_THE_FUTURE', { path: 'receivedOn' });
    return this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation: 'creditor-payment.record', request: input }, async () => {
        const creditor = await this.organisations.get(tx, input.creditorId);
        const own = creditor?.kind === 'creditor' && creditor.sandboxId === actor.sandboxId;
        if (!own) throw new NotFound({ path: 'creditorId' });
        const one = { ...input, id: newId(this.clock.millis()), recordedBy: actor.memberId };
        const payment = await this.payments.insertCreditorPayment(tx, one);
        await this.earnings.creditorPaid(tx, payment);
        const facts = { creditorId: one.creditorId, amountFen: one.amountFen.toString(), receivedOn: one.receivedOn };
        const subject = { kind: 'creditor_payment', id: one.id };
        await this.audit.record(tx, actor, 'creditor-payment.record', subject, facts);
        return payment;
      }),
    );
  }
}
