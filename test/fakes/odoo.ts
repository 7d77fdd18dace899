import { type Books, type Invoice, meets, ordered } from './books.js';
import { ErpServer, type Question, type Reply } from './erp-server.js';

type Row = Record<string, any>;
interface Search {
  domain: [string, string, unknown][];
  fields: string[];
  limit: number;
  offset: number;
  order: string;
}

/** Odoo 19's JSON-2 API over invoices: bearer keys, domains, orders; stamps kept to the microsecond and written to the second. */
export class OdooServer extends ErpServer {
  readonly keys = new Set(['key-one']);
  /** A model that this user may not read. */
  denied: string | null = null;

  constructor(
    readonly books: Books,
    private readonly database = 'harbour',
  ) {
    super();
  }

  protected answer({ path, headers, body }: Question): Reply {
    const key = /^bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
    if (!key || !this.keys.has(key)) return error(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey');
    if (headers['x-odoo-database'] !== this.database) return error(404, 'werkzeug.exceptions.NotFound', 'No database');
    if (path === `/json/2/${this.denied}/search_read`) return error(403, 'odoo.exceptions.AccessError', 'Not allowed');
    const all = this.books.all();
    if (path === '/json/2/account.move/search_read')
      return found(
        all.map((one) => moveOf(one, all)),
        this.bounded(body),
      );
    if (path === '/json/2/account.move.line/search_read') return found(all.flatMap(linesOf), this.bounded(body));
    if (path === '/json/2/account.partial.reconcile/search_read')
      return found(all.flatMap(setOffsOf), this.bounded(body));
    if (path === '/json/2/res.partner/search_read') return found(this.books.all().map(partnerOf), this.bounded(body));
    return error(404, 'werkzeug.exceptions.NotFound', `the model or method of ${path} does not exist`);
  }

  private bounded(search: Search): Search {
    return { ...search, limit: Math.min(search.limit, this.most) };
  }
}

function found(rows: Row[], { domain, fields, limit, offset, order }: Search): Reply {
  const unknown = [...fields, ...domain.map(([field]) => field)].find((field) => rows[0] && !(field in rows[0]));
  if (unknown) return error(422, 'builtins.ValueError', `Invalid field ${unknown}`);
  const matching = rows.filter((row) =>
    domain.every(([field, operator, wanted]) =>
      meets(compared(row[field]), operator, field === 'write_date' ? ms(wanted) : wanted),
    ),
  );
  const page = ordered(matching, order, (row, field) => row[field]).slice(offset, offset + limit);
  return {
    status: 200,
    json: page.map((row) => Object.fromEntries(fields.map((field) => [field, shown(row, field)]))),
  };
}

/** A relation is compared by its id. */
const compared = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The receivable lines of a move, one for each term; credit notes have them on the other side. */
function linesOf(invoice: Invoice): Row[] {
  const { id, number, total, open, dueOn, kind } = invoice;
  const sign = kind === 'credit_note' ? -1 : 1;
  return (invoice.plan ?? [{ dueOn, open, amount: total }]).map((line, n) => ({
    id: id * 100 + n,
    move_id: [id, number],
    account_type: 'asset_receivable',
    date_maturity: line.dueOn,
    amount_currency: sign * (line.amount ?? line.open),
    balance: sign * (line.amount ?? line.open),
    amount_residual_currency: sign * line.open,
    amount_residual: sign * line.open,
  }));
}

/** What of a credit note was set off against the first line of each move, as one row for each. */
function setOffsOf({ id, number, kind, setOff = [] }: Invoice): Row[] {
  return setOff.map(({ against, amount }, n) => ({
    id: id * 100 + n,
    'debit_move_id.move_id': against,
    'credit_move_id.move_id.move_type': kind === 'credit_note' ? 'out_refund' : 'entry',
    debit_move_id: [against * 100, `INV ${against}`],
    credit_move_id: [id * 100, number],
    debit_amount_currency: amount,
  }));
}

function moveOf(invoice: Invoice, all: readonly Invoice[]): Row {
  const { kind, state, open, total } = invoice;
  const reversed = all.find(({ id }) => id === invoice.reverses);
  return {
    id: invoice.id,
    name: state === 'draft' ? '/' : invoice.number,
    move_type: kind === 'credit_note' ? 'out_refund' : 'out_invoice',
    state: state === 'cancelled' ? 'cancel' : state,
    payment_state: open === 0 ? 'paid' : open < total ? 'partial' : 'not_paid',
    currency_id: [invoice.currency === 'CNY' ? 7 : 1, invoice.currency],
    amount_total: total,
    amount_residual: open,
    invoice_date: invoice.issuedOn,
    invoice_date_due: invoice.dueOn,
    commercial_partner_id: [invoice.customer.id, invoice.customer.name],
    ref: false,
    reversed_entry_id: reversed ? [reversed.id, reversed.number] : false,
    write_date: invoice.changedAt,
  };
}

function partnerOf({ customer }: Invoice): Row {
  const { id, name, taxNumber } = customer;
  return {
    id,
    name,
    vat: taxNumber ?? false,
    phone: '021-55550000',
    contact_address: '上海市\n浦东新区',
    active: true,
  };
}

const ms = (text: unknown) => Date.parse(`${String(text).replace(' ', 'T')}Z`);

function shown(row: Row, field: string): unknown {
  if (field !== 'write_date') return row[field];
  return new Date(row[field]).toISOString().slice(0, 19).replace('T', ' ');
}

function error(status: number, name: string, message: string): Reply {
  return { status, json: { name, message, arguments: [message], context: {}, debug: '' } };
}
