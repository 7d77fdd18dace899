import { lookup } from 'node:dns';
import { type IncomingHttpHeaders, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { faultOf, OutboundFault } from './outbound-fault.js';
import { isPublicAddress } from './public-address.js';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 20 * 1024 * 1024;

export interface OutboundRequest {
  readonly url: string | URL;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** For the whole exchange, body included. */
  readonly timeoutMs?: number;
  /** Bytes the answer may have. */
  readonly maxBytes?: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Requests to servers whose address somebody typed in. Https to public addresses only: the name is resolved here, every
 * address it has must be public, and the connection goes to the very address that was checked, so that a name which answers
 * differently a moment later leads nowhere. Redirects are not followed. Time and size are bounded. Every failure is an
 * `OutboundFault` with a code. `OUTBOUND_ALLOW_PRIVATE` (never in production) opens plain http and private addresses.
 */
@Injectable()
export class Outbound {
  private readonly allowPrivate: boolean;

  constructor(config: Config) {
    this.allowPrivate = config.outboundAllowPrivate;
  }

  /** Reads an address as far as that can be judged without resolving its name; throws ADDRESS_NOT_ALLOWED. */
  check(url: string | URL): URL {
    const parsed = typeof url === 'string' ? parse(url) : url;
    const schemes = this.allowPrivate ? ['https:', 'http:'] : ['https:'];
    if (!schemes.includes(parsed.protocol)) throw new OutboundFault('ADDRESS_NOT_ALLOWED', 'https only');
    if (parsed.username !== '' || parsed.password !== '') throw new OutboundFault('ADDRESS_NOT_ALLOWED', 'credentials');
    const host = hostOf(parsed);
    if (host === '') throw new OutboundFault('ADDRESS_NOT_ALLOWED', 'no host');
    if (isIP(host) !== 0) this.assertReachable(host);
    else if (!this.allowPrivate && isLocalName(host)) throw new OutboundFault('ADDRESS_NOT_ALLOWED', 'local name');
    return parsed;
  }

  /** Sends one request and answers whatever status came back, except that a redirect is a fault. */
  async send(request: OutboundRequest): Promise<OutboundAnswer> {
    const url = this.check(request.url);
    const signal = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
    try {
      const response = await this.ask(url, request, signal);
      const body = await bodyOf(response, request.maxBytes ?? MAX_BYTES);
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400) throw new OutboundFault('REDIRECTED', String(status));
      return { status, headers: response.headers, body };
    } catch (error) {
      throw signal.aborted ? new OutboundFault('TIMED_OUT') : faultOf(error);
    }
  }

  private ask(url: URL, { method = 'GET', headers = {}, body }: OutboundRequest, signal: AbortSignal) {
    return new Promise<IncomingMessage>((resolve, reject) => {
      const open = url.protocol === 'https:' ? overHttps : overHttp;
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asked = open(
        url,
        {
          method,
          // No agent: a kept connection would outlive the check of its address.
          agent: false,
          signal,
          lookup: this.lookupPublic,
          headers: { 'accept-encoding': 'identity', 'user-agent': 'recourse', ...headers, ...length },
        },
        resolve,
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  private readonly lookupPublic: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      try {
        for (const { address } of addresses) this.assertReachable(address);
      } catch (fault) {
        return callback(fault as Error, '', 0);
      }
      if (options.all) return callback(null, addresses);
      const first = addresses[0]!;
      return callback(null, first.address, first.family);
    });
  };

  private assertReachable(address: string): void {
    if (!this.allowPrivate && !isPublicAddress(address)) {
      throw new OutboundFault('ADDRESS_NOT_ALLOWED', 'not a public address');
    }
  }
}

function parse(url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw new OutboundFault('ADDRESS_NOT_ALLOWED', 'not an address');
  }
}

const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');
const isLocalName = (host: string) => /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/i.test(host);

async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > maxBytes) {
      response.destroy();
      throw new OutboundFault('ANSWER_TOO_LARGE');
    }
    pieces.push(piece);
  }
  if (!response.complete) throw new OutboundFault('ANSWER_CUT_OFF');
  return Buffer.concat(pieces);
}
