import type { Outbound } from '../../platform/outbound/index.js';
import { type ErpAccess, type ErpClient, type ErpDocument, type PageQuery, SMALLEST_LIMIT } from './erp-client.js';
import { ErpFault, QuestionTooLong } from './erp-fault.js';
import { ErpHttp, grouped, ifOffered, listOf } from './erp-http.js';
import {
  erpnextDocument,
  INVOICE_FIELDS,
  isPosted,
  type SalesInvoice,
  SCHEDULE_FIELDS,
  type ScheduleRow,
} from './erpnext.mapper.js';

type Filter = readonly [field: string, operator: string, value: unknown];
const INVOICE = 'Sales Invoice';
/** The longest request line: gunicorn, behind which Frappe runs, takes 4,094 bytes. */
const QUESTION_BYTES = 4_000;
const METHOD_AND_VERSION = 'GET / HTTP/1.1'.length;
/** Lines of terms, or returns, of one answer. */
const MOST_PARTS = 1_000;

interface Query {
  /** Another type than that of invoices, and the type whose lines they are. */
  readonly doctype?: string;
  readonly parent?: string;
  readonly fields: readonly string[];
  readonly filters: readonly Filter[];
  readonly order: string;
  readonly limit: number;
}

/**
 * ERPNext over Frappe's REST API: `GET /api/resource/Sales Invoice` with `Authorization: token key:secret`; errors are HTTP
 * statuses with `exc_type` (401, 403, 417 for a query it rejects, 429). `modified` is the site's local time. Pages are
 * ordered by name, the primary key.
 */
export class ErpnextClient implements ErpClient {
  private readonly http: ErpHttp;
  private readonly authorization: string;
  private readonly scope: readonly Filter[];
  /** What is before the path of a question in its request line. */
  private readonly pathBytes: number;

  constructor(outbound: Outbound, { baseUrl, credentials }: ErpAccess) {
    this.http = new ErpHttp(outbound, baseUrl);
    this.authorization = `token ${credentials['apiKey']}:${credentials['apiSecret']}`;
    this.scope = credentials['company'] ? [['company', '=', credentials['company']]] : [];
    const scopeBytes = new URLSearchParams({ s: JSON.stringify(this.scope) }).toString().length;
    this.pathBytes = METHOD_AND_VERSION + new URL(baseUrl).pathname.length + scopeBytes;
  }

  async newest(): Promise<string | null> {
    const [invoice] = await this.list({ fields: ['modified'], filters: [], order: 'modified desc', limit: 1 });
    return typeof invoice?.modified === 'string' ? invoice.modified : null;
  }

  async changed({ since, after, limit }: PageQuery): Promise<ErpDocument[]> {
    const changed: Filter[] = since === null ? [] : [['modified', '>=', since]];
    const further: Filter[] = after === null ? [] : [['name', '>', after]];
    return this.invoices([...changed, ...further], limit);
  }

  async byKeys(keys: readonly string[]): Promise<ErpDocument[]> {
    const found = await this.inParts(keys, (some) => ({
      ...{ fields: INVOICE_FIELDS, order: 'name asc', limit: some.length },
      filters: [['name', 'in', some]],
    }));
    return this.completed(found);
  }

  private async invoices(filters: readonly Filter[], limit: number): Promise<ErpDocument[]> {
    return this.completed(await this.list({ fields: INVOICE_FIELDS, filters, order: 'name asc', limit }));
  }

  /** With the lines of their terms and the returns against them, which are asked for by the names of the invoices. */
  private async completed(invoices: readonly SalesInvoice[]): Promise<ErpDocument[]> {
    const posted = invoices.filter(isPosted);
    const open = posted.filter(({ outstanding_amount: left }) => left !== 0);
    const schedules = grouped(await ifOffered(this.schedules(open.map(({ name }) => name))), ({ parent }) => parent);
    const returns = grouped(await this.returns(posted.map(({ name }) => name)), (one) => one.return_against);
    return invoices.map((one) =>
      erpnextDocument(one, { schedule: schedules.get(one.name) ?? [], returns: returns.get(one.name) ?? [] }),
    );
  }

