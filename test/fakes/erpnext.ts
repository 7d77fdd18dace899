import { type Books, type Invoice, meets, ordered } from './books.js';
import { ErpServer, type Question, type Reply } from './erp-server.js';

type Row = Record<string, any>;
const CHINA = 8 * 3_600_000;

/**
 * Frappe's REST API over Sales Invoices and the lines of their terms: token pairs, filters, orders, 417 for a field it does not have; local
 * time; behind gunicorn, which takes a request line of 4,094 bytes.
 */
export class ErpnextServer extends ErpServer {
  readonly tokens = new Set(['key:secret']);

  constructor(readonly books: Books) {
    super();
  }

  /** Whether this user may read the lines of terms. */
  schedules = true;
  /** The longest request line it takes. */
  longest = 4_094;
  /** The longest one that it was sent. */
  longestSeen = 0;

  protected answer({ path, query, headers, line }: Question): Reply {
    this.longestSeen = Math.max(this.longestSeen, line.length);
    if (line.length > this.longest) return exception(400, 'BadRequest');
    const token = /^token (.+)$/i.exec(headers.authorization ?? '')?.[1];
    if (!token) return exception(403, 'PermissionError');
    if (!this.tokens.has(token)) return exception(401, 'AuthenticationError');
    const isSchedule = path === '/api/resource/Payment Schedule';
    if (isSchedule && (!this.schedules || query.get('parent') !== 'Sales Invoice'))
      return exception(403, 'PermissionError');
    if (!isSchedule && path !== '/api/resource/Sales Invoice') return exception(404, 'DoesNotExistError');
    const fields = JSON.parse(query.get('fields') ?? '["name"]') as string[];
    const filters = JSON.parse(query.get('filters') ?? '[]') as [string, string, unknown][];
    const all = this.books.all();
    const rows = isSchedule ? all.flatMap(scheduleOf) : all.map((one) => rowOf(one, all));
    const unknown = [...fields, ...filters.map(([field]) => field)].find((field) => rows[0] && !(field in rows[0]));
    if (unknown) return exception(417, 'DataError');
    const matching = rows.filter((row) => filters.every(([field, op, wanted]) => meets(row[field], op, wanted)));
    const from = Number(query.get('limit_start') ?? 0);
    const page = ordered(matching, query.get('order_by') ?? 'modified desc', (row, field) => row[field]);
    const data = page.slice(from, from + Math.min(Number(query.get('limit_page_length') ?? 20), this.most));
    return { status: 200, json: { data: data.map((row) => Object.fromEntries(fields.map((f) => [f, row[f]]))) } };
  }
}

function scheduleOf(invoice: Invoice): Row[] {
  const { number, total, open, dueOn } = invoice;
  return (invoice.plan ?? [{ dueOn, open, amount: total }]).map((line, n) => ({
    parent: number,
    parenttype: 'Sales Invoice',
    idx: n + 1,
    due_date: line.dueOn,
    payment_amount: line.amount ?? line.open,
    outstanding: line.open,
  }));
}

function rowOf(invoice: Invoice, all: readonly Invoice[]): Row {
  const { state, kind } = invoice;
  const sign = kind === 'credit_note' ? -1 : 1;
  const [open, total] = [sign * invoice.open, sign * invoice.total];
  const against = all.find(({ id }) => id === invoice.reverses);
  return {
    name: invoice.number,
    docstatus: { draft: 0, posted: 1, cancelled: 2 }[state],
    status: state === 'draft' ? 'Draft' : state === 'cancelled' ? 'Cancelled' : open === 0 ? 'Paid' : 'Overdue',
    is_return: kind === 'credit_note' ? 1 : 0,
    return_against: against?.number ?? null,
    customer: invoice.customer.name,
    customer_name: invoice.customer.name,
    tax_id: invoice.customer.taxNumber,
    contact_mobile: null,
    address_display: '上海市<br>浦东新区',
    currency: invoice.currency,
    party_account_currency: invoice.currency,
    grand_total: total,
    rounded_total: 0,
    outstanding_amount: open,
    write_off_amount: 0,
    posting_date: invoice.issuedOn,
    due_date: invoice.dueOn,
    po_no: null,
    company: 'Harbour',
    modified: `${new Date(invoice.changedAt + CHINA).toISOString().slice(0, 23).replace('T', ' ')}000`,
  };
}

function exception(status: number, type: string): Reply {
  return { status, json: { exc_type: type, exception: `frappe.exceptions.${type}`, _server_messages: '[]' } };
}
