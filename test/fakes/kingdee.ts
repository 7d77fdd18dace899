import { randomUUID } from 'node:crypto';
import { type Books, type Invoice, ordered } from './books.js';
import { ErpServer, type Question, type Reply } from './erp-server.js';

type Row = Record<string, any>;
const CHINA = 8 * 3_600_000;
const MOST = 10_000;

/** Kingdee's WebAPI over receivables: sessions in a cookie, rows as arrays, every failure inside HTTP 200. */
export class KingdeeServer extends ErpServer {
  readonly sessions = new Set<string>();
  secret = 'app-secret';
  logins = 0;

  constructor(readonly books: Books) {
    super();
  }

  protected answer({ path, headers, body }: Question): Reply {
    if (path.endsWith('.AuthService.LoginByAppSecret.common.kdsvc')) return this.login(body.parameters);
    if (!path.endsWith('.DynamicFormService.ExecuteBillQuery.common.kdsvc')) return { status: 404, json: null };
    const session = /kdservice-sessionid=([^;]+)/.exec(headers.cookie ?? '')?.[1];
    if (!session || !this.sessions.has(session)) return failure('会话信息已丢失，请重新登录', 1);
    return this.query(body.data);
  }

  private login([account, user, appId, secret]: string[]): Reply {
    this.logins += 1;
    if (account !== 'acct' || user !== 'integration' || appId !== 'app' || secret !== this.secret) {
      return { status: 200, json: { LoginResultType: 0, Message: '应用密钥错误', KDSVCSessionId: null } };
    }
    const session = randomUUID();
    this.sessions.add(session);
    const headers = { 'set-cookie': `kdservice-sessionid=${session}; path=/; HttpOnly` };
    return { status: 200, json: { LoginResultType: 1, Message: null, KDSVCSessionId: session }, headers };
  }

  private query(asked: Row): Reply {
    if (asked['FormId'] !== 'AR_receivable') return failure('业务对象不存在', 0);
    if (asked['Limit'] > MOST) return failure('单次查询数据不能超过10000', 0);
    const rows = this.books.all().flatMap(rowsOf);
    const keys = (asked['FieldKeys'] as string).split(',');
    const unknown = keys.find((key) => rows[0] && !(key.toUpperCase() in rows[0]));
    if (unknown) return failure(`字段${unknown}不存在`, 0);
    const conditions = (asked['FilterString'] as string).split(' AND ').filter((text) => text !== '');
    const matching = rows.filter((row) => conditions.every((condition) => holds(row, condition)));
    const sorted = ordered(matching, asked['OrderString'], (row, key) => row[key.toUpperCase()]);
    const page = sorted.slice(asked['StartRow'], asked['StartRow'] + Math.min(asked['Limit'], this.most));
    return { status: 200, json: page.map((row) => keys.map((key) => shown(row, key.toUpperCase()))) };
  }
}

/** A question for a field of the plan of payment gives a row for each of its lines. */
function rowsOf(invoice: Invoice): Row[] {
  const line = { dueOn: invoice.dueOn, open: invoice.open, amount: invoice.total };
  return (invoice.plan ?? [line]).map(({ dueOn, open, amount }) => rowOf({ ...invoice, dueOn, open }, amount));
}

function rowOf(invoice: Invoice, planned: number | undefined): Row {
  const sign = invoice.kind === 'credit_note' ? -1 : 1;
  return {
    FID: invoice.id,
    FBILLNO: invoice.number,
    FDATE: `${invoice.issuedOn}T00:00:00`,
    FENDDATE: `${invoice.dueOn}T00:00:00`,
    FDOCUMENTSTATUS: invoice.state === 'draft' ? 'A' : 'C',
    FCANCELSTATUS: invoice.state === 'cancelled' ? 'B' : 'A',
    FWRITTENOFFSTATUS: invoice.open === 0 ? 'C' : invoice.open < invoice.total ? 'B' : 'A',
    FALLAMOUNTFOR: sign * invoice.total,
    FPAYAMOUNTFOR: planned === undefined ? ' ' : sign * planned,
    FNOTWRITTENOFFAMOUNTFOR: sign * invoice.open,
    'FCURRENCYID.FCODE': invoice.currency,
    'FCUSTOMERID.FNAME': invoice.customer.name,
    'FCUSTOMERID.FSOCIALCRECODE': invoice.customer.taxNumber ?? ' ',
    'FCUSTOMERID.FTAXREGISTERCODE': ' ',
    'FCUSTOMERID.FTEL': ' ',
    'FCUSTOMERID.FADDRESS': '上海市浦东新区',
    'FSALEORGID.FNUMBER': '100',
    FMODIFYDATE: invoice.changedAt,
  };
}

function shown(row: Row, key: string): unknown {
  if (key !== 'FMODIFYDATE') return row[key];
  return new Date(row[key] + CHINA).toISOString().slice(0, 23);
}

function holds(row: Row, condition: string): boolean {
  const many = /^(\S+) IN \(([\d,]+)\)$/.exec(condition);
  if (many) return many[2]!.split(',').includes(String(row[many[1]!.toUpperCase()]));
  const one = /^(\S+) (>=|>|=) (?:'([^']*)'|(\d+))$/.exec(condition);
  if (!one) throw new Error(`filter ${condition}`);
  const [, key, operator, text, number] = one;
  const value = row[key!.toUpperCase()];
  if (key!.toUpperCase() === 'FMODIFYDATE') return value >= Date.parse(`${text!.replace(' ', 'T')}Z`) - CHINA;
  if (operator === '=') return value === text;
  return operator === '>' ? value > Number(number) : value >= Number(number);
}

function failure(message: string, code: number): Reply {
  const errors = [{ FieldName: null, Message: message, DIndex: 0 }];
  const status = {
    ErrorCode: 500,
    IsSuccess: false,
    Errors: errors,
    SuccessEntitys: [],
    SuccessMessages: [],
    MsgCode: code,
  };
  return { status: 200, json: [[{ Result: { ResponseStatus: status } }]] };
}
