import type { CaseDraft } from '../../casework/admission/index.js';
import type { BookFigures } from '../../casework/cases/index.js';
import type { KeptReason } from '../rows/index.js';
import type { BookedReceivable } from './receivable.policy.js';

/** A receivable as the creditor's books show it at one moment, from any source. */
export interface Receivable {
  /** The creditor's own reference; null when it could not be read. */
  readonly externalRef: string | null;
  readonly status: 'open' | 'settled' | 'withdrawn';
  /** Present when it is open and could be read. */
  readonly draft?: CaseDraft | undefined;
  /** What the books say about money, if it could be read. */
  readonly figures?: BookFigures | undefined;
  /** The document of a connection; absent for rows of tables and of the API. */
  readonly source?: DocumentSource | undefined;
  /** The debtor's number, of a receivable without a draft. */
  readonly debtorIdNumber?: string | null | undefined;
  /** Why there is no draft. */
  readonly reasons?: readonly KeptReason[] | undefined;
}

/** Where a document stands: the connection, the company in it, and the document's own key. */
export interface DocumentSource {
  readonly connectionId: string;
  readonly company: string | null;
  readonly key: string;
}

/** The source as it is stored with the case. */
export function sourceText({ connectionId, company, key }: DocumentSource): string {
  return JSON.stringify([connectionId, company, key]);
}

/** The connection of a stored source. */
export function connectionOf(source: string): string {
  return String((JSON.parse(source) as unknown[])[0]);
}

/** A receivable that has a reference and can be compared with its case. */
export interface ReadableReceivable extends Receivable {
  readonly externalRef: string;
}

/** The receivable in the form that is compared with its case; undefined when it is open and could not be read. */
export function bookedOf({ status, draft, figures }: Receivable): BookedReceivable | undefined {
  if (status !== 'open') return { status, figures };
  return draft && { status, draft, figures };
}

const ENDS: readonly string[] = ['SKIPPED_CANCELLED', 'SKIPPED_REVERSED', 'SKIPPED_WRITTEN_OFF'];

/**
 * A settled or void row becomes no case but ends a case posted before. Only these reasons for skipping a row mean the end of
 * the receivable; a row that is not approved, or blocked, does not.
 */
export function statusFrom(reasons: readonly KeptReason[] | undefined): Receivable['status'] {
  if (reasons?.length !== 1) return 'open';
  const { code } = reasons[0]!;
  if (code === 'SKIPPED_SETTLED') return 'settled';
  return ENDS.includes(code) ? 'withdrawn' : 'open';
}
