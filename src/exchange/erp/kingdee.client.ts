import type { Outbound } from '../../platform/outbound/index.js';
import { type ErpAccess, type ErpClient, type ErpDocument, type PageQuery, SMALLEST_LIMIT } from './erp-client.js';
import { ErpFault } from './erp-fault.js';
import { ErpHttp, listOf } from './erp-http.js';
import { billOf, kingdeeDocuments, RECEIVABLE_KEYS } from './kingdee.mapper.js';
import { isStamp } from './stamps.js';

const SERVICE = 'Kingdee.BOS.WebApi.ServicesStub';
const LOGIN = `${SERVICE}.AuthService.LoginByAppSecret.common.kdsvc`;
const QUERY = `${SERVICE}.DynamicFormService.ExecuteBillQuery.common.kdsvc`;
const SIMPLIFIED_CHINESE = 2052;
const LOGGED_IN = 1;
const SESSION_LOST = 1;
const ROWS_AT_ONCE = 1_000;
/** A plan of payment with more lines is a server that ignores the position. */
const MOST_LINES = 10_000;

interface Failure {
  readonly MsgCode?: number;
  readonly Errors?: readonly { readonly Message?: string }[];
}

/**
 * Kingdee Cloud Galaxy (K3Cloud WebAPI): a session by `LoginByAppSecret`, carried in the cookie `kdservice-sessionid`; bills by
 * `ExecuteBillQuery`, an array of arrays. Failures come inside HTTP 200 as `[[{Result:{ResponseStatus}}]]`. A lost session
 * (MsgCode 1, 会话信息已丢失) is reopened once for each query. `FMODIFYDATE` is the server's local time.
 */
export class KingdeeClient implements ErpClient {
  private readonly http: ErpHttp;
  private session: string | null = null;

  constructor(
    outbound: Outbound,
    private readonly access: ErpAccess,
  ) {
    this.http = new ErpHttp(outbound, access.baseUrl);
  }

  async newest(): Promise<string | null> {
    const [row] = await this.query(['FMODIFYDATE'], [], 'FMODIFYDATE DESC', 1);
    return typeof row?.[0] === 'string' ? row[0] : null;
  }

  async changed({ since, after, limit }: PageQuery): Promise<ErpDocument[]> {
    const changed = since === null ? [] : [`FMODIFYDATE >= '${stamp(since)}'`];
    return this.bills(changed, limit, after);
  }

  async byKeys(keys: readonly string[]): Promise<ErpDocument[]> {
    return keys.length === 0 ? [] : this.bills([`FID IN (${keys.map(digits).join(',')})`], ROWS_AT_ONCE, null);
  }

  /** Whole bills only: the last one of an answer may be cut off between its lines, and is read again from its first. */
  private async bills(conditions: readonly string[], limit: number, after: string | null): Promise<ErpDocument[]> {
    const found: ErpDocument[] = [];
    for (let last = after; ; last = found.at(-1)!.key) {
      const further = last === null ? [] : [`FID > ${digits(last)}`];
      const rows = await this.query(RECEIVABLE_KEYS, [...conditions, ...further], 'FID ASC', limit);
      if (rows.length < SMALLEST_LIMIT) return [...found, ...kingdeeDocuments(rows)];
      const cutOff = billOf(rows.at(-1)!);
      const whole = rows.filter((row) => billOf(row) !== cutOff);
      found.push(...kingdeeDocuments(whole.length > 0 ? whole : await this.linesOf(cutOff)));
      if (found.length >= SMALLEST_LIMIT) return found;
    }
  }

  /** All lines of one bill that fill an answer by themselves. */
  private async linesOf(bill: string): Promise<unknown[][]> {
    const lines: unknown[][] = [];
    for (;;) {
      const more = await this.query(
        RECEIVABLE_KEYS,
        [`FID IN (${digits(bill)})`],
        'FID ASC',
        ROWS_AT_ONCE,
        lines.length,
      );
      lines.push(...more);
      if (more.length === 0) return lines;
      if (lines.length > MOST_LINES) throw new ErpFault('refused', 'ERP_ANSWER_STRANGE');
    }
  }

  private async query(keys: readonly string[], conditions: readonly string[], order: string, limit: number, start = 0) {
    const organisation = this.access.credentials['organisation'];
    const scope = organisation ? [`FSALEORGID.FNUMBER = '${organisation.replaceAll("'", "''")}'`] : [];
    const data = {
      FormId: 'AR_receivable',
      FieldKeys: keys.join(','),
      FilterString: [...scope, ...conditions].join(' AND '),
      OrderString: order,
      TopRowCount: 0,
      StartRow: start,
      Limit: limit,
    };
    const rows = await this.once(data).catch(async (error) => {
      // Without a session the login itself was refused: a retry might lock the user out.
      if (!(error instanceof ErpFault) || error.kind !== 'credentials' || this.session === null) throw error;
      this.session = null;
      return this.once(data);
    });
    return listOf<unknown[]>(rows, limit);
  }

  private async once(data: object): Promise<unknown> {
    this.session ??= await this.login();
    const headers = { cookie: `kdservice-sessionid=${this.session}` };
    const { json } = await this.http.ask({ path: QUERY, method: 'POST', headers, body: { data } });
    const failure = failureOf(json);
    if (!failure) return json;
    if (isSessionLost(failure)) throw new ErpFault('credentials', 'ERP_SESSION_LOST');
    throw new ErpFault('refused', 'ERP_REFUSED');
  }

  private async login(): Promise<string> {
    const { accountId, username, appId, appSecret } = this.access.credentials;
    const body = { parameters: [accountId, username, appId, appSecret, SIMPLIFIED_CHINESE] };
    const { json, headers } = await this.http.ask({ path: LOGIN, method: 'POST', headers: {}, body });
    const answer = (json ?? {}) as { LoginResultType?: number; KDSVCSessionId?: unknown };
    if (answer.LoginResultType !== LOGGED_IN) throw new ErpFault('credentials', 'ERP_CREDENTIALS_REFUSED');
    const session = answer.KDSVCSessionId ?? cookieOf(headers['set-cookie']);
    if (typeof session === 'string' && /^[\w-]{1,200}$/.test(session)) return session;
    throw new ErpFault('refused', 'ERP_ANSWER_STRANGE');
  }
}

function failureOf(json: unknown): Failure | undefined {
  const inner = Array.isArray(json) ? (Array.isArray(json[0]) ? json[0][0] : json[0]) : json;
  const status = (inner as { Result?: { ResponseStatus?: { IsSuccess?: boolean } & Failure } } | null)?.Result
    ?.ResponseStatus;
  return status && status.IsSuccess !== true ? status : undefined;
}

const isSessionLost = ({ MsgCode, Errors }: Failure) =>
  MsgCode === SESSION_LOST ||
  (Array.isArray(Errors) && Errors.some((one) => String(one?.Message).includes('会话信息已丢失')));

function cookieOf(cookies: readonly string[] | undefined): string | undefined {
  return cookies?.map((cookie) => /^kdservice-sessionid=([^;]+)/.exec(cookie)?.[1]).find(Boolean);
}

/** Kingdee filters are text: a timestamp is checked so that it cannot end a literal. */
function stamp(text: string): string {
  if (isStamp(text)) return text;
  throw new ErpFault('refused', 'ERP_ANSWER_STRANGE');
}

function digits(key: string): string {
  if (/^\d{1,18}$/.test(key)) return key;
  throw new ErpFault('refused', 'ERP_ANSWER_STRANGE');
}
