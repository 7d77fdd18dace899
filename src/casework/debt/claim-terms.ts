import type { BasisPoints, Day, Fen } from '../../kernel/index.js';

/** What was agreed about interest and terms, as far as the creditor states it; rates are of a year. */
export interface ClaimTerms {
  readonly contractOn: Day | null;
  readonly filedOn: Day | null;
  readonly ordinaryRateBps: BasisPoints | null;
  readonly overdueRateBps: BasisPoints | null;
  readonly penaltyRateBps: BasisPoints | null;
  readonly feesFen: Fen | null;
  readonly deductedInAdvanceFen: Fen | null;
  readonly lender: 'private' | 'local_finance' | 'licensed' | null;
  readonly creditorScale: 'sme' | 'large' | null;
  readonly debtorScale: 'sme' | 'large' | 'public_body' | null;
  readonly paymentTermDays: number | null;
  readonly payWhenPaid: boolean | null;
}

/** The terms as JSON keeps them: money as strings of fen. */
export type StoredClaimTerms = {
  readonly [K in keyof ClaimTerms]: ClaimTerms[K] extends Fen | null ? string | null : ClaimTerms[K];
};

export function storeClaimTerms(terms: ClaimTerms): StoredClaimTerms {
  const text = (fen: Fen | null) => fen?.toString() ?? null;
  return { ...terms, feesFen: text(terms.feesFen), deductedInAdvanceFen: text(terms.deductedInAdvanceFen) };
}

export function readClaimTerms(stored: StoredClaimTerms): ClaimTerms {
  const fen = (text: string | null) => (text === null ? null : BigInt(text));
  return { ...stored, feesFen: fen(stored.feesFen), deductedInAdvanceFen: fen(stored.deductedInAdvanceFen) };
}
