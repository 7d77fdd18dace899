import type { BookFigures } from '../../casework/cases/index.js';
import type { DebtLine } from '../../casework/debt/index.js';
import { addDays, type Day, isDay } from '../../kernel/index.js';
import { creditLine, type DebtScope, type DocumentDebt, debtOf } from './document-debt.policy.js';
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
  /** Of a credit note that names one document: that document, and the line by which it lowers the case. */
  readonly credit: NamedCredit | null;
  /** The day to read it again even if unchanged in the ERP; null for never. */
  readonly recheckOn: Day | null;
}

export interface NamedCredit {
  readonly key: string | null;
  /** The reference of the case. */
  readonly externalRef: string;
  readonly line: DebtLine;
}

/** Days between two reads of an open document, which find payments that do not change the document's own timestamp. */
const RECHECK_DAYS = 1;

/**
 * Judges one document before admission; with `from`, what of it falls due from that day on, where an earlier case about it ended. An
 * ended document is reported as ended, whatever else is wrong with it; one that is not (yet) a collectable debt is skipped with a
 * reason. Pure.
 */
export function judgeDocument(given: ErpDocument, defaults: DocumentDefaults, today: Day, from?: Day): JudgedDocument {
  const document = { ...given, debtorIdNumber: taxNumberOf(given.debtorIdNumber) };
  const debt = debtOf(document, today, { category: defaults.category, from });
  const ended = endOf(document, debt);
  const skip = ended ?? obstacleOf(document, debt, today);
  return {
    ...{ key: document.key, number: document.number, company: document.company ?? null },
    status: statusOf(ended, debt, skip),
    skip: skip ?? null,
    row: rowOf(document, { ...defaults, from }, debt),
    credit: creditIn(document, { ...defaults, from }, today),
    figures: figuresOf(document, debt),
    recheckOn: recheckOf(debt, skip, today),
  };
}

/** What fell due of a plan of payment is settled: the case of it ends, though the document does not. */
function statusOf(ended: Skip | undefined, { state }: DocumentDebt, skip: Skip | undefined): JudgedDocument['status'] {
  if (ended === undefined) return state === 'paused' && skip?.code === 'SKIPPED_NOT_DUE' ? 'settled' : 'open';
  return ended.code === 'SKIPPED_SETTLED' ? 'settled' : 'withdrawn';
}

/**
 * The customer's number without the country that European forms put before it. ERPs write "/", "N/A" or "无" where a customer has
 * none: what has no digit is no number.
 */
function taxNumberOf(given: string | null): string | null {
  if (given === null || !/\d/.test(given)) return null;
  const number = given.normalize('NFKC').replace(/[\s-]/g, '');
  return /^CN[0-9A-Z]{18}$/i.test(number) ? number.slice(2) : given;
}

/** The paid figure is the document's own: credit notes are no payments. */
function figuresOf({ currency }: ErpDocument, { totalFen, paidFen, state }: DocumentDebt): BookFigures | undefined {
  const unread = state === 'unreadable' || state === 'disagreeing';
  if (unread || currency !== 'CNY' || totalFen === undefined || paidFen === undefined) return undefined;
  return { totalFen, paidFen, read: 'open' };
}

function endOf({ kind, state, currency }: ErpDocument, debt: DocumentDebt): Skip | undefined {
  if (kind !== 'invoice') return undefined;
  if (state === 'cancelled') return skip('SKIPPED_CANCELLED', 'state');
  if (state === 'reversed') return skip('SKIPPED_REVERSED', 'state');
  if (state === 'written_off') return skip('SKIPPED_WRITTEN_OFF', 'state');
  // Settled in another currency is not this debt settled: its amounts cannot be compared.
  if (state !== 'posted' || currency !== 'CNY') return undefined;
  if (debt.state === 'reversed') return skip('SKIPPED_REVERSED', 'credits');
  return debt.state === 'settled' ? skip('SKIPPED_SETTLED', 'openAmount') : undefined;
}

