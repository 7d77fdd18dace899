import { z } from 'zod';
import { defineEvent } from './define-event.js';

const fen = z.string().regex(/^-?\d+$/);
const commission = {
  commissionId: z.uuid(),
  repaymentId: z.uuid(),
  caseId: z.uuid(),
  grabId: z.uuid(),
  creditorId: z.uuid(),
  providerId: z.uuid(),
  /** Earned by the provider on this repayment, in fen. */
  commissionFen: fen,
  /** Earned by the platform on top, in fen. */
  serviceFeeFen: fen,
};

/** A confirmed repayment made the creditor owe a commission and a service fee. */
export const CommissionBooked = defineEvent('commission.booked.v1', z.object(commission));

/**
 * The repayment behind a commission was reversed. The amounts are those reversed; the adjustments are what the remaining
 * repayments of the grab gain or lose by it.
 */
export const CommissionReversed = defineEvent(
  'commission.reversed.v1',
  z.object({ ...commission, adjustmentCommissionFen: fen, adjustmentServiceFeeFen: fen }),
);

const payout = { payoutId: z.uuid(), providerId: z.uuid(), amountFen: fen };

/** Money is set aside to be paid to a provider. */
export const PayoutCreated = defineEvent('payout.created.v1', z.object(payout));

/** The bank was instructed to pay. */
export const PayoutSent = defineEvent('payout.sent.v1', z.object(payout));

/** The provider's bank accepted it. */
export const PayoutPaid = defineEvent('payout.paid.v1', z.object(payout));

/** It was not paid; the amount is due to the provider again, and another payout will pay it. */
export const PayoutReturned = defineEvent('payout.returned.v1', z.object(payout));
