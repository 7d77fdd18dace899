import type { IncomingHttpHeaders } from 'node:http';
import {
  type Outbound,
  type OutboundAnswer,
  OutboundFault,
  type OutboundFaultCode,
} from '../../platform/outbound/index.js';
import { ErpFault, QuestionTooLong } from './erp-fault.js';

export interface ErpRequest {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface ErpAnswer {
  readonly headers: IncomingHttpHeaders;
  readonly json: unknown;
}

/** The most bytes of one answer: a page of documents takes less than one megabyte. */
const PAGE_BYTES = 3 * 1024 * 1024;
const LONGEST_WAIT_S = 3_600;

/** JSON over HTTP to one ERP, with the faults of HTTP statuses that all protocols share. */
export class ErpHttp {
  private readonly base: string;

  constructor(
    private readonly outbound: Outbound,
    baseUrl: string,
  ) {
    this.base = baseUrl.endsWith('/') ? baseUrl.slice(0, -1) : baseUrl;
  }

  async ask({ path, method, headers, body }: ErpRequest): Promise<ErpAnswer> {
    const answer = await this.send({
      url: `${this.base}/${path}`,
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': JSON_TYPE }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      maxBytes: PAGE_BYTES,
    });
    assertAnswered(answer);
    return { headers: answer.headers, json: parsed(answer.body) };
  }

  private async send(request: Parameters<Outbound['send']>[0]): Promise<OutboundAnswer> {
    try {
      return await this.outbound.send(request);
    } catch (error) {
      if (!(error instanceof OutboundFault)) throw error;
      if (NOT_ALLOWED.has(error.code)) throw new ErpFault('refused', 'ERP_ADDRESS_NOT_ALLOWED');
      if (error.code === 'ANSWER_TOO_LARGE') throw new ErpFault('later', 'ERP_ANSWER_STRANGE');
      if (error.code === 'ANSWER_CUT_OFF') throw new ErpFault('later', 'ERP_ANSWER_BROKEN');
      throw new ErpFault('later', 'ERP_UNAVAILABLE');
    }
  }
}

const NOT_ALLOWED = new Set<OutboundFaultCode>(['ADDRESS_NOT_ALLOWED', 'ADDRESS_NOT_PUBLIC']);
const JSON_TYPE = 'application/json; charset=utf-8';

function assertAnswered({ status, headers }: OutboundAnswer): void {
  if (status >= 200 && status < 300) return;
  if (status === 401) throw new ErpFault('credentials', 'ERP_CREDENTIALS_REFUSED');
  if (status === 403) throw new ErpFault('credentials', 'ERP_ACCESS_DENIED');
  if (status === 429) throw new ErpFault('later', 'ERP_RATE_LIMITED', waitOf(headers));
  // No redirect is followed: another address is not the one the owner named.
  if (status === 404 || (status >= 300 && status < 400)) throw new ErpFault('refused', 'ERP_NOT_FOUND');
  if (status === 408 || status >= 500) throw new ErpFault('later', 'ERP_UNAVAILABLE', waitOf(headers));
  if (TOO_LONG.has(status)) throw new QuestionTooLong();
  throw new ErpFault('refused', 'ERP_REFUSED');
}

/** How servers refuse a request line or a header that is too long: 414 and 431, and gunicorn 400. */
const TOO_LONG = new Set([400, 414, 431]);

/** `Retry-After` (RFC 9110) in seconds, bounded; a date counts from the server's own `Date`. */
export function waitOf(headers: IncomingHttpHeaders): number | null {
  const value = headers['retry-after'];
  if (value === undefined) return null;
  if (value.length > 100) return null;
  const seconds = /^\d{1,9}$/.test(value.trim())
    ? Number.parseInt(value, 10)
    : Math.ceil((Date.parse(value) - Date.parse(headers.date ?? '')) / 1_000);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, LONGEST_WAIT_S) : null;
}

/** Lists and objects inside each other in an answer, and values in all of it: a page has a few levels and 2,000 documents. */
const DEEPEST = 16;
const MOST_VALUES = 200_000;
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** What a parser makes of a few megabytes may take many times of that, and a second: it is counted before. */
function assertPlain(body: Buffer): void {
  let [depth, values, inText] = [0, 0, false];
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]!;
    if (inText && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) inText = !inText;
    else if (inText) continue;
    else if (byte === COMMA) values += 1;
    else if (OPENING.has(byte)) depth += 1;
    else if (CLOSING.has(byte)) depth -= 1;
    if (depth > DEEPEST || values > MOST_VALUES) throw new ErpFault('later', 'ERP_ANSWER_STRANGE');
  }
}

function parsed(body: Buffer): unknown {
  assertPlain(body);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ErpFault('later', 'ERP_ANSWER_BROKEN');
  }
}

/** The answer as a list of objects; throws ERP_ANSWER_STRANGE when it is none, or longer than was asked for. */
export function listOf<T>(value: unknown, limit: number): T[] {
  const fits = Array.isArray(value) && value.length <= limit;
  if (fits && value.every((one) => typeof one === 'object' && one !== null)) return value as T[];
  throw new ErpFault('later', 'ERP_ANSWER_STRANGE');
}

const NOT_OFFERED: readonly string[] = ['ERP_ACCESS_DENIED', 'ERP_NOT_FOUND', 'ERP_REFUSED'];

/** What an ERP does not offer to everybody: nothing when it has no such thing, or this user may not read it. */
export async function ifOffered<T>(asked: Promise<T[]>): Promise<T[]> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ErpFault && NOT_OFFERED.includes(error.code)) return [];
    throw error;
  }
}

/** Rows by what they belong to. */
export function grouped<T>(rows: readonly T[], ownerOf: (row: T) => unknown): Map<unknown, T[]> {
  const groups = new Map<unknown, T[]>();
  for (const row of rows) {
    const group = groups.get(ownerOf(row));
    if (group) group.push(row);
    else groups.set(ownerOf(row), [row]);
  }
  return groups;
}
