import type { Outbound } from '../../platform/outbound/index.js';
import type { ErpAccess, ErpClient, ErpDocument, PageQuery } from './erp-client.js';
import { ErpHttp, listOf } from './erp-http.js';
import {
  MOVE_FIELDS,
  type OdooMove,
  type OdooPartner,
  odooDocument,
  PARTNER_FIELDS,
  partnerOf,
} from './odoo.mapper.js';

type Condition = readonly [field: string, operator: string, value: unknown];

/** Drafts, cancelled ones and credit notes are read too, so that the owner sees why they are skipped. */
const RECEIVABLES: Condition = ['move_type', 'in', ['out_invoice', 'out_refund', 'out_receipt']];

/**
 * Odoo 19 and later, External JSON-2 API: `POST /json/2/<model>/search_read` with an API key as bearer token; one call is one
 * SQL transaction, errors are HTTP statuses. Timestamps are UTC, written to the second though stored to the microsecond, and one
 * transaction gives all its rows the same one, so a timestamp cannot be the position of a page: pages are ordered by id.
 */
export class OdooClient implements ErpClient {
  private readonly http: ErpHttp;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly scope: readonly Condition[];

  constructor(outbound: Outbound, { baseUrl, credentials }: ErpAccess) {
    this.http = new ErpHttp(outbound, baseUrl);
    const { apiKey, database, company } = credentials;
    this.headers = { authorization: `bearer ${apiKey}`, ...(database ? { 'x-odoo-database': database } : {}) };
    this.scope = company ? [RECEIVABLES, ['company_id.name', '=', company]] : [RECEIVABLES];
  }

  async newest(): Promise<string | null> {
    const query = { domain: this.scope, fields: ['write_date'], limit: 1, offset: 0, order: 'write_date desc' };
    const [move] = await this.searchRead<OdooMove>('account.move', query);
    return typeof move?.write_date === 'string' ? move.write_date : null;
  }

  async changed({ since, after, limit }: PageQuery): Promise<ErpDocument[]> {
    const changed: Condition[] = since === null ? [] : [['write_date', '>=', since]];
    const further: Condition[] = after === null ? [] : [['id', '>', Number.parseInt(after, 10)]];
    return this.moves([...changed, ...further], limit);
  }

  async byKeys(keys: readonly string[]): Promise<ErpDocument[]> {
    const ids = keys.map((key) => Number.parseInt(key, 10));
    return keys.length === 0 ? [] : this.moves([['id', 'in', ids]], keys.length);
  }

  private async moves(conditions: readonly Condition[], limit: number): Promise<ErpDocument[]> {
    const domain = [...this.scope, ...conditions];
    const query = { domain, fields: MOVE_FIELDS, limit, offset: 0, order: 'id asc' };
    const moves = await this.searchRead<OdooMove>('account.move', query);
    const partners = await this.partners(moves);
    return moves.map((move) => odooDocument(move, partners.get(partnerOf(move) ?? -1)));
  }

  /** Tax numbers and phones belong to the partner, and `search_read` does not follow relations. */
  private async partners(moves: readonly OdooMove[]): Promise<Map<number, OdooPartner>> {
    const ids = [...new Set(moves.map(partnerOf).filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const domain = [
      ['id', 'in', ids],
      ['active', 'in', [true, false]],
    ];
    const query = { domain, fields: PARTNER_FIELDS, limit: ids.length, offset: 0, order: 'id asc' };
    const found = await this.searchRead<OdooPartner>('res.partner', query);
    return new Map(found.map((partner) => [partner.id, partner]));
  }

  private async searchRead<T>(model: string, body: { limit: number } & Record<string, unknown>): Promise<T[]> {
    const query = { path: `json/2/${model}/search_read`, method: 'POST', headers: this.headers, body } as const;
    return listOf<T>((await this.http.ask(query)).json, body.limit);
  }
}
