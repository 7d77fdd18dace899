import { addDays, type Day, type Fen, isDay } from '../../kernel/index.js';
import type { ErpDocument } from './erp-client.js';
import type { Skip, SkipCode } from './skip-reasons.js';

/** Values an owner set once for all documents of a connection, in the vocabulary of a case. */
export interface DocumentDefaults {
  readonly category?: string | undefined;
  readonly serviceLine?: string | undefined;
  readonly legalOrigin?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly commissionBps?: number | undefined;
  /** Prefix of every document number, for creditors whose ERPs use the same numbers. */
  readonly referencePrefix?: string | undefined;
}

/** A document as a receivable, or the reason why it is skipped. */
export interface JudgedDocument {
  readonly key: string;
  readonly number: string | null;
  /** Settled or withdrawn ends a case posted earlier; `skip` holds why no new case is made of it. */
  readonly status: 'open' | 'settled' | 'withdrawn';
  readonly skip: Skip | null;
  /** A row of a JSON batch of cases. */
  readonly row: Readonly<Record<string, unknown>>;
  readonly paidFen: Fen | undefined;
  /** The day to read it again even if unchanged in the ERP; null for never. */
  readonly recheckOn: Day | null;
}

/** Days between two reads of an open document, which find payments that do not change the document's own timestamp. */
const RECHECK_DAYS = 1;

/**
 * Judges one document before admission: an ended one is reported as ended, whatever else is wrong with it; one that is not
 * (yet) a collectable debt is skipped with a reason. Pure.
 */
export function judgeDocument(document: ErpDocument, defaults: DocumentDefaults, today: Day): JudgedDocument {
  const ended = endOf(document);
  const skip = ended ?? obstacleOf(document, today);
  const status = ended === undefined ? 'open' : ended.code === 'SKIPPED_SETTLED' ? 'settled' : 'withdrawn';
  const { key, number, totalFen, openFen } = document;
  const paidFen = totalFen === undefined || openFen === undefined ? undefined : totalFen - openFen;
  return {
    key,
    number,
    status,
    skip: skip ?? null,
    row: rowOf(document, defaults, paidFen),
    paidFen,
    recheckOn: recheckOf(document, skip, today),
  };
}

function endOf({ kind, state, openFen }: ErpDocument): Skip | undefined {
  if (kind === 'credit_note') return undefined;
  if (state === 'cancelled') return skip('SKIPPED_CANCELLED', 'state');
  if (state === 'reversed') return skip('SKIPPED_REVERSED', 'state');
  if (state === 'written_off') return skip('SKIPPED_WRITTEN_OFF', 'state');
  return state === 'posted' && openFen === 0n ? skip('SKIPPED_SETTLED', 'openAmount') : undefined;
}

function obstacleOf(document: ErpDocument, today: Day): Skip | undefined {
  const { kind, state, blocked, currency, totalFen, openFen, dueOn } = document;
  if (kind === 'credit_note') return skip('SKIPPED_CREDIT_NOTE', 'kind');
  if (state === 'draft') return skip('SKIPPED_UNAPPROVED', 'state');
  if (document.number === null) return skip('SKIPPED_NO_NUMBER', 'number');
  if (currency !== 'CNY') return skip('CURRENCY_UNSUPPORTED', 'currency', { value: currency ?? '?' });
  if (totalFen === undefined) return skip('AMOUNT_UNREADABLE', 'totalAmount');
  if (openFen === undefined || openFen < 0n) return skip('AMOUNT_UNREADABLE', 'openAmount');
  if (dueOn === null) return skip('SKIPPED_NO_DUE_DATE', 'dueDate');
  if (!isDay(dueOn)) return skip('DATE_UNREADABLE', 'dueDate');
  if (blocked) return skip('SKIPPED_DUNNING_BLOCKED', 'paymentState');
  if (dueOn >= today) return skip('SKIPPED_NOT_DUE', 'dueDate', { dueOn });
  return document.debtorIdNumber === null ? skip('SKIPPED_NO_DEBTOR_ID', 'debtorTaxNumber') : undefined;
}

/** Not yet due: the day it is overdue. Open: tomorrow. Other obstacles end by a change in the ERP, which is read anyway. */
function recheckOf({ dueOn }: ErpDocument, found: Skip | undefined, today: Day): Day | null {
  if (found === undefined) return addDays(today, RECHECK_DAYS);
  return found.code === 'SKIPPED_NOT_DUE' && dueOn ? addDays(dueOn, 1) : null;
}

function rowOf(document: ErpDocument, defaults: DocumentDefaults, paidFen?: Fen): Record<string, unknown> {
  const { number, totalFen, openFen, dueOn, invoicedOn } = document;
  return {
    externalRef: `${defaults.referencePrefix ?? ''}${number ?? ''}`,
    contractNumber: document.contractNumber,
    debtorName: document.debtorName ?? '',
    debtorIdNumber: document.debtorIdNumber,
    debtorPhone: document.debtorPhone,
    debtorAddress: document.debtorAddress,
    principalFen: totalFen?.toString(),
    paidFen: paidFen?.toString(),
    outstandingFen: openFen?.toString(),
    dueOn: dueOn ?? undefined,
    // An unreadable invoice day does not refuse the debt; it is omitted.
    invoicedOn: invoicedOn ?? undefined,
    category: defaults.category ?? 'commercial_receivable',
    serviceLine: defaults.serviceLine,
    legalOrigin: defaults.legalOrigin ?? 'trade',
    evidence: defaults.evidence ?? ['invoice'],
    commission: defaults.commissionBps === undefined ? undefined : { bps: defaults.commissionBps },
  };
}

function skip(code: SkipCode, field: string, params: Skip['params'] = {}): Skip {
  return { code, field, params };
}
