import type { Outbound } from '../../platform/outbound/index.js';
import type { ErpAccess, ErpClient, ErpDocument, PageQuery } from './erp-client.js';
import { ErpHttp, listOf } from './erp-http.js';
import { erpnextDocument, INVOICE_FIELDS, type SalesInvoice } from './erpnext.mapper.js';

type Filter = readonly [field: string, operator: string, value: unknown];
const RESOURCE = `api/resource/${encodeURIComponent('Sales Invoice')}`;

/**
 * ERPNext over Frappe's REST API: `GET /api/resource/Sales Invoice` with `Authorization: token key:secret`; errors are HTTP
 * statuses with `exc_type` (401, 403, 417 for a query it rejects, 429). `modified` is the site's local time. Pages are
 * ordered by name, the primary key.
 */
export class ErpnextClient implements ErpClient {
  private readonly http: ErpHttp;
  private readonly authorization: string;
  private readonly scope: readonly Filter[];

  constructor(outbound: Outbound, { baseUrl, credentials }: ErpAccess) {
    this.http = new ErpHttp(outbound, baseUrl);
    this.authorization = `token ${credentials['apiKey']}:${credentials['apiSecret']}`;
    this.scope = credentials['company'] ? [['company', '=', credentials['company']]] : [];
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
    return keys.length === 0 ? [] : this.invoices([['name', 'in', keys]], keys.length);
  }

  private async invoices(filters: readonly Filter[], limit: number): Promise<ErpDocument[]> {
    return (await this.list({ fields: INVOICE_FIELDS, filters, order: 'name asc', limit })).map(erpnextDocument);
  }

  private async list(query: { fields: readonly string[]; filters: readonly Filter[]; order: string; limit: number }) {
    const params = new URLSearchParams({
      fields: JSON.stringify(query.fields),
      filters: JSON.stringify([...this.scope, ...query.filters]),
      order_by: query.order,
      limit_start: '0',
      limit_page_length: String(query.limit),
    });
    const headers = { authorization: this.authorization };
    const { json } = await this.http.ask({ path: `${RESOURCE}?${params}`, method: 'GET', headers });
    return listOf<SalesInvoice>((json as { data?: unknown } | null)?.data, query.limit);
  }
}
