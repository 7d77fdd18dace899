import type { BookFigures } from '../../casework/cases/index.js';
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
  /** Settled or withdrawn ends a case posted earlier; `skip` says why no new case is made of it. */
  readonly status: 'open' | 'settled' | 'withdrawn';
  readonly skip: Skip | null;
  /** A row of a JSON batch of cases. */
  readonly row: Readonly<Record<string, unknown>>;
  /** What the document itself says about money; undefined where it cannot be read or is not in yuan. */
  readonly figures: BookFigures | undefined;
  readonly company: string | null;
  /** The day to read it again even if unchanged in the ERP; null for never. */
  readonly recheckOn: Day | null;
}

/** Days between two reads of an open document, which find payments that do not change the document's own timestamp. */
const RECHECK_DAYS = 1;

/**
 * Judges one document before admission: an ended one is reported as ended, whatever else is wrong with it; one that is not
 * (yet) a collectable debt is skipped with a reason. Pure.
 */
export function judgeDocument(given: ErpDocument, defaults: DocumentDefaults, today: Day): JudgedDocument {
  const document = { ...dueBy(given, today), debtorIdNumber: taxNumberOf(given.debtorIdNumber) };
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
    figures: figuresOf(document),
    company: document.company ?? null,
    recheckOn: recheckOf(document, skip, today),
  };
}

/**
 * Of a plan of payment only what is overdue is a debt to collect; what falls due later is left out of the total and of what is open.
 * What was paid is the whole document's either way.
 */
function dueBy(document: ErpDocument, today: Day): ErpDocument {
  const { instalments, totalFen, openFen } = document;
  const lines = instalments?.filter((line) => line.openFen !== 0n) ?? [];
  if (lines.length === 0 || totalFen === undefined || openFen === undefined) return document;
  const unreadable = lines.find(({ dueOn }) => !dueOn || !isDay(dueOn));
  if (unreadable) return { ...document, dueOn: unreadable.dueOn };
  const overdue = lines.filter(({ dueOn }) => dueOn! < today);
  const dueOn = [...(overdue.length > 0 ? overdue : lines)].map((line) => line.dueOn!).sort()[0]!;
  if (overdue.length === 0) return { ...document, dueOn };
  const laterFen = openFen - overdue.reduce((sum, line) => sum + line.openFen!, 0n);
  return { ...document, dueOn, totalFen: totalFen - laterFen, openFen: openFen - laterFen };
}

/**
 * The customer's number without the country that European forms put before it. ERPs write "/", "N/A" or "无" where a customer has
 * none: what has no digit is no number.
 */
function taxNumberOf(given: string | null): string | null {
  if (given === null || !/\d/.test(given)) return null;
  const number = given.replace(/\s/g, '');
  return /^CN[0-9A-Z]{18}$/i.test(number) ? number.slice(2) : given;
}

/** The paid figure is what is no longer open of the document's own total. */
function figuresOf({ currency, totalFen, openFen }: ErpDocument): BookFigures | undefined {
  if (currency !== 'CNY' || totalFen === undefined || openFen === undefined) return undefined;
  return { totalFen, paidFen: totalFen - openFen, read: 'open' };
}

function endOf({ kind, state, currency, openFen }: ErpDocument): Skip | undefined {
  if (kind === 'credit_note') return undefined;
  if (state === 'cancelled') return skip('SKIPPED_CANCELLED', 'state');
  if (state === 'reversed') return skip('SKIPPED_REVERSED', 'state');
  if (state === 'written_off') return skip('SKIPPED_WRITTEN_OFF', 'state');
  // Settled in another currency is not this debt settled: its amounts cannot be compared.
  return state === 'posted' && currency === 'CNY' && openFen === 0n ? skip('SKIPPED_SETTLED', 'openAmount') : undefined;
}

function obstacleOf(document: ErpDocument, today: Day): Skip | undefined {
  const { kind, state, hold, currency, totalFen, openFen, dueOn } = document;
  if (kind === 'credit_note') return skip('SKIPPED_CREDIT_NOTE', 'kind');
  if (state === 'draft') return skip('SKIPPED_UNAPPROVED', 'state');
  if (document.number === null) return skip('SKIPPED_NO_NUMBER', 'number');
  if (currency !== 'CNY') return skip('CURRENCY_UNSUPPORTED', 'currency', { value: currency ?? '?' });
  if (totalFen === undefined) return skip('AMOUNT_UNREADABLE', 'totalAmount');
  if (openFen === undefined || openFen < 0n) return skip('AMOUNT_UNREADABLE', 'openAmount');
  if (dueOn === null) return skip('SKIPPED_NO_DUE_DATE', 'dueDate');
  if (!isDay(dueOn)) return skip('DATE_UNREADABLE', 'dueDate');
  if (hold !== null) return skip(hold, 'paymentState');
  if (dueOn >= today) return skip('SKIPPED_NOT_DUE', 'dueDate', { dueOn });
  return document.debtorIdNumber === null ? skip('SKIPPED_NO_DEBTOR_ID', 'debtorTaxNumber') : undefined;
}

/** The ERP works these out of payments, which do not change the document's own timestamp. */
const MOVED_BY_PAYMENTS: readonly SkipCode[] = ['SKIPPED_IN_PAYMENT', 'SKIPPED_PAYMENT_UNCLEAR'];

/** Not yet due: the day it is overdue. Open: tomorrow. Other obstacles end by a change in the ERP, which is read anyway. */
function recheckOf({ dueOn }: ErpDocument, found: Skip | undefined, today: Day): Day | null {
  if (found === undefined || MOVED_BY_PAYMENTS.includes(found.code)) return addDays(today, RECHECK_DAYS);
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
