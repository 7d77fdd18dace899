import { code, count, type FeedType, feedTypes, fen, id } from './catalogue-fields.js';

const OWN = ['organisation'] as const;
const ofRepayments = feedTypes({ scope: 'repayments:read' });
const ofAccounts = feedTypes({ roles: ['owner', 'finance', 'viewer'], scope: 'statements:read' });
const ofStanding = feedTypes({ scope: 'grabs:read' });
const ofAppeals = feedTypes({ scope: 'standing:read' });
const BOTH = ['organisation', 'review'] as const;
const appeal = {
  appealId: id('standingAppeal'),
  providerId: id('organisation'),
  reason: code('hold_not_ours').describe('Why, as a code.'),
};
const ids = { repaymentId: id('repayment'), caseId: id('case'), grabId: id('grab') };
const repayment = { ...ids, amountFen: fen.describe('What the debtor paid, in fen.') };
const commission = {
  commissionId: id('commission'),
  ...ids,
  commissionFen: fen.describe('Earned by the provider, in fen.'),
  serviceFeeFen: fen.nullable().describe('What the creditor pays the platform besides, in fen; null for the provider.'),
};
const payout = { payoutId: id('payout'), amountFen: fen.describe('The amount, in fen.') };

/** Events of repayments, commissions, payouts and standing. */
export const MONEY_TYPES: readonly FeedType[] = [
  ofRepayments('repayment.reported', OWN, 'The holder or the creditor reported that the debtor paid.', repayment),
  ofRepayments('repayment.disputed', OWN, 'The creditor disputed a reported payment.', repayment),
  ofRepayments('repayment.confirmed', OWN, 'A payment was confirmed; its commission is settled.', repayment),
  ofRepayments('repayment.rejected', OWN, 'A reported payment was rejected: it did not arrive.', repayment),
  ofRepayments('repayment.reversed', OWN, 'A confirmed payment was reversed.', repayment),
  ofAccounts('commission.booked', OWN, 'A confirmed repayment earned a commission.', commission),
  ofAccounts('commission.reversed', OWN, 'The repayment behind a commission was reversed.', {
    ...commission,
    adjustmentCommissionFen: fen.describe('What the other commissions of the grab gain or lose by it, in fen.'),
  }),
  ofAccounts('payout.created', OWN, 'An amount was set aside for the provider.', payout),
  ofAccounts('payout.sent', OWN, 'The bank has the order to pay.', payout),
  ofAccounts('payout.paid', OWN, "The provider's bank received it.", payout),
  ofAccounts('payout.returned', OWN, 'It was not paid; the amount is available again.', payout),
  ofStanding('standing.changed', OWN, 'The grade or quota of the provider changed.', {
    grade: code('expert').describe('The grade.'),
    casesHeld: count.describe('How many cases may be held at once.'),
    largestCaseFen: fen.nullable().describe('Cases below this amount may be held, in fen; null means no limit.'),
  }),
  ofAppeals('standing-appeal.opened', BOTH, 'A provider appealed against a change of its standing.', appeal),
  ofAppeals('standing-appeal.decided', BOTH, 'The appeal was upheld, dismissed or taken back.', {
    ...appeal,
    state: code('upheld').describe('What became of it.'),
    answer: code('hold_exonerated').nullable().describe('The answer as a code; null when it was taken back.'),
  }),
];
