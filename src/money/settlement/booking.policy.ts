import type { RepaymentSplit } from './repayment-split.policy.js';

/**
 * The kinds of account settlement uses. A positive balance is owed to the owner, a negative one by it (for
 * `settlement_cash`: held by it), so the sum over all owners is zero.
 */
export const ACCOUNT = {
  /** What a creditor owes for commissions and service fees; above zero only when it paid ahead. */
  creditor: 'creditor_payable',
  /** What a provider has earned and no payout has set aside yet; may be below zero after a clawback. */
  provider: 'provider_receivable',
  /** What payouts that are due or sent have set aside for a provider. */
  transit: 'payout_in_transit',
  /** What the platform has earned. */
  fee: 'platform_fee',
  /** The platform's own money on hand from settlements; below zero is money it holds. */
  cash: 'settlement_cash',
} as const;

/** The organisations of a booking, by id. */
export interface Parties {
  readonly creditorId: string;
  readonly providerId: string;
  readonly platformId: string;
}

/**
 * The lines of a split: the creditor owes commission and service fee, the provider earns the whole commission (Lawyers Law
 * art. 26 forbids introduction fees, so nothing is cut from it), the platform earns the fee, in the part of its account that
 * concerns the creditor. A part of zero has no line.
 */
export function linesOf(parties: Parties, split: Pick<RepaymentSplit, 'commissionFen' | 'serviceFeeFen'>) {
  const { commissionFen, serviceFeeFen } = split;
  const lines = [
    { owner: parties.creditorId, kind: ACCOUNT.creditor, part: 'commission', amountFen: -commissionFen },
    { owner: parties.providerId, kind: ACCOUNT.provider, part: 'commission', amountFen: commissionFen },
    { owner: parties.creditorId, kind: ACCOUNT.creditor, part: 'service_fee', amountFen: -serviceFeeFen },
    {
      ...{ owner: parties.platformId, kind: ACCOUNT.fee, counterparty: parties.creditorId },
      ...{ part: 'service_fee', amountFen: serviceFeeFen },
    },
  ];
  return lines.filter((line) => line.amountFen !== 0n);
}

/** The kind of account whose entries are an organisation's statement. */
export function statementAccount(kind: 'creditor' | 'agency' | 'law_firm' | 'platform'): string {
  if (kind === 'creditor') return ACCOUNT.creditor;
  return kind === 'platform' ? ACCOUNT.fee : ACCOUNT.provider;
}
