import type { Fen } from '../../kernel/index.js';
import { fenOf, isNegative, keyOf, textOf } from './erp-amounts.js';
import type { Credit, ErpDocument, Hold, Instalment } from './erp-client.js';
import { dayOf } from './stamps.js';
import { fromHtml } from './xml-text.js';

/** The requested fields of `Sales Invoice`. */
export const INVOICE_FIELDS = [
  'name',
  'docstatus',
  'status',
  'is_return',
  'return_against',
  'customer',
  'customer_name',
  'tax_id',
  'contact_mobile',
  'address_display',
  'currency',
  'party_account_currency',
  'grand_total',
  'rounded_total',
  'outstanding_amount',
  'write_off_amount',
  'posting_date',
  'due_date',
  'po_no',
  'modified',
] as const;

export type SalesInvoice = { readonly name: string } & Readonly<
  Partial<Record<(typeof INVOICE_FIELDS)[number], unknown>>
>;

/** The requested fields of `Payment Schedule`, the lines of an invoice's terms. */
export const SCHEDULE_FIELDS = ['parent', 'due_date', 'payment_amount', 'outstanding'] as const;

export type ScheduleRow = Readonly<Partial<Record<(typeof SCHEDULE_FIELDS)[number], unknown>>>;

/** What belongs to one invoice beside its own fields. */
export interface InvoiceParts {
  readonly schedule: readonly ScheduleRow[];
  readonly returns: readonly SalesInvoice[];
}

export const isReturn = ({ is_return: flag }: SalesInvoice) => flag === 1 || flag === true;

/** Whether it has been posted and may be owed. */
export const isPosted = (invoice: SalesInvoice) => invoice.docstatus === 1 && !isReturn(invoice);

/** One Sales Invoice of ERPNext. Pure. Totals are in the invoice's currency, the open amount in that of the debtor's account. */
export function erpnextDocument(invoice: SalesInvoice, parts: InvoiceParts = NO_PARTS): ErpDocument {
  const totalFen = claimedOf(invoice);
  const openFen = openOf(invoice);
  const against = textOf(invoice.return_against);
  const credits = parts.returns.map(creditFrom);
  return {
    key: keyOf(invoice.name),
    number: textOf(invoice.name),
    kind: isReturn(invoice) || isNegative(totalFen) ? 'credit_note' : 'invoice',
    state: stateOf(invoice, openFen, credits),
    hold: holdOf(textOf(invoice.status), openFen),
    currency: currencyOf(invoice),
    ...{ totalFen, openFen },
    dueOn: dayOf(invoice.due_date),
    invoicedOn: dayOf(invoice.posting_date),
    debtorName: nameOf(invoice.customer_name) ?? nameOf(invoice.customer),
    debtorIdNumber: textOf(invoice.tax_id),
    debtorPhone: textOf(invoice.contact_mobile),
    debtorAddress: addressOf(invoice.address_display),
    contractNumber: textOf(invoice.po_no),
    ...(parts.schedule.length > 1 ? { instalments: parts.schedule.map(instalmentFrom) } : {}),
    ...(credits.length > 0 ? { credits } : {}),
    creditOf: isReturn(invoice) && against !== null ? { number: against, key: against } : null,
  };
}

const NO_PARTS: InvoiceParts = { schedule: [], returns: [] };

/** Where a company rounds, the rounded total is the one that is owed; else it is 0. */
const totalOf = (invoice: SalesInvoice) => fenOf(invoice.rounded_total || invoice.grand_total);

/** What was written off with the invoice is neither paid nor owed, nor in its terms; all of it: see `stateOf`. */
function claimedOf(invoice: SalesInvoice): Fen | undefined {
  const [total, off] = [totalOf(invoice), writtenOffOf(invoice)];
  return total === undefined || off === undefined || off >= total ? total : total - off;
}

function writtenOffOf({ write_off_amount: amount }: SalesInvoice): Fen | undefined {
  const isNone = amount === null || amount === undefined;
  const fen = isNone ? 0n : fenOf(amount);
  return isNegative(fen) ? undefined : fen;
}

/** Less than nothing is open of what was paid twice: the rest is no matter of this debt. */
function openOf(invoice: SalesInvoice): Fen | undefined {
  const open = fenOf(invoice.outstanding_amount);
  return isNegative(open) && !isReturn(invoice) && !isNegative(totalOf(invoice)) ? 0n : open;
}

/** Advances are not in the terms: these are of what was left. */
function instalmentFrom(row: ScheduleRow): Instalment {
  return { dueOn: dayOf(row.due_date), amountFen: fenOf(row.payment_amount), openFen: fenOf(row.outstanding) };
}

/** A return has negative amounts; what is left of its own is not set off against an invoice yet. */
function creditFrom(one: SalesInvoice): Credit {
  const [total, left] = [totalOf(one), fenOf(one.outstanding_amount)];
  return {
    ...{ number: textOf(one.name), issuedOn: dayOf(one.posting_date) },
    ...{ amountFen: total && -total, unusedFen: left && -left },
  };
}

/** `docstatus`: 0 draft, 1 submitted, 2 cancelled. */
function stateOf(invoice: SalesInvoice, openFen: bigint | undefined, credits: readonly Credit[]): ErpDocument['state'] {
  if (invoice.docstatus === 0) return 'draft';
  if (invoice.docstatus === 2) return 'cancelled';
  // With the returns at hand their amounts tell whether a part of it was paid.
  if (invoice.status === 'Credit Note Issued' && openFen === 0n && credits.length === 0) return 'reversed';
  const [total, off] = [totalOf(invoice), writtenOffOf(invoice)];
  return openFen === 0n && total !== undefined && off !== undefined && off > 0n && off >= total
    ? 'written_off'
    : 'posted';
}

/** Statuses that say that something is open, and those that say that nothing is. */
const CLEAR: readonly (string | null)[] = ['Unpaid', 'Overdue', 'Partly Paid', 'Submitted', null];
const ENDED: readonly (string | null)[] = ['Paid', 'Credit Note Issued'];

/**
 * "Overdue and Discounted": a bank paid for it in advance. "Internal Transfer": the customer is a company of the same group. "Paid" with
 * something open says two things; what a site added of its own is not guessed.
 */
function holdOf(status: string | null, openFen: Fen | undefined): Hold | null {
  if (status === 'Internal Transfer') return 'SKIPPED_INTERNAL';
  if (status?.endsWith(' and Discounted')) return 'SKIPPED_DISCOUNTED';
  return CLEAR.includes(status) || (ENDED.includes(status) && openFen === 0n) ? null : 'SKIPPED_PAYMENT_UNCLEAR';
}

function currencyOf(invoice: SalesInvoice): string | null {
  const currency = textOf(invoice.currency);
  const account = textOf(invoice.party_account_currency);
  return account !== null && account !== currency ? `${currency ?? '?'}/${account}` : currency;
}

/** Frappe stores texts of a form as HTML: `&lt;` for a bracket. */
function nameOf(value: unknown): string | null {
  const html = textOf(value);
  return html && textOf(fromHtml(html));
}

/** ERPNext stores the address as HTML for printing. */
function addressOf(value: unknown): string | null {
  const html = typeof value === 'string' ? textOf(value) : null;
  const text = html && fromHtml(html.replace(/<[^<>]*>/g, ' '));
  return textOf(
    text
      ?.split(/\s/)
      .filter((word) => word !== '')
      .join(' '),
  );
}