function obstacleOf(document: ErpDocument, debt: DocumentDebt, today: Day): Skip | undefined {
  const { kind, state, hold, currency } = document;
  if (kind === 'credit_note') return creditSkip(document);
  if (kind === 'other') return skip('SKIPPED_NOT_A_CLAIM', 'kind');
  if (state === 'draft') return skip('SKIPPED_UNAPPROVED', 'state');
  if (document.number === null) return skip('SKIPPED_NO_NUMBER', 'number');
  if (currency !== 'CNY') return skip('CURRENCY_UNSUPPORTED', 'currency', { value: currency ?? '?' });
  const unread = unreadIn(document, debt);
  if (unread) return unread;
  const { dueOn } = debt;
  if (dueOn === null) return skip('SKIPPED_NO_DUE_DATE', 'dueDate');
  if (!isDay(dueOn)) return skip('DATE_UNREADABLE', 'dueDate');
  if (hold !== null) return skip(hold, 'paymentState');
  if (dueOn >= today) return skip('SKIPPED_NOT_DUE', 'dueDate', { dueOn });
  return document.debtorIdNumber === null ? skip('SKIPPED_NO_DEBTOR_ID', 'debtorTaxNumber') : undefined;
}

function creditSkip({ creditOf, state, currency, openFen }: ErpDocument): Skip {
  const number = creditOf?.number;
  if (!number || state === 'cancelled') return skip('SKIPPED_CREDIT_NOTE', 'kind');
  if (state === 'draft') return skip('SKIPPED_UNAPPROVED', 'state');
  if (currency !== 'CNY') return skip('CURRENCY_UNSUPPORTED', 'currency', { value: currency ?? '?' });
  if (openFen === undefined) return skip('AMOUNT_UNREADABLE', 'openAmount');
  return skip('SKIPPED_CREDIT_NOTE_NAMED', 'creditOf', { number });
}

/** What is left of the credit note lowers the debt; what was paid back of it does not. */
function creditIn(document: ErpDocument, defaults: DocumentDefaults & DebtScope, today: Day): NamedCredit | null {
  const { kind, state, currency, creditOf, openFen, number, invoicedOn } = document;
  const counts = kind === 'credit_note' && state === 'posted' && currency === 'CNY';
  if (!counts || !creditOf?.number || !openFen) return null;
  const principalFen = openFen < 0n ? openFen : -openFen;
  const line = creditLine({ number, issuedOn: invoicedOn }, isDay(invoicedOn) ? invoicedOn : today, principalFen);
  return { key: creditOf.key, externalRef: referenceOf(creditOf.number, defaults), line };
}

function unreadIn({ totalFen, openFen }: ErpDocument, { state }: DocumentDebt): Skip | undefined {
  if (state === 'disagreeing') return skip('AMOUNTS_DISAGREE', 'openAmount');
  if (state !== 'unreadable') return undefined;
  if (totalFen === undefined) return skip('AMOUNT_UNREADABLE', 'totalAmount');
  if (openFen === undefined || openFen < 0n) return skip('AMOUNT_UNREADABLE', 'openAmount');
  return totalFen < openFen ? skip('AMOUNTS_DISAGREE', 'openAmount') : skip('AMOUNT_UNREADABLE', 'credits');
}

/** The ERP works these out of payments, which do not change the document's own timestamp. */
const MOVED_BY_PAYMENTS: readonly SkipCode[] = ['SKIPPED_IN_PAYMENT', 'SKIPPED_PAYMENT_UNCLEAR'];

/** Not yet due: the day it is overdue. Open: tomorrow. Other obstacles end by a change in the ERP, which is read anyway. */
function recheckOf({ dueOn }: DocumentDebt, found: Skip | undefined, today: Day): Day | null {
  if (found === undefined || MOVED_BY_PAYMENTS.includes(found.code)) return addDays(today, RECHECK_DAYS);
  return found.code === 'SKIPPED_NOT_DUE' && dueOn ? addDays(dueOn, 1) : null;
}

/** Instalments that fall due after the case of the earlier ones ended are a case of their own. */
function referenceOf(number: string, { referencePrefix = '', from }: DocumentDefaults & DebtScope): string {
  return `${referencePrefix}${number}${from ? `#${from}` : ''}`;
}

function rowOf(
  document: ErpDocument,
  defaults: DocumentDefaults & DebtScope,
  debt: DocumentDebt,
): Record<string, unknown> {
  const { number, invoicedOn } = document;
  const { totalFen, paidFen, openFen, dueOn } = debt;
  return {
    externalRef: referenceOf(number ?? '', defaults),
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
    lines: debt.lines.length > 0 ? debt.lines.map(lineInRow) : undefined,
  };
}

/** A line as a row of JSON has it: money as strings of fen. */
function lineInRow({ principalFen, penaltyFen, paidFen, ...line }: DebtLine): Record<string, unknown> {
  return { ...line, principalFen: `${principalFen}`, penaltyFen: `${penaltyFen}`, paidFen: `${paidFen}` };
}

function skip(code: SkipCode, field: string, params: Skip['params'] = {}): Skip {
  return { code, field, params };
}
