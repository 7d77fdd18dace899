import type { BasisPoints, Day, Fen } from '../../kernel/index.js';

export const DEBT_CATEGORIES = [
  'commercial_receivable',
  'property_management_fee',
  'online_loan',
  'credit_card',
  'private_loan',
] as const;
export type DebtCategory = (typeof DEBT_CATEGORIES)[number];

export const DEBTOR_KINDS = ['enterprise', 'person'] as const;
export type DebtorKind = (typeof DEBTOR_KINDS)[number];

/** What the debt arose from. Gambling and drugs are refused at admission. */
export const LEGAL_ORIGINS = ['trade', 'service', 'property', 'lending', 'gambling', 'drugs', 'other'] as const;
export type LegalOrigin = (typeof LEGAL_ORIGINS)[number];

export const EVIDENCE_KINDS = [
  'contract',
  'invoice',
  'delivery_note',
  'reconciliation_statement',
  'demand_letter',
  'loan_note',
  'payment_record',
  'id_copy',
  'judgment',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const SERVICE_LINES = ['agency_dunning', 'lawyer_dunning', 'lawyer_letter', 'robot_dunning', 'legal'] as const;
export type ServiceLine = (typeof SERVICE_LINES)[number];

/** A rate for older or larger cases; a missing condition always holds. The last tier that matches wins. */
export interface DraftTier {
  minMonthsOverdue?: number;
  minAmountFen?: Fen;
  bps: BasisPoints;
}

export interface DraftOffer {
  commissionBps: BasisPoints;
  tiers: DraftTier[];
}

/**
 * A debt as a creditor hands it in, already read from whatever form it came in, not yet judged.
 * `outstandingFen` is what the creditor says is owed: principal + penalty − paid.
 */
export interface CaseDraft {
  externalRef: string;
  contractNumber: string | null;
  category: DebtCategory;
  debtorKind: DebtorKind;
  debtorName: string;
  /** Unified social credit code of an enterprise, resident identity number of a person. */
  debtorIdNumber: string | null;
  debtorPhone: string | null;
  debtorAddress: string | null;
  /** GB/T 2260, six digits. */
  regionCode: string | null;
  principalFen: Fen;
  penaltyFen: Fen;
  paidFen: Fen;
  outstandingFen: Fen;
  dueOn: Day;
  /** Day of the invoice; of a loan, the day of the note. */
  invoicedOn: Day | null;
  /** Last day the limitation period was interrupted: a delivered demand, acknowledgement, part payment, suit. */
  lastInterruptedOn: Day | null;
  /** Agreed interest per year, all charges included. */
  annualRateBps: BasisPoints | null;
  legalOrigin: LegalOrigin | null;
  evidence: EvidenceKind[];
  serviceLine: ServiceLine;
  /** null takes the platform's schedule. */
  offer: DraftOffer | null;
  note: string | null;
}
