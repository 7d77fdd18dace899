import { fenOf, keyOf, textOf } from './erp-amounts.js';
import type { ErpDocument, Hold } from './erp-client.js';
import { dayOf } from './stamps.js';

/** The requested fields of `account.move` in Odoo 19; an empty value is `false`, a relation `[id, name]`. */
export const MOVE_FIELDS = [
  'id',
  'name',
  'move_type',
  'state',
  'payment_state',
  'currency_id',
  'amount_total',
  'amount_residual',
  'invoice_date',
  'invoice_date_due',
  'commercial_partner_id',
  'ref',
  'write_date',
] as const;
/** The requested fields of `res.partner`. */
export const PARTNER_FIELDS = ['id', 'name', 'vat', 'phone', 'contact_address'] as const;

export type OdooMove = { readonly id: number } & Readonly<Partial<Record<(typeof MOVE_FIELDS)[number], unknown>>>;
export type OdooPartner = { readonly id: number } & Readonly<Partial<Record<(typeof PARTNER_FIELDS)[number], unknown>>>;

/** One customer invoice of Odoo and the partner who owes it. Pure. */
export function odooDocument(move: OdooMove, partner: OdooPartner | undefined): ErpDocument {
  return {
    key: keyOf(move.id),
    number: numberOf(move),
    kind: move.move_type === 'out_refund' ? 'credit_note' : 'invoice',
    state: stateOf(move),
    hold: holdOf(move.payment_state),
    currency: nameOf(move.currency_id),
    totalFen: fenOf(move.amount_total),
    openFen: fenOf(move.amount_residual),
    dueOn: dayOf(move.invoice_date_due),
    invoicedOn: dayOf(move.invoice_date),
    debtorName: textOf(partner?.name) ?? nameOf(move.commercial_partner_id),
    debtorIdNumber: textOf(partner?.vat),
    debtorPhone: textOf(partner?.phone),
    debtorAddress: addressOf(textOf(partner?.contact_address)),
    contractNumber: textOf(move.ref),
  };
}

/** The id of the partner of a move. */
export function partnerOf(move: OdooMove): number | null {
  const [id] = Array.isArray(move.commercial_partner_id) ? (move.commercial_partner_id as unknown[]) : [];
  return typeof id === 'number' ? id : null;
}

/** Odoo writes an address in lines. */
function addressOf(lines: string | null): string | null {
  const words = lines?.split('\n').map((line) => line.trim());
  return words?.filter((line) => line !== '').join(' ') ?? null;
}

/** Drafts are called `/` until they are posted. */
function numberOf(move: OdooMove): string | null {
  const name = textOf(move.name);
  return name === '/' ? null : name;
}

function stateOf(move: OdooMove): ErpDocument['state'] {
  if (move.state === 'draft') return 'draft';
  if (move.state === 'cancel') return 'cancelled';
  // Reversed in full by a credit note: nothing was paid.
  return move.payment_state === 'reversed' ? 'reversed' : 'posted';
}

/** Those that say for certain how much of it is paid. */
const CLEAR = ['not_paid', 'partial', 'paid', 'reversed'];

/**
 * `in_payment`: a payment is registered and its bank statement is not in yet, so whoever is asked for the rest may have paid it.
 * What older releases left unsaid (`invoicing_legacy`) and words not known here are not guessed.
 */
function holdOf(state: unknown): Hold | null {
  if (state === 'blocked') return 'SKIPPED_DUNNING_BLOCKED';
  if (state === 'in_payment') return 'SKIPPED_IN_PAYMENT';
  return typeof state === 'string' && CLEAR.includes(state) ? null : 'SKIPPED_PAYMENT_UNCLEAR';
}

function nameOf(relation: unknown): string | null {
  return Array.isArray(relation) ? textOf(relation[1]) : null;
}
