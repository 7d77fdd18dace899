import { code, count, type FeedType, feedType, fen, id } from './catalogue-fields.js';

const OWN = ['organisation'] as const;
const repayment = {
  repaymentId: id('repayment'),
  caseId: id('case'),
  grabId: id('grab'),
  amountFen: fen.describe('What the debtor paid, in fen.'),
};
const commission = {
  commissionId: id('commission'),
  repaymentId: id('repayment'),
  caseId: id('case'),
  grabId: id('grab'),
  commissionFen: fen.describe('Earned by the provider, in fen.'),
  serviceFeeFen: fen.nullable().describe('What the creditor pays the platform on top, in fen; null for the provider.'),
};
const payout = { payoutId: id('payout'), amountFen: fen.describe('How much, in fen.') };

/** Money that debtors paid, and what follows from it. */
export const MONEY_TYPES: readonly FeedType[] = [
  feedType('repayment.reported', OWN, 'Holder or creditor says that the debtor paid.', repayment),
  feedType('repayment.disputed', OWN, 'The creditor doubts a reported payment.', repayment),
  feedType('repayment.confirmed', OWN, 'The payment is beyond doubt; its commission is settled.', repayment),
  feedType('repayment.rejected', OWN, 'The creditor says that no such payment came.', repayment),
  feedType('repayment.reversed', OWN, 'A confirmed payment turned out not to be one.', repayment),
  feedType('commission.booked', OWN, 'A confirmed repayment earned a commission.', commission),
  feedType('commission.reversed', OWN, 'The repayment behind a commission was reversed.', {
    ...commission,
    adjustmentCommissionFen: fen.describe('What the other commissions of the grab gain or lose by it, in fen.'),
  }),
  feedType('payout.created', OWN, 'Money is set aside to be paid to the provider.', payout),
  feedType('payout.sent', OWN, 'The bank was told to pay.', payout),
  feedType('payout.paid', OWN, "The provider's bank took it.", payout),
  feedType('payout.returned', OWN, 'It was not paid; the amount is open again.', payout),
  feedType('standing.changed', OWN, "The provider's grade or quota is another than before.", {
    grade: code.describe('The grade.'),
    casesHeld: count.describe('How many cases may be held at once.'),
    largestCaseFen: fen.nullable().describe('Exclusive limit of a single case, in fen; null for none.'),
  }),
];
