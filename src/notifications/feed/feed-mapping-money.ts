import type { EventOf } from '../../events/define-event.js';
import {
  RepaymentConfirmed,
  RepaymentDisputed,
  RepaymentRejected,
  RepaymentReported,
  RepaymentReversed,
} from '../../events/repayments.events.js';
import {
  CommissionBooked,
  CommissionReversed,
  PayoutCreated,
  PayoutPaid,
  PayoutReturned,
  PayoutSent,
} from '../../events/settlement.events.js';
import { StandingAppealDecided, StandingAppealOpened, StandingChanged } from '../../events/standing.events.js';
import { publicId } from '../../kernel/index.js';
import { type Mapping, of, type Row, toOrganisation, toReview } from './feed-rows.js';

const REPAYMENTS = [
  [RepaymentReported, 'repayment.reported'],
  [RepaymentDisputed, 'repayment.disputed'],
  [RepaymentConfirmed, 'repayment.confirmed'],
  [RepaymentRejected, 'repayment.rejected'],
  [RepaymentReversed, 'repayment.reversed'],
] as const;
const PAYOUTS = [
  [PayoutCreated, 'payout.created'],
  [PayoutSent, 'payout.sent'],
  [PayoutPaid, 'payout.paid'],
  [PayoutReturned, 'payout.returned'],
] as const;

function repaymentRows(type: string, event: EventOf<typeof RepaymentReported>) {
  const data = {
    repaymentId: publicId('repayment', event.repaymentId),
    caseId: publicId('case', event.caseId),
    grabId: publicId('grab', event.grabId),
    amountFen: event.amountFen,
  };
  return [event.creditorId, event.providerId].map((id) => toOrganisation(id, type, event, data));
}

/** The fee is between creditor and platform, so the provider's row is without it. */
function commissionRows(type: string, event: EventOf<typeof CommissionBooked>, more: Record<string, unknown> = {}) {
  const data = {
    commissionId: publicId('commission', event.commissionId),
    repaymentId: publicId('repayment', event.repaymentId),
    caseId: publicId('case', event.caseId),
    grabId: publicId('grab', event.grabId),
    commissionFen: event.commissionFen,
    ...more,
  };
  return [
    toOrganisation(event.creditorId, type, event, { ...data, serviceFeeFen: event.serviceFeeFen }),
    toOrganisation(event.providerId, type, event, { ...data, serviceFeeFen: null }),
  ];
}

/** The provider and the platform get the same. */
function appealRows(
  type: string,
  event: EventOf<typeof StandingAppealOpened>,
  more: Record<string, unknown> = {},
): Row[] {
  const { providerId, reason } = event;
  const ids = {
    appealId: publicId('standingAppeal', event.appealId),
    providerId: publicId('organisation', providerId),
  };
  const data = { ...ids, reason, ...more };
  return [toOrganisation(providerId, type, {}, data), toReview(providerId, type, {}, data)];
}

export const MONEY_MAPPINGS: readonly Mapping[] = [
  ...REPAYMENTS.map(([event, type]) => of(event, (payload) => repaymentRows(type, payload))),
  of(CommissionBooked, (event) => commissionRows('commission.booked', event)),
  of(CommissionReversed, (event) => {
    const { adjustmentCommissionFen } = event;
    return commissionRows('commission.reversed', event, { adjustmentCommissionFen });
  }),
  ...PAYOUTS.map(([event, type]) =>
    of(event, ({ providerId, payoutId, amountFen }) => [
      toOrganisation(providerId, type, {}, { payoutId: publicId('payout', payoutId), amountFen }),
    ]),
  ),
  of(StandingChanged, ({ providerId, grade, casesHeld, largestCaseFen }) => [
    toOrganisation(providerId, 'standing.changed', {}, { grade, casesHeld, largestCaseFen }),
  ]),
  of(StandingAppealOpened, (event) => appealRows('standing-appeal.opened', event)),
  of(StandingAppealDecided, (event) =>
    appealRows('standing-appeal.decided', event, { state: event.state, answer: event.answer }),
  ),
];
