import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/index.js';
import { beginningOf } from './answer-excerpt.js';
import { errorOfStatus, retryAfterOf, type Verdict } from './retry.policy.js';
import { hostOf, portOf } from './target.policy.js';
import { AttemptFailed, WebhookReach } from './webhook-reach.js';

/** One request to be sent. */
export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

/** What one request came to. */
export interface Attempt extends Verdict {
  readonly durationMs: number;
  /** The beginning of the answer's body. */
  readonly answer: string | null;
  /** What is behind `error`: a system code, an address. */
  readonly detail: string | null;
}

/** Characters of a redirect's target that are kept. */
const LOCATION_MAX = 1_000;
const TLS_FAULT = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/;

/**
 * Sends one webhook. The connection goes to the very addresses that were checked, so a name that changes its mind in between
 * gains nothing; it is used once, so none is kept open to a host that was checked before. No redirect is followed.
 */
@Injectable()
export class Sender {
  // Without keep-alive each attempt connects anew, through the lookup that is pinned to what was checked for it.
  private readonly https = new HttpsAgent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  private readonly http = new HttpAgent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

  constructor(
    private readonly reach: WebhookReach,
    private readonly clock: Clock,
  ) {}

  /** Never throws but when `stop` ends it: what went wrong is part of the attempt. */
  async send(outgoing: Outgoing, stop: AbortSignal): Promise<Attempt> {
    const began = performance.now();
    const end = new AbortController();
    const halt = () => end.abort(new AttemptFailed('CONNECTION', 'broken off'));
    const late = () => end.abort(new AttemptFailed('TIMEOUT', `${outgoing.timeoutMs} ms`));
    const timer = setTimeout(late, outgoing.timeoutMs);
    stop.addEventListener('abort', halt, { once: true });
    try {
      const came = await this.exchange(outgoing, end.signal);
      return { ...came, detail: null, durationMs: Math.round(performance.now() - began) };
    } catch (error) {
      if (stop.aborted) throw error;
      const { word, message: detail } = failureOf((end.signal.aborted ? end.signal.reason : error) as Error);
      const durationMs = Math.round(performance.now() - began);
      return { status: null, error: word, retryAfterSeconds: null, answer: null, detail, durationMs };
    } finally {
      clearTimeout(timer);
      stop.removeEventListener('abort', halt);
    }
  }

  private async exchange(outgoing: Outgoing, signal: AbortSignal) {
    const addresses = await unless(signal, this.reach.addressesOf(outgoing.url));
    const request = this.open(outgoing, addresses, signal);
    try {
      const response = await answered(request, outgoing.body);
      const begun = await beginningOf(response, signal);
      const status = response.statusCode ?? 0;
      const { location, 'retry-after': retryAfter } = response.headers;
      const error = errorOfStatus(status);
      const answer = error === 'REDIRECT' && location ? `not followed: ${location}`.slice(0, LOCATION_MAX) : begun;
      return { status, error, retryAfterSeconds: retryAfterOf(retryAfter, this.clock.millis()), answer };
    } finally {
      request.destroy();
    }
  }

  private open({ url: text, headers, body }: Outgoing, addresses: readonly string[], signal: AbortSignal) {
    const url = new URL(text);
    const secure = url.protocol === 'https:';
    const options = {
      ...{ method: 'POST', host: hostOf(url), port: portOf(url), path: url.pathname + url.search, signal },
      headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
      lookup: pinnedTo(addresses),
    };
    return secure ? httpsRequest({ ...options, agent: this.https }) : httpRequest({ ...options, agent: this.http });
  }
}

/** A lookup that knows one answer. Not asked for a host that is an address: that one is its own, and was checked. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, options, callback) => {
    if (options.all) callback(null, all);
    else callback(null, all[0]!.address, all[0]!.family);
  };
}

/** Writes the body and waits for the head of the answer. */
function answered(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('upgrade', () => reject(new AttemptFailed('CONNECTION', 'switched protocols')));
    request.on('error', reject);
    request.once('close', () => reject(new AttemptFailed('CONNECTION', 'closed without an answer')));
    request.end(body);
  });
}

/** The result, or the reason of a signal that came first; what is late is dropped. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

function failureOf(error: Error): AttemptFailed {
  if (error instanceof AttemptFailed) return error;
  const code = (error as { code?: string }).code ?? error.name;
  return new AttemptFailed(TLS_FAULT.test(code) ? 'TLS' : 'CONNECTION', code);
}
