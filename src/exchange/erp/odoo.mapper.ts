import { fenOf, keyOf, textOf } from './erp-amounts.js';
import type { Credit, ErpDocument, Hold, Instalment } from './erp-client.js';
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
  'reversed_entry_id',
  'write_date',
] as const;
/** The requested fields of `account.move.line`: the lines of a move that its partner owes, one for each term of payment. */
export const LINE_FIELDS = [
  'id',
  'move_id',
  'date_maturity',
  'amount_currency',
  'amount_residual_currency',
  'balance',
  'amount_residual',
] as const;
/** The requested fields of `res.partner`. */
export const PARTNER_FIELDS = ['id', 'name', 'vat', 'phone', 'contact_address'] as const;

export type OdooMove = { readonly id: number } & Readonly<Partial<Record<(typeof MOVE_FIELDS)[number], unknown>>>;
export type OdooLine = { readonly id: number } & Readonly<Partial<Record<(typeof LINE_FIELDS)[number], unknown>>>;

/** What belongs to one move beside its own fields. */
export interface MoveParts {
  readonly partner?: OdooPartner | undefined;
  /** Its receivable lines. */
  readonly lines?: readonly OdooLine[] | undefined;
  /** Posted credit notes that reverse it. */
  readonly refunds?: readonly OdooMove[] | undefined;
}
export type OdooPartner = { readonly id: number } & Readonly<Partial<Record<(typeof PARTNER_FIELDS)[number], unknown>>>;

/** One customer invoice of Odoo and what belongs to it. Pure. */
export function odooDocument(move: OdooMove, { partner, lines = [], refunds = [] }: MoveParts = {}): ErpDocument {
  const isRefund = move.move_type === 'out_refund';
  const reversed = idOf(move.reversed_entry_id);
  return {
    key: keyOf(move.id),
    number: numberOf(move),
    kind: isRefund ? 'credit_note' : 'invoice',
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
    ...(lines.length > 1 ? { instalments: instalmentsOf(move, lines) } : {}),
    ...(refunds.length > 0 ? { credits: refunds.map(creditFrom) } : {}),
    creditOf: isRefund && reversed !== null ? { number: nameOf(move.reversed_entry_id), key: String(reversed) } : null,
  };
}

/** The id in a relation. */
export function idOf(relation: unknown): number | null {
  const id = Array.isArray(relation) ? (relation as unknown[])[0] : relation;
  return typeof id === 'number' ? id : null;
}

/** Whether it is posted and its partner may owe it. */
export const isOwed = (move: OdooMove) => move.state === 'posted' && move.move_type !== 'out_refund';

/** In the currency of the move; where that is not said, in the company's, which is the same for a debt in yuan of a Chinese company. */
function instalmentsOf(move: OdooMove, lines: readonly OdooLine[]): Instalment[] {
  const inCurrency = lines.every((line) => isAmount(line.amount_currency) && isAmount(line.amount_residual_currency));
  return lines.map((line) => ({
    dueOn: dayOf(line.date_maturity) ?? dayOf(move.invoice_date_due),
    amountFen: statedAs(inCurrency ? line.amount_currency : line.balance),
    openFen: fenOf(inCurrency ? line.amount_residual_currency : line.amount_residual),
  }));
}

const isAmount = (value: unknown) => typeof value === 'number';
const statedAs = (value: unknown) => (isAmount(value) ? fenOf(value) : null);

/** The residual of a credit note is what is not set off yet, and not paid back. */
function creditFrom(refund: OdooMove): Credit {
  const [amountFen, unusedFen] = [fenOf(refund.amount_total), fenOf(refund.amount_residual)];
  return { number: numberOf(refund), issuedOn: dayOf(refund.invoice_date), amountFen, unusedFen };
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
