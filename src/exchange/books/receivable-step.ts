import type { CaseDraft } from '../../casework/admission/index.js';
import type { BookedReceivable } from '../../casework/cases/index.js';
import type { Fen } from '../../kernel/index.js';
import type { KeptReason } from '../rows/index.js';

/** A receivable as the creditor's books show it at one moment, from any source. */
export interface Receivable {
  /** The creditor's own reference; null when it could not be read. */
  readonly externalRef: string | null;
  readonly status: 'open' | 'settled' | 'withdrawn';
  /** Present when it is open and could be read. */
  readonly draft?: CaseDraft | undefined;
  /** The total the debtor paid on it, if the books show it. */
  readonly paidFen?: Fen | undefined;
  /** Why there is no draft. */
  readonly reasons?: readonly KeptReason[] | undefined;
}

/** A receivable that has a reference and can be compared with its case. */
export interface ReadableReceivable extends Receivable {
  readonly externalRef: string;
}

/** The receivable in the form that is compared with its case; undefined when it is open and could not be read. */
export function bookedOf({ status, draft, paidFen }: Receivable): BookedReceivable | undefined {
  if (status !== 'open') return { status };
  return draft && { status, draft, paidFen };
}

/**
 * A settled or void row becomes no case but ends a case posted before. Only these reasons for skipping a row mean the end of
 * the receivable; a row that is not approved, or blocked, does not.
 */
export function statusFrom(reasons: readonly KeptReason[] | undefined): Receivable['status'] {
  if (reasons?.length !== 1) return 'open';
  const { code } = reasons[0]!;
  if (code === 'SKIPPED_SETTLED') return 'settled';
  return code === 'SKIPPED_CANCELLED' || code === 'SKIPPED_WRITTEN_OFF' ? 'withdrawn' : 'open';
}
