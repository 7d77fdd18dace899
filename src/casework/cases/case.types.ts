import type { BasisPoints, Day, Fen } from '../../kernel/index.js';
import type {
  AdmissionReason,
  CaseGrade,
  CommissionOffer,
  CommissionTier,
  DebtCategory,
  DebtorKind,
  ServiceLine,
} from '../admission/index.js';
import type { CaseState } from './case.lifecycle.js';

export type AdmissionOutcome = 'admitted' | 'in_review' | 'duplicate' | 'rejected';

/** One per draft, in the order of the drafts. `caseId` is there unless rejected (for a duplicate: the earlier case's). */
export interface DraftOutcome {
  outcome: AdmissionOutcome;
  caseId?: string;
  /** Empty when admitted at once or a duplicate. */
  reasons: readonly AdmissionReason[];
}

/** What a draft gets that does not say it itself; what is absent here too comes from the platform's policy. */
export interface OfferDefaults {
  commission?: CommissionOffer | undefined;
}

export interface AdmitInput {
  creditorId: string;
  memberId?: string | null;
  batchId?: string | null;
  offerDefaults?: OfferDefaults;
}

/** What a cheap read tells of a case, enough to turn a latecomer away. */
export interface CaseGlance {
  id: string;
  creditorId: string;
  /** The world it belongs to: whoever is of another is told that there is no such case. Never changes. */
  sandboxId: string | null;
  state: CaseState;
  /** As in `ListedCase`; like the creditor it never changes. */
  debtorIdIndex: Buffer | null;
}

/** The terms of a listed case as they stand while its row is locked. */
export interface ListedCase {
  id: string;
  creditorId: string;
  sandboxId: string | null;
  /** What is still owed: outstanding less recovered. */
  amountFen: Fen;
  category: DebtCategory;
  serviceLine: ServiceLine;
  dueOn: Day;
  regionCode: string | null;
  commissionBps: BasisPoints;
  tiers: CommissionTier[];
  debtorKind: DebtorKind;
  /** Compare with `DebtorIndex.ofIdNumber` of a provider's credit code and of its people's identity numbers. */
  debtorIdIndex: Buffer | null;
  score: number;
  grade: CaseGrade;
}

/** Money recovered on a case so far, of what is outstanding, and the state that follows from it. */
export interface Recovery {
  recoveredFen: Fen;
  outstandingFen: Fen;
  state: CaseState;
}

/** Who caused a move; absent for the system's own (an expiry, for example). */
export interface Mover {
  organisationId?: string | null;
  memberId?: string | null;
}

/** A masked name after the grab, everything needed to work after the accepted entrustment. */
export type DisclosureStage = 'holder_masked' | 'holder_full';

export interface Disclosee {
  caseId: string;
  organisationId: string;
  memberId?: string | null;
}

/** The debtor's personal data, sealed as one JSON per case. */
export interface DebtorData {
  name: string;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
  /** The creditor's free text, sealed too because people write names and numbers into it. */
  note: string | null;
}
