import { type Day, type Fen, sumFen } from '../../kernel/index.js';
import type { Earned } from './vat.policy.js';

/** A calendar month in China, `YYYY-MM`. */
export type Period = string;

const PERIOD = /^(20\d{2}|21\d{2})-(0[1-9]|1[0-2])$/;

export function isPeriod(text: unknown): text is Period {
  return typeof text === 'string' && PERIOD.test(text);
}

/** The month as instants, `until` not included. China has one zone and no daylight saving. */
export function spanOf(period: Period): { from: Date; until: Date } {
  const [year, month] = period.split('-').map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return { from: new Date(`${period}-01T00:00:00+08:00`), until: new Date(`${next}-01T00:00:00+08:00`) };
}

/** The kind of a line: a part of a repayment's booking, of its reversal or adjustment, or a payment. */
export type LineKind =
  | 'commission'
  | 'service_fee'
  | 'commission_reversal'
  | 'service_fee_reversal'
  | 'commission_adjustment'
  | 'service_fee_adjustment'
  | 'payout'
  | 'payout_returned'
  | 'creditor_payment';

/** An entry of the statement's account, with the subject of its transfer. */
export interface StatementEntry {
  readonly id: string;
  readonly occurredAt: Date;
  readonly transferKind: string;
  readonly part: string;
  /** Above zero: owed to the organisation. */
  readonly amountFen: Fen;
  /** The repayment, payout or payment. */
  readonly referenceId: string;
  readonly caseId: string | null;
}

/** The repayment behind an entry. */
export interface RepaymentFacts {
  readonly repaidFen: Fen;
  readonly payee: 'creditor' | 'provider';
  readonly billableAt: Date;
  /** When its commission was booked. */
  readonly bookedAt: Date;
  readonly creditorId: string;
  readonly providerId: string;
}

export interface StatementLine extends Omit<StatementEntry, 'transferKind' | 'part'> {
  readonly kind: LineKind;
  /** The repayment behind a commission, negative in a reversal; null for other lines. */
  readonly repaidFen: Fen | null;
  readonly payee: 'creditor' | 'provider' | null;
  readonly billableAt: Date | null;
  /** The day in China on which its commission was booked, also of what takes it back; null for other lines. */
  readonly bookedOn: Day | null;
  /** The parties of its repayment. */
  readonly creditorId: string | null;
  readonly providerId: string | null;
}

/** Debtors' money that the provider received, net of reversals: gross, the commission on it, and the rest for the creditor. */
export interface ReceivedByProvider {
  readonly grossFen: Fen;
  readonly commissionFen: Fen;
  readonly netFen: Fen;
}

export interface StatementFigures {
  readonly openingFen: Fen;
  readonly lines: readonly StatementLine[];
  /** `openingFen` and every line: the sum of the account's entries at the end of the period. */
  readonly closingFen: Fen;
  readonly totals: Readonly<Record<'commissionFen' | 'serviceFeeFen' | 'payoutFen' | 'paymentFen', Fen>>;
}

const KINDS: Record<string, LineKind> = {
  'repayment/commission': 'commission',
  'repayment/service_fee': 'service_fee',
  'reversal/commission': 'commission_reversal',
  'reversal/service_fee': 'service_fee_reversal',
  'adjustment/commission': 'commission_adjustment',
  'adjustment/service_fee': 'service_fee_adjustment',
  'payout/payout': 'payout',
  'payout_returned/payout': 'payout_returned',
  'creditor_payment/payment': 'creditor_payment',
};

/** Makes a statement of one account's entries. Throws for an entry of an unknown kind. */
export function statementOf(
  openingFen: Fen,
  entries: readonly StatementEntry[],
  repayments: ReadonlyMap<string, RepaymentFacts>,
): StatementFigures {
  const lines = entries.map((entry) => lineOf(entry, repayments.get(entry.referenceId)));
  const of = (...kinds: LineKind[]) =>
    sumFen(lines.filter((line) => kinds.includes(line.kind)).map((l) => l.amountFen));
  return {
    openingFen,
    lines,
    closingFen: openingFen + sumFen(lines.map((line) => line.amountFen)),
    totals: {
      commissionFen: of('commission', 'commission_reversal', 'commission_adjustment'),
      serviceFeeFen: of('service_fee', 'service_fee_reversal', 'service_fee_adjustment'),
      payoutFen: of('payout', 'payout_returned'),
      paymentFen: of('creditor_payment'),
    },
  };
}

function lineOf(entry: StatementEntry, repayment: RepaymentFacts | undefined): StatementLine {
  const kind = KINDS[`${entry.transferKind}/${entry.part}`];
  if (!kind) throw new Error(`a statement does not know ${entry.transferKind}/${entry.part}`);
  const { id, occurredAt, caseId, referenceId, amountFen } = entry;
  const sign = entry.transferKind === 'reversal' ? -1n : 1n;
  const repaidFen = repayment && entry.transferKind !== 'adjustment' ? sign * repayment.repaidFen : null;
  const { payee = null, billableAt = null, creditorId = null, providerId = null } = repayment ?? {};
  const bookedOn = repayment ? dayInChina(repayment.bookedAt) : null;
  const parties = { payee, creditorId, providerId };
  return { id, occurredAt, kind, caseId, referenceId, amountFen, repaidFen, billableAt, bookedOn, ...parties };
}

const COMMISSION: ReadonlySet<LineKind> = new Set(['commission', 'commission_reversal', 'commission_adjustment']);

/**
 * The commissions of a statement with the day on which each was booked, by whose tax it counts. What takes one back counts by the same
 * day, so that it takes back the tax that it had.
 */
export function earnedIn({ lines }: Pick<StatementFigures, 'lines'>): Earned[] {
  const ofCommission = lines.filter(({ kind }) => COMMISSION.has(kind));
  return ofCommission.map(({ amountFen, bookedOn, occurredAt }) => ({
    amountFen,
    on: bookedOn ?? dayInChina(occurredAt),
  }));
}

function dayInChina(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