  /** Frappe reads the lines of a document as rows of their own when the document's type is named. */
  private async schedules(names: readonly string[]): Promise<ScheduleRow[]> {
    const found = await this.inParts<ScheduleRow>(names, (some) => ({
      ...{ doctype: 'Payment Schedule', parent: INVOICE, fields: SCHEDULE_FIELDS, order: 'parent asc, idx asc' },
      filters: [
        ['parenttype', '=', INVOICE],
        ['parent', 'in', some],
      ],
      limit: MOST_PARTS,
    }));
    const missing = names.filter((name) => !found.some(({ parent }) => parent === name));
    // A server that gives less at once than it is asked for leaves out the last ones, and cuts the last one it gives.
    const cutOff = missing.length > 0 && found.length >= SMALLEST_LIMIT ? found.at(-1)!.parent : undefined;
    if (typeof cutOff !== 'string' || missing.length === names.length - 1) return found;
    const whole = found.filter(({ parent }) => parent !== cutOff);
    return [...whole, ...(await this.schedules([cutOff, ...missing]))];
  }

  private returns(names: readonly string[]): Promise<SalesInvoice[]> {
    return this.inParts(names, (some) => ({
      ...{ fields: INVOICE_FIELDS, order: 'name asc', limit: MOST_PARTS },
      filters: [
        ['is_return', '=', 1],
        ['docstatus', '=', 1],
        ['return_against', 'in', some],
      ],
    }));
  }

  /**
   * Asks for as many names at once as a request line may hold, and for half of them where a server takes less than that, or where
   * an answer is as long as it may be.
   */
  private async inParts<T = SalesInvoice>(names: readonly string[], queryOf: (some: string[]) => Query): Promise<T[]> {
    const found: T[] = [];
    const left = partsOf(names, QUESTION_BYTES - this.pathBytes - pathOf(queryOf([])).length);
    for (let some = left.shift(); some !== undefined; some = left.shift()) {
      const query = queryOf(some);
      const answer = await this.list<T>(query).catch(onlyTooLong);
      const isWhole = answer !== undefined && (answer.length < query.limit || query.limit === some.length);
      if (isWhole) found.push(...answer);
      else if (some.length === 1) throw new ErpFault('refused', answer ? 'ERP_ANSWER_STRANGE' : 'ERP_REFUSED');
      else left.unshift(some.slice(0, some.length / 2), some.slice(some.length / 2));
    }
    return found;
  }

  private async list<T = SalesInvoice>(query: Query): Promise<T[]> {
    const headers = { authorization: this.authorization };
    const scoped = query.doctype ? query : { ...query, filters: [...this.scope, ...query.filters] };
    const { json } = await this.http.ask({ path: pathOf(scoped), method: 'GET', headers });
    return listOf<T>((json as { data?: unknown } | null)?.data, query.limit);
  }
}

function pathOf(query: Query): string {
  const params = new URLSearchParams({
    ...(query.parent ? { parent: query.parent } : {}),
    fields: JSON.stringify(query.fields),
    filters: JSON.stringify(query.filters),
    order_by: query.order,
    limit_start: '0',
    limit_page_length: String(query.limit),
  });
  return `api/resource/${encodeURIComponent(query.doctype ?? INVOICE)}?${params}`;
}

/** Names in their order, in parts whose bytes in a request line do not exceed a number. */
function partsOf(names: readonly string[], most: number): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const name of names) {
    const bytes = new URLSearchParams({ n: `${JSON.stringify(name)},` }).toString().length;
    if (bytes > room || parts.length === 0) {
      parts.push([]);
      room = most;
    }
    parts.at(-1)!.push(name);
    room -= bytes;
  }
  return parts;
}

function onlyTooLong(error: unknown): undefined {
  if (!(error instanceof QuestionTooLong)) throw error;
}
