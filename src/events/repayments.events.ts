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

/** The holder or the creditor reported that the debtor paid. */
export const RepaymentReported = defineEvent('repayment.reported.v1', z.object(repayment));

/** The payment is confirmed; the commission on it is settled. */
export const RepaymentConfirmed = defineEvent('repayment.confirmed.v1', z.object(repayment));

/** The creditor disputed a reported payment; time alone no longer confirms it. */
export const RepaymentDisputed = defineEvent('repayment.disputed.v1', z.object(repayment));

/** The creditor answered that no such payment arrived. */
export const RepaymentRejected = defineEvent('repayment.rejected.v1', z.object(repayment));

/** A confirmed payment turned out to be wrong; its commission is reversed. */
export const RepaymentReversed = defineEvent('repayment.reversed.v1', z.object(repayment));
