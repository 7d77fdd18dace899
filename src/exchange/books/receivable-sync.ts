import { Injectable } from '@nestjs/common';
import type { BookFigures } from '../../casework/cases/index.js';
import type { DebtLine } from '../../casework/debt/index.js';
import { InvalidInput } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { caseInputSchema, type KeptReason, mapJsonRow, reason } from '../rows/index.js';
import type { UpsertBy } from './money-follower.js';
import { type DocumentSource, type Receivable, statusFrom } from './receivable-step.js';
import { ReceivableUpsert, type UpsertedReceivable, type UpsertOutcome } from './receivable-upsert.js';

/** Receivables of one call: a transaction of this size ends well within its time limit. */
const MAX_SYNC_ROWS = 500;

/** One receivable of an ERP, converted to a row of a JSON batch by the ERP's mapper. */
export interface SyncRow {
  /** A row of a JSON batch: camelCase, amounts as strings of fen, days as YYYY-MM-DD. Ended ones need only the reference. */
  readonly row: unknown;
  readonly status: 'open' | 'settled' | 'withdrawn';
  /** What the document itself says about money; absent when that could not be read. */
  readonly figures?: BookFigures | undefined;
  /** The document that the row came from. */
  readonly source?: DocumentSource | undefined;
  /** A credit note that names the receivable: the row needs only the reference and the debtor's number. */
  readonly credit?: DebtLine | undefined;
  /** The document does not tell of its credit notes. */
  readonly keepsCredits?: boolean;
  /** Why it is skipped (dunning block, not approved). */
  readonly skip?: { readonly code: string; readonly field: string };
}

/** `reasons` explain a skipped, rejected or reviewed receivable. */
export interface SyncOutcome {
  readonly outcome: UpsertOutcome | 'skipped';
  readonly caseId: string | null;
  readonly reasons: readonly KeptReason[];
}

export type Creditor = Pick<UpsertBy, 'organisationId' | 'sandboxId'>;

/** Keeps a creditor's cases in step with its ERP by external reference. */
@Injectable()
export class ReceivableSync {
  constructor(
    private readonly database: Database,
    private readonly upsert: ReceivableUpsert,
  ) {}

  /** Refuses a creditor that is not approved, before anything of it is read. */
  async assertMayPost({ organisationId }: Creditor): Promise<void> {
    await this.database.transaction((tx) => this.upsert.assertMayPost(tx, organisationId));
  }

  /**
   * One outcome per row, in the same order; all rows in one transaction, so that nothing is half applied. Repeating a call
   * changes nothing. Refuses more than 500 rows and a creditor that is not approved.
   */
  async apply(creditor: Creditor, rows: readonly SyncRow[]): Promise<SyncOutcome[]> {
    if (rows.length > MAX_SYNC_ROWS) throw new InvalidInput({ path: 'rows', details: { limit: MAX_SYNC_ROWS } });
    const taken = rows.flatMap((row) => (row.skip ? [] : [receivableOf(row)]));
    const by = { ...creditor, memberId: null, batchId: null };
    const found = await this.database.transaction((tx) => this.upsert.apply(tx, by, taken));
    let next = 0;
    return rows.map(({ skip, status }) =>
      skip ? skipped([{ ...skip, params: {} }]) : outcomeOf(status, found[next++]!),
    );
  }
}

function receivableOf({ row, status, figures, source, credit, keepsCredits }: SyncRow): Receivable {
  const externalRef = textAt(row, 'externalRef');
  if (credit) return creditOf(credit, { externalRef, source, debtorIdNumber: textAt(row, 'debtorIdNumber') });
  if (status !== 'open') {
    return { externalRef, status, figures, source, debtorIdNumber: textAt(row, 'debtorIdNumber') };
  }
  const mapped = mapJsonRow(row, { defaults: {} });
  const { draft, reasons } = mapped;
  const money = { figures: figures ?? mapped.figures, source, keepsCredits };
  return { externalRef: draft?.externalRef ?? externalRef, status: statusFrom(reasons), draft, reasons, ...money };
}

/** A number that no row may have is not stored with a line either. */
function creditOf(credit: DebtLine, of: Omit<Receivable, 'status'>): Receivable {
  const documentNumber = textAt({ externalRef: credit.documentNumber }, 'externalRef');
  if (documentNumber === null)
    return { externalRef: null, status: 'open', reasons: [reason('FIELD_UNREADABLE', 'number')] };
  return { ...of, status: 'open', credit: { ...credit, documentNumber }, reasons: [OF_NO_CASE] };
}

const OF_NO_CASE = reason('CREDIT_NOTE_OF_NO_CASE', 'creditOf');

/** A text as a row of an open receivable would be read: what ends a case must find it by the same reference. */
function textAt(row: unknown, field: 'externalRef' | 'debtorIdNumber'): string | null {
  const read = caseInputSchema.shape[field].safeParse((row as Record<string, unknown> | null)?.[field]);
  return (read.success && read.data) || null;
}

/** An ended receivable that was never posted is skipped, not rejected. */
function outcomeOf(status: SyncRow['status'], { outcome, caseId, reasons }: UpsertedReceivable): SyncOutcome {
  const ofNone = reasons.some(({ code }) => code === OF_NO_CASE.code);
  const ended = ofNone || status !== 'open' || statusFrom(reasons) !== 'open';
  const strange = reasons.some(({ code }) => code.startsWith('REFERENCE_OF_ANOTHER_'));
  const never = outcome === 'rejected' && caseId === null && ended && !strange;
  return never ? skipped(reasons) : { outcome, caseId, reasons };
}

function skipped(reasons: readonly KeptReason[]): SyncOutcome {
  return { outcome: 'skipped', caseId: null, reasons };
}
