import type { Day, Fen } from '../../kernel/index.js';
import type { SkipCode } from './skip-reasons.js';

/** Address and credentials of an ERP. The credentials are decrypted for one run and never stored so. */
export interface ErpAccess {
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * One document of an ERP in a form common to all ERPs; amounts are exact. A field the ERP does not give is null; one that cannot
 * be read is undefined.
 */
export interface ErpDocument {
  /** The ERP's own key: unique and unchanging; pages are ordered by it. */
  readonly key: string;
  /** The document number; a draft may have none. */
  readonly number: string | null;
  /** `other` claims nothing: a pro forma invoice, a copy for accounting. */
  readonly kind: 'invoice' | 'credit_note' | 'other';
  readonly state: 'draft' | 'posted' | 'cancelled' | 'reversed' | 'written_off';
  /** Why the ERP itself would not have it collected now, though it is open; null when it says nothing of the kind. */
  readonly hold: Hold | null;
  /** ISO 4217 code, or what the ERP gives instead. */
  readonly currency: string | null;
  readonly totalFen: Fen | undefined;
  readonly openFen: Fen | undefined;
  readonly dueOn: string | null | undefined;
  readonly invoicedOn: string | null | undefined;
  readonly debtorName: string | null;
  readonly debtorIdNumber: string | null;
  readonly debtorPhone: string | null;
  readonly debtorAddress: string | null;
  readonly contractNumber: string | null;
  /** The company of the ERP, or the seller, that the debt is owed to, where the ERP tells. */
  readonly company?: string | null;
  /** What was paid, where the document states it besides its total and what is open; else it is their difference. */
  readonly paidFen?: Fen;
  /** The period that the document bills, where it names one. */
  readonly periodFrom?: Day | null;
  readonly periodTo?: Day | null;
  /** The parts of a document that falls due in parts, in any order. */
  readonly instalments?: readonly Instalment[];
  /** Credit notes that name this document. */
  readonly credits?: readonly Credit[];
  /** Of a credit note: the document that it names, by the number and the key of the ERP as far as it tells them. */
  readonly creditOf?: { readonly number: string | null; readonly key: string | null } | null;
}

/** What keeps an open document from being collected. */
export type Hold = Extract<
  SkipCode,
  | 'SKIPPED_DUNNING_BLOCKED'
  | 'SKIPPED_IN_PAYMENT'
  | 'SKIPPED_PAYMENT_UNCLEAR'
  | 'SKIPPED_DISCOUNTED'
  | 'SKIPPED_INTERNAL'
>;

/** A part of a document. A figure that the ERP does not give is null; one that cannot be read is undefined. */
export interface Instalment {
  readonly dueOn: string | null | undefined;
  readonly amountFen: Fen | null | undefined;
  readonly openFen: Fen | null | undefined;
}

/** A credit note, with positive amounts: what it grants, and what of that no payment or document has used yet. */
export interface Credit {
  readonly number: string | null;
  readonly issuedOn: string | null | undefined;
  readonly amountFen: Fen | undefined;
  readonly unusedFen: Fen | undefined;
  /** What of it was set off against this document, where the ERP tells; else all that is used of it may have been. */
  readonly setOffFen?: Fen | undefined;
}

/** An ERP may return fewer than requested, by a limit of its own; fewer than this means there are no more. */
export const SMALLEST_LIMIT = 20;

/** Selects documents changed at or after `since` (null: all) with keys after `after` (null: all), in order of keys. */
export interface PageQuery {
  readonly since: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/**
 * The client of one ERP in its own protocol. Pages are cut by key, never by offset: keys do not change, so a document that is
 * changed, added or removed between two pages moves no other document past the position of the reader.
 */
export interface ErpClient {
  /** The newest timestamp of change, by the ERP's own clock and in its own format; null when it has no document. */
  newest(): Promise<string | null>;
  changed(query: PageQuery): Promise<ErpDocument[]>;
  /** The documents with these keys; those that are gone are absent. */
  byKeys(keys: readonly string[]): Promise<ErpDocument[]>;
}
