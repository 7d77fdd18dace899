import type { BasisPoints, CodeOf, Day, Fen } from '../../kernel/index.js';
import type { ClaimTerms, DebtLine, DebtorIdKind, LineKind, Matter, Payment } from '../debt/index.js';
import { DEBT_CATEGORY, DEBTOR_KIND, EVIDENCE_KIND, LEGAL_ORIGIN, SERVICE_LINE } from './case-draft.words.js';
import type { CommissionTier } from './commission-offer.policy.js';

export const DEBT_CATEGORIES = DEBT_CATEGORY.codes;
export type DebtCategory = CodeOf<typeof DEBT_CATEGORY>;

export const DEBTOR_KINDS = DEBTOR_KIND.codes;
export type DebtorKind = CodeOf<typeof DEBTOR_KIND>;

export const LEGAL_ORIGINS = LEGAL_ORIGIN.codes;
export type LegalOrigin = CodeOf<typeof LEGAL_ORIGIN>;

export const EVIDENCE_KINDS = EVIDENCE_KIND.codes;
export type EvidenceKind = CodeOf<typeof EVIDENCE_KIND>;

export const SERVICE_LINES = SERVICE_LINE.codes;
export type ServiceLine = CodeOf<typeof SERVICE_LINE>;

/** Services that only law firms may provide. */
export const LAW_FIRM_LINES: ReadonlySet<ServiceLine> = new Set(['lawyer_dunning', 'lawyer_letter', 'legal']);

/** The longest texts, in characters. A reference must also fit into an index entry of the database. */
export const TEXT_LIMITS = {
  externalRef: 100,
  contractNumber: 200,
  debtorName: 200,
  debtorIdNumber: 50,
  debtorPhone: 50,
  debtorAddress: 500,
  note: 2_000,
} as const satisfies Partial<Record<keyof CaseDraft, number>>;

/**
 * A debt as a creditor sends it, read from a request, a file or an ERP and not judged yet. `outstandingFen` is what the creditor
 * states as owed; it must be principal + penalty − paid.
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
  /** Null: the platform's schedule applies. */
  offer: { commissionBps: BasisPoints; tiers: CommissionTier[] } | null;
  note: string | null;
  /** What the debt consists of; empty while the amounts and days above are its one line. */
  lines: readonly DebtLine[];
  /** Null: told from the number and the name. */
  debtorIdKind: DebtorIdKind | null;
  /** What the case is about; null when not stated. */
  matter: Matter | null;
  /** What was agreed about interest and terms; null when nothing is stated. */
  claimTerms: ClaimTerms | null;
  /** Of a case that was posted before: what was confirmed as paid since. */
  payments?: readonly Payment[];
}

const KIND_OF_LINE: Readonly<Record<DebtCategory, LineKind>> = {
  commercial_receivable: 'invoice',
  property_management_fee: 'fee_period',
  online_loan: 'loan',
  credit_card: 'other',
  private_loan: 'loan',
};

type OwnDebt = Pick<CaseDraft, 'category' | 'lines' | 'principalFen' | 'penaltyFen' | 'paidFen'> &
  Pick<CaseDraft, 'dueOn' | 'invoicedOn' | 'lastInterruptedOn'>;

/** The lines of a draft: its own, or the one that its amounts and days make. */
export function linesOf(draft: OwnDebt): readonly DebtLine[] {
  if (draft.lines.length > 0) return draft.lines;
  const { category, principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn } = draft;
  const amounts = { principalFen, penaltyFen, paidFen };
  const days = { periodFrom: null, periodTo: null, dueOn, invoicedOn, lastInterruptedOn };
  return [{ kind: KIND_OF_LINE[category], documentNumber: null, ...amounts, ...days, clock: [] }];
}
