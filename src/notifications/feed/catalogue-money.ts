import { code, count, type FeedType, feedTypes, fen, id } from './catalogue-fields.js';

const OWN = ['organisation'] as const;
const ofRepayments = feedTypes({ scope: 'repayments:read' });
const ofAccounts = feedTypes({ roles: ['owner', 'finance', 'viewer'], scope: 'statements:read' });
const ofStanding = feedTypes({ scope: 'grabs:read' });
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
  ofRepayments('repayment.reported', OWN, 'Holder or creditor says that the debtor paid.', repayment),
  ofRepayments('repayment.disputed', OWN, 'The creditor doubts a reported payment.', repayment),
  ofRepayments('repayment.confirmed', OWN, 'The payment is beyond doubt; its commission is settled.', repayment),
  ofRepayments('repayment.rejected', OWN, 'The creditor says that no such payment came.', repayment),
  ofRepayments('repayment.reversed', OWN, 'A confirmed payment turned out not to be one.', repayment),
  ofAccounts('commission.booked', OWN, 'A confirmed repayment earned a commission.', commission),
  ofAccounts('commission.reversed', OWN, 'The repayment behind a commission was reversed.', {
    ...commission,
    adjustmentCommissionFen: fen.describe('What the other commissions of the grab gain or lose by it, in fen.'),
  }),
  ofAccounts('payout.created', OWN, 'Money is set aside to be paid to the provider.', payout),
  ofAccounts('payout.sent', OWN, 'The bank was told to pay.', payout),
  ofAccounts('payout.paid', OWN, "The provider's bank took it.", payout),
  ofAccounts('payout.returned', OWN, 'It was not paid; the amount is open again.', payout),
  ofStanding('standing.changed', OWN, "The provider's grade or quota is another than before.", {
    grade: code('expert').describe('The grade.'),
    casesHeld: count.describe('How many cases may be held at once.'),
    largestCaseFen: fen.nullable().describe('Exclusive limit of a single case, in fen; null for none.'),
  }),
];
