import type { Fen } from '../../kernel/index.js';

/** An ERP as its owner connects it. The secrets are opened for one run and never kept. */
export interface ErpAccess {
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * What an ERP says of one document, in words all ERPs share; amounts exact. A field it does not say is null, one that is said
 * but cannot be read is undefined.
 */
export interface ErpDocument {
  /** The ERP's own key: unique, never changes, and what pages are ordered by. */
  readonly key: string;
  /** The number people know it by; a draft may have none. */
  readonly number: string | null;
  readonly kind: 'invoice' | 'credit_note';
  readonly state: 'draft' | 'posted' | 'cancelled' | 'reversed' | 'written_off';
  /** Dunning is blocked in the ERP. */
  readonly blocked: boolean;
  /** ISO 4217 code, or whatever the ERP says instead. */
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
}

/** What was changed at or after `since` (all there is when null), after a key, in the order of keys. */
export interface Walk {
  readonly since: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/**
 * One ERP, spoken to in its own protocol. Pages are cut by key, never by offset: a key does not change, so a document that is
 * changed, added or removed while the pages are read moves no other document past the place reading has come to.
 */
export interface ErpClient {
  /** The latest stamp of change, by the ERP's own clock and in its own spelling; null when it has no document. */
  newest(): Promise<string | null>;
  changed(walk: Walk): Promise<ErpDocument[]>;
  /** The documents with these keys; those that are gone are absent. */
  byKeys(keys: readonly string[]): Promise<ErpDocument[]>;
}
