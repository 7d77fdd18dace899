import { z } from 'zod';
import { defineEvent } from './define-event.js';

const repayment = {
  repaymentId: z.uuid(),
  caseId: z.uuid(),
  grabId: z.uuid(),
  providerId: z.uuid(),
  creditorId: z.uuid(),
  /** Money the debtor paid, in fen. */
  amountFen: z.string().regex(/^\d+$/),
};

/** Holder or creditor says that the debtor paid. */
export const RepaymentReported = defineEvent('repayment.reported.v1', z.object(repayment));

/** The payment is beyond doubt: the commission on it is settled. */
export const RepaymentConfirmed = defineEvent('repayment.confirmed.v1', z.object(repayment));

/** The creditor doubts a reported payment; it no longer confirms itself by time. */
export const RepaymentDisputed = defineEvent('repayment.disputed.v1', z.object(repayment));

/** The creditor says that no such payment came. */
export const RepaymentRejected = defineEvent('repayment.rejected.v1', z.object(repayment));

/** A confirmed payment turned out not to be one; its commission is taken back. */
export const RepaymentReversed = defineEvent('repayment.reversed.v1', z.object(repayment));
