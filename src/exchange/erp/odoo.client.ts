import type { Outbound } from '../../platform/outbound/index.js';
import { type ErpAccess, type ErpClient, type ErpDocument, type PageQuery, SMALLEST_LIMIT } from './erp-client.js';
import { ErpFault } from './erp-fault.js';
import { ErpHttp, grouped, ifOffered, listOf } from './erp-http.js';
import {
  idOf,
  isLowered,
  isOwed,
  LINE_FIELDS,
  MOVE_FIELDS,
  type OdooLine,
  type OdooMove,
  type OdooPartner,
  type OdooSetOff,
  odooDocument,
  PARTNER_FIELDS,
  type RefundSetOff,
  SET_OFF_FIELDS,
} from './odoo.mapper.js';

/** What was set off against one move. */
type SetOff = RefundSetOff & { readonly moveId: number | null };
type Condition = readonly [field: string, operator: string, value: unknown];

/** Drafts, cancelled ones and credit notes are read too, so that the owner sees why they are skipped. */
const RECEIVABLES: Condition = ['move_type', 'in', ['out_invoice', 'out_refund', 'out_receipt']];

/** Receivable lines, or credit notes, of one answer, and of all answers about one page. */
const MOST_PARTS = 5_000;
const MOST_PARTS_OF_ALL = 50_000;

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
    const owed = moves.filter(isOwed);
    const open = owed.filter(({ amount_residual: left }) => left !== 0).map(({ id }) => id);
    const lines = grouped(await ifOffered(this.receivableLines(open)), (line) => idOf(line.move_id));
    const refunds = grouped(await this.refunds(owed.map(({ id }) => id)), (one) => idOf(one.reversed_entry_id));
    const lowered = owed.filter(isLowered).map(({ id }) => id);
    const setOff = grouped(await ifOffered(this.setOff(lowered)), ({ moveId }) => moveId);
    return moves.map((move) => {
      const [partner, own] = [partners.get(idOf(move.commercial_partner_id) ?? -1), move.id];
      return odooDocument(move, {
        partner,
        lines: lines.get(own),
        refunds: refunds.get(own),
        setOff: setOff.get(own),
      });
    });
  }

  /** Tax numbers and phones belong to the partner, and `search_read` does not follow relations. */
  private async partners(moves: readonly OdooMove[]): Promise<Map<number, OdooPartner>> {
    const ids = [...new Set(moves.map((move) => idOf(move.commercial_partner_id)).filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const domain = [
      ['id', 'in', ids],
      ['active', 'in', [true, false]],
    ];
    const query = { domain, fields: PARTNER_FIELDS, limit: ids.length, offset: 0, order: 'id asc' };
    const found = await this.searchRead<OdooPartner>('res.partner', query);
    return new Map(found.map((partner) => [partner.id, partner]));
  }

  /** One for each term of payment of these moves. */
  private receivableLines(ids: readonly number[]): Promise<OdooLine[]> {
    const domain: Condition[] = [
      ['move_id', 'in', ids],
      ['account_type', '=', 'asset_receivable'],
    ];
    const isEach = (lines: readonly OdooLine[]) => new Set(lines.map((line) => idOf(line.move_id))).size === ids.length;
    return ids.length === 0 ? none() : this.all('account.move.line', LINE_FIELDS, domain, isEach);
  }

  /** The posted credit notes that reverse these moves. */
  private refunds(ids: readonly number[]): Promise<OdooMove[]> {
    const domain: Condition[] = [
      ['reversed_entry_id', 'in', ids],
      ['move_type', '=', 'out_refund'],
      ['state', '=', 'posted'],
    ];
    return ids.length === 0 ? none() : this.all('account.move', MOVE_FIELDS, domain);
  }

  /** What was set off against these moves of any credit note, whether or not it names them: that is no payment. */
  private async setOff(ids: readonly number[]): Promise<SetOff[]> {
    if (ids.length === 0) return [];
    const found = await this.all<OdooSetOff>('account.partial.reconcile', SET_OFF_FIELDS, [
      ['debit_move_id.move_id', 'in', ids],
      ['credit_move_id.move_id.move_type', '=', 'out_refund'],
    ]);
    const touched = found.flatMap((one) => [idOf(one.debit_move_id), idOf(one.credit_move_id)]);
    const lines = await this.withIds<OdooLine>('account.move.line', ['id', 'move_id'], touched);
    const moveOf = (line: unknown) => idOf(lines.get(idOf(line))?.move_id);
    const credited = found.map((one) => moveOf(one.credit_move_id));
    const refunds = await this.withIds<OdooMove>('account.move', MOVE_FIELDS, credited);
    return found.flatMap((one) => {
      const [moveId, refund] = [moveOf(one.debit_move_id), refunds.get(moveOf(one.credit_move_id))];
      return refund ? [{ moveId, refund, amount: one.debit_amount_currency }] : [];
    });
  }

  /** By their ids. */
  private async withIds<T extends { id: number }>(
    model: string,
    fields: readonly string[],
    wanted: readonly (number | null)[],
  ): Promise<Map<number | null, T>> {
    const ids = [...new Set(wanted)].filter((id) => id !== null);
    const isEach = (found: readonly T[]) => found.length === ids.length;
    const found = ids.length === 0 ? [] : await this.all<T>(model, fields, [['id', 'in', ids]], isEach);
    return new Map(found.map((one) => [one.id, one]));
  }

  /** In one question, unless the server gives less at once than there is. */
  private async all<T extends { id: number }>(
    model: string,
    fields: readonly string[],
    domain: readonly Condition[],
    isWhole: (found: readonly T[]) => boolean = () => false,
  ): Promise<T[]> {
    const found: T[] = [];
    for (let last = 0; ; last = found.at(-1)!.id) {
      const query = { domain: [...domain, ['id', '>', last]], fields, limit: MOST_PARTS, offset: 0, order: 'id asc' };
      const more = await this.searchRead<T>(model, query);
      // A server that ignores the position would be asked for ever.
      const goesOn = more.every(({ id }) => id > last) && found.length < MOST_PARTS_OF_ALL;
      if (!goesOn) throw new ErpFault('later', 'ERP_ANSWER_STRANGE');
      found.push(...more);
      if (more.length < SMALLEST_LIMIT || (more.length < MOST_PARTS && isWhole(found))) return found;
    }
  }

  private async searchRead<T>(model: string, body: { limit: number } & Record<string, unknown>): Promise<T[]> {
    const query = { path: `json/2/${model}/search_read`, method: 'POST', headers: this.headers, body } as const;
    return listOf<T>((await this.http.ask(query)).json, body.limit);
  }
}

const none = () => Promise.resolve([]);
