import { type Fen, sumFen } from '../../kernel/index.js';
import { fenOf, isNegative, keyOf, textOf } from './erp-amounts.js';
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
/** The requested fields of `account.partial.reconcile`: what one line was set off against another. */
export const SET_OFF_FIELDS = ['id', 'debit_move_id', 'credit_move_id', 'debit_amount_currency'] as const;
/** The requested fields of `res.partner`. */
export const PARTNER_FIELDS = ['id', 'name', 'vat', 'phone', 'contact_address'] as const;

export type OdooMove = { readonly id: number } & Readonly<Partial<Record<(typeof MOVE_FIELDS)[number], unknown>>>;
export type OdooLine = { readonly id: number } & Readonly<Partial<Record<(typeof LINE_FIELDS)[number], unknown>>>;

export type OdooSetOff = { readonly id: number } & Readonly<Partial<Record<(typeof SET_OFF_FIELDS)[number], unknown>>>;

/** What belongs to one move beside its own fields. */
export interface MoveParts {
  readonly partner?: OdooPartner | undefined;
  /** Its receivable lines. */
  readonly lines?: readonly OdooLine[] | undefined;
  /** Posted credit notes that reverse it. */
  readonly refunds?: readonly OdooMove[] | undefined;
  /** What was set off against it, of credit notes that reverse it and of others. */
  readonly setOff?: readonly RefundSetOff[] | undefined;
}
/** A part of a credit note that was set off against a move. */
export interface RefundSetOff {
  readonly refund: OdooMove;
  readonly amount: unknown;
}
export type OdooPartner = { readonly id: number } & Readonly<Partial<Record<(typeof PARTNER_FIELDS)[number], unknown>>>;

/** One customer invoice of Odoo and what belongs to it. Pure. */
export function odooDocument(move: OdooMove, parts: MoveParts = {}): ErpDocument {
  const { partner, lines = [] } = parts;
  const isRefund = move.move_type === 'out_refund';
  const reversed = idOf(move.reversed_entry_id);
  const [totalFen, openFen] = [fenOf(move.amount_total), fenOf(move.amount_residual)];
  const credits = creditsOf(parts);
  return {
    key: keyOf(move.id),
    number: numberOf(move),
    kind: isRefund || isNegative(totalFen) ? 'credit_note' : 'invoice',
    state: stateOf(move),
    hold: holdOf(move.payment_state, openFen),
    currency: nameOf(move.currency_id),
    ...{ totalFen, openFen },
    dueOn: dayOf(move.invoice_date_due),
    invoicedOn: dayOf(move.invoice_date),
    debtorName: textOf(partner?.name) ?? nameOf(move.commercial_partner_id),
    debtorIdNumber: textOf(partner?.vat),
    debtorPhone: textOf(partner?.phone),
    debtorAddress: addressOf(textOf(partner?.contact_address)),
    contractNumber: textOf(move.ref),
    ...(lines.length > 1 ? { instalments: instalmentsOf(move, lines) } : {}),
    ...(credits.length > 0 ? { credits } : {}),
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
/** Whether anything lowered it since: a payment, a credit note. */
export const isLowered = (move: OdooMove) => move.amount_residual !== move.amount_total;

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

/** Credit notes that name the move lower it by what is left of them too; any other one by what was set off against it. */
function creditsOf({ refunds = [], setOff = [] }: MoveParts): Credit[] {
  const named = new Set(refunds.map(({ id }) => id));
  const others = new Map(setOff.filter(({ refund }) => !named.has(refund.id)).map(({ refund }) => [refund.id, refund]));
  const setOffOf = (id: number) => sumOf(setOff.filter(({ refund }) => refund.id === id).map(({ amount }) => amount));
  return [
    ...refunds.map((refund) => ({ ...creditFrom(refund), setOffFen: setOffOf(refund.id) })),
    ...[...others.values()].map((refund) => ({ ...creditFrom(refund), unusedFen: 0n, setOffFen: setOffOf(refund.id) })),
  ];
}

/** The residual of a credit note is what is not set off yet, and not paid back. */
function creditFrom(refund: OdooMove): Credit {
  const [amountFen, unusedFen] = [fenOf(refund.amount_total), fenOf(refund.amount_residual)];
  return { number: numberOf(refund), issuedOn: dayOf(refund.invoice_date), amountFen, unusedFen };
}

/** Undefined when there is none, or one that cannot be read. */
function sumOf(amounts: readonly unknown[]): Fen | undefined {
  const read = amounts.map(fenOf).filter((fen) => fen !== undefined);
  return read.length === amounts.length && read.length > 0 ? sumFen(read) : undefined;
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
  return move.payment_state === 'reversed' && fenOf(move.amount_residual) === 0n ? 'reversed' : 'posted';
}

/** Those that say for certain how much of it is paid, and those that say that all of it is. */
const CLEAR: readonly unknown[] = ['not_paid', 'partial'];
const ENDED: readonly unknown[] = ['paid', 'reversed'];

/**
 * `in_payment`: a payment is registered and its bank statement is not in yet, so whoever is asked for the rest may have paid it. A
 * payment without an entry of its own makes a move `paid` of which all is still open. What older releases left unsaid
 * (`invoicing_legacy`) and words not known here are not guessed.
 */
function holdOf(state: unknown, openFen: Fen | undefined): Hold | null {
  if (state === 'blocked') return 'SKIPPED_DUNNING_BLOCKED';
  if (state === 'in_payment') return 'SKIPPED_IN_PAYMENT';
  return CLEAR.includes(state) || (ENDED.includes(state) && openFen === 0n) ? null : 'SKIPPED_PAYMENT_UNCLEAR';
}

function nameOf(relation: unknown): string | null {
  return Array.isArray(relation) ? textOf(relation[1]) : null;
}
