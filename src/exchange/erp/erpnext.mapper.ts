import { fenOf, keyOf, textOf } from './erp-amounts.js';
import type { ErpDocument, Hold } from './erp-client.js';
import { dayOf } from './stamps.js';

/** The requested fields of `Sales Invoice`. */
export const INVOICE_FIELDS = [
  'name',
  'docstatus',
  'status',
  'is_return',
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

/** One Sales Invoice of ERPNext. Pure. Totals are in the invoice's currency, the open amount in that of the debtor's account. */
export function erpnextDocument(invoice: SalesInvoice): ErpDocument {
  const totalFen = fenOf(invoice.rounded_total || invoice.grand_total);
  const openFen = fenOf(invoice.outstanding_amount);
  return {
    key: keyOf(invoice.name),
    number: textOf(invoice.name),
    kind: invoice.is_return === 1 || invoice.is_return === true ? 'credit_note' : 'invoice',
    state: stateOf(invoice, openFen),
    hold: holdOf(textOf(invoice.status)),
    currency: currencyOf(invoice),
    totalFen,
    openFen,
    dueOn: dayOf(invoice.due_date),
    invoicedOn: dayOf(invoice.posting_date),
    debtorName: textOf(invoice.customer_name) ?? textOf(invoice.customer),
    debtorIdNumber: textOf(invoice.tax_id),
    debtorPhone: textOf(invoice.contact_mobile),
    debtorAddress: addressOf(invoice.address_display),
    contractNumber: textOf(invoice.po_no),
  };
}

/** `docstatus`: 0 draft, 1 submitted, 2 cancelled. */
function stateOf(invoice: SalesInvoice, openFen: bigint | undefined): ErpDocument['state'] {
  if (invoice.docstatus === 0) return 'draft';
  if (invoice.docstatus === 2) return 'cancelled';
  if (invoice.status === 'Credit Note Issued') return 'reversed';
  const writtenOff = fenOf(invoice.write_off_amount);
  return openFen === 0n && writtenOff !== undefined && writtenOff > 0n ? 'written_off' : 'posted';
}

/** "Overdue and Discounted": a bank paid for it in advance. "Internal Transfer": the customer is a company of the same group. */
function holdOf(status: string | null): Hold | null {
  if (status === 'Internal Transfer') return 'SKIPPED_INTERNAL';
  return status?.endsWith(' and Discounted') ? 'SKIPPED_DISCOUNTED' : null;
}

function currencyOf(invoice: SalesInvoice): string | null {
  const currency = textOf(invoice.currency);
  const account = textOf(invoice.party_account_currency);
  return account !== null && account !== currency ? `${currency ?? '?'}/${account}` : currency;
}

/** ERPNext stores the address as HTML for printing. */
function addressOf(value: unknown): string | null {
  const html = typeof value === 'string' ? textOf(value) : null;
  return textOf(
    html
      ?.replace(/<[^<>]*>/g, ' ')
      .split(/\s/)
      .filter((word) => word !== '')
      .join(' '),
  );
}
