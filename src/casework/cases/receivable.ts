import type { Fen } from '../../kernel/index.js';
import type { CaseDraft } from '../admission/index.js';
import type { ClaimTerms } from '../debt/index.js';
import type { CaseLine, TargetLine } from '../lines/index.js';
import type { CaseState } from './case.lifecycle.js';

/** A receivable that was posted before: the facts that its creditor's books may change. */
export interface KnownReceivable extends RevisedWhole {
  readonly id: string;
  readonly externalRef: string;
  readonly state: CaseState;
  /** Recovered since it was posted, by repayments. */
  readonly recoveredFen: Fen;
  /** Whether a provider ever held it: then what is paid may be the result of its work. */
  readonly everHeld: boolean;
  /** The paid figure that the books showed last; null while they showed none since the case was posted. */
  readonly booksPaidFen: Fen | null;
  /** The document that the case follows; null while it follows none of a connection. */
  readonly booksSource: string | null;
  readonly debtorIdIndex: Buffer | null;
  readonly debtorMaskedName: string;
  readonly claimTerms: ClaimTerms | null;
  /** Its open lines. */
  readonly lines: readonly CaseLine[];
}

/** What the document itself says about money. */
export interface BookFigures {
  readonly totalFen: Fen;
  /** The document's own paid figure; absent when it says only what is open. */
  readonly paidFen?: Fen | undefined;
  /** The figures that were read besides the total; with `both` the one confirms the other. */
  readonly read: 'paid' | 'open' | 'both';
}

/** The facts that may change while no provider holds the case. */
export type RevisedWhole = Readonly<
  Pick<CaseDraft, 'principalFen' | 'penaltyFen' | 'paidFen' | 'outstandingFen'> &
    Pick<CaseDraft, 'dueOn' | 'invoicedOn' | 'lastInterruptedOn'>
>;

/** The whole, and the lines that make it. */
export interface RevisedFacts extends RevisedWhole {
  readonly lines: readonly TargetLine[];
  /** What was agreed about interest and terms; absent while that stays as it is. */
  readonly claimTerms?: ClaimTerms;
}
