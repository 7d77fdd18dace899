import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { beginningOf, wholeOf } from './answer-body.js';
import { faultOf, OutboundFault } from './outbound-fault.js';
import { Reach } from './reach.js';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 20 * 1024 * 1024;

export interface OutboundRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Milliseconds for the whole exchange, look-up and body included. */
  readonly timeoutMs?: number;
  /** Bytes of the answer's body that are read at most. */
  readonly maxBytes?: number;
  /** A body that is longer, or breaks off, is a fault when read `whole` (the default), and is cut when read as a `beginning`. */
  readonly read?: 'whole' | 'beginning';
  /** Aborts the request. */
  readonly stop?: AbortSignal;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Requests to addresses that customers entered. The connection goes to the very addresses that `Reach` has just checked, so
 * that a name which resolves differently a moment later gains nothing; it is used once, so none stays open to a host that
 * was checked earlier. A redirect is an answer like any other: none is followed. Time and size are bounded.
 */
@Injectable()
export class Outbound {
  constructor(private readonly reach: Reach) {}

  /** Sends one request and returns the answer, whatever its status. Every failure is an OutboundFault. */
  async send(request: OutboundRequest): Promise<OutboundAnswer> {
    const { timeoutMs = TIMEOUT_MS, stop } = request;
    const end = new AbortController();
    const halt = () => end.abort(new OutboundFault('ANSWER_CUT_OFF', 'broken off'));
    const timer = setTimeout(() => end.abort(new OutboundFault('TIMED_OUT', `${timeoutMs} ms`)), timeoutMs);
    stop?.addEventListener('abort', halt, { once: true });
    if (stop?.aborted) halt();
    try {
      return await this.exchange(request, end.signal);
    } catch (error) {
      throw faultOf(end.signal.aborted ? end.signal.reason : error);
    } finally {
      clearTimeout(timer);
      stop?.removeEventListener('abort', halt);
    }
  }

  private async exchange(request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
    const { url, maxBytes = MAX_BYTES, read = 'whole' } = request;
    const addresses = await unless(signal, this.reach.addressesOf(url));
    const sent = open(request, addresses, signal);
    try {
      const response = await answered(sent, request.body);
      const reading = read === 'whole' ? wholeOf(response, maxBytes) : beginningOf(response, maxBytes, signal);
      return { status: response.statusCode ?? 0, headers: response.headers, body: await reading };
    } finally {
      sent.destroy();
    }
  }
}

function open(request: OutboundRequest, addresses: readonly string[], signal: AbortSignal): ClientRequest {
  const { url, method = 'GET', headers, body } = request;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options = {
    method,
    // No agent: a kept connection would outlive the check of its address.
    agent: false,
    signal,
    lookup: pinnedTo(addresses),
    headers: { 'accept-encoding': 'identity', 'user-agent': 'Recourse', ...headers, ...length },
  };
  return new URL(url).protocol === 'https:' ? overHttps(url, options) : overHttp(url, options);
}

/** A lookup that returns these addresses alone. Not called for a host that is an address, which was checked itself. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, options, callback) => {
    if (options.all) callback(null, all);
    else callback(null, all[0]!.address, all[0]!.family);
  };
}

/** Writes the body and waits for the head of the answer. */
function answered(request: ClientRequest, body: string | Buffer | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('upgrade', () => reject(new OutboundFault('UNREACHABLE', 'switched protocols')));
    request.on('error', reject);
    request.once('close', () => reject(new OutboundFault('ANSWER_CUT_OFF', 'closed without an answer')));
    request.end(body);
  });
}

/** The result, or the reason of a signal that came first; what is late is dropped. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    if (signal.aborted) reject(signal.reason as Error);
    work.then(resolve, reject);
  });
}
