import type { CaseDraft } from '../../casework/admission/index.js';
import type { BookedReceivable } from '../../casework/cases/index.js';
import type { Fen } from '../../kernel/index.js';
import type { KeptReason } from '../rows/index.js';

/** A receivable as a creditor's books show it at one moment, whatever it was read from. */
export interface Receivable {
  /** What its creditor knows it by; null when it could not be read. */
  readonly externalRef: string | null;
  readonly status: 'open' | 'settled' | 'withdrawn';
  /** There whenever it is open and could be read. */
  readonly draft?: CaseDraft | undefined;
  /** What the debtor paid on it in all, where the books say so. */
  readonly paidFen?: Fen | undefined;
  /** Why there is no draft. */
  readonly reasons?: readonly KeptReason[] | undefined;
}

/** A receivable that has a reference and can be compared with its case. */
export interface ReadableReceivable extends Receivable {
  readonly externalRef: string;
}

/** The receivable as the case compares itself with it; undefined when it is open and could not be read. */
export function bookedOf({ status, draft, paidFen }: Receivable): BookedReceivable | undefined {
  if (status !== 'open') return { status };
  return draft && { status, draft, paidFen };
}

/**
 * A row that reads as settled or void is no case, but says what becomes of one posted before. Of the reasons for passing a row
 * over only these two speak of the receivable's end; a row not approved or blocked says nothing of it.
 */
export function statusFrom(reasons: readonly KeptReason[] | undefined): Receivable['status'] {
  if (reasons?.length !== 1) return 'open';
  const { code } = reasons[0]!;
  if (code === 'SKIPPED_SETTLED') return 'settled';
  return code === 'SKIPPED_CANCELLED' || code === 'SKIPPED_WRITTEN_OFF' ? 'withdrawn' : 'open';
}
