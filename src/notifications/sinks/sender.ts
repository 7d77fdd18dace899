import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { Outbound, type OutboundAnswer, OutboundFault, type OutboundFaultCode } from '../../platform/outbound/index.js';
import { ANSWER_MAX, readable } from './answer-excerpt.js';
import { type AttemptError, errorOfStatus, retryAfterOf, type Verdict } from './retry.policy.js';

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
/** The words the log shows. */
const WORDS: Readonly<Record<OutboundFaultCode, AttemptError>> = {
  ADDRESS_NOT_ALLOWED: 'REFUSED_ADDRESS',
  ADDRESS_NOT_PUBLIC: 'REFUSED_ADDRESS',
  NAME_NOT_FOUND: 'DNS',
  UNREACHABLE: 'CONNECTION',
  TLS_FAILED: 'TLS',
  TIMED_OUT: 'TIMEOUT',
  ANSWER_TOO_LARGE: 'CONNECTION',
  ANSWER_CUT_OFF: 'CONNECTION',
};

/** Sends one webhook. The head of the answer decides; of its body the beginning is kept. */
@Injectable()
export class Sender {
  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  /** Never throws but when `stop` ends it: what went wrong is part of the attempt. */
  async send(outgoing: Outgoing, stop: AbortSignal): Promise<Attempt> {
    const began = performance.now();
    const came = await this.exchange(outgoing, stop);
    return { ...came, durationMs: Math.round(performance.now() - began) };
  }

  private async exchange(outgoing: Outgoing, stop: AbortSignal): Promise<Omit<Attempt, 'durationMs'>> {
    const asked = { ...outgoing, method: 'POST', maxBytes: ANSWER_MAX, read: 'beginning', stop } as const;
    try {
      return this.read(await this.outbound.send(asked));
    } catch (error) {
      if (stop.aborted || !(error instanceof OutboundFault)) throw error;
      const { code, detail } = error;
      return { status: null, error: WORDS[code], retryAfterSeconds: null, answer: null, detail };
    }
  }

  private read({ status, headers, body }: OutboundAnswer): Omit<Attempt, 'durationMs'> {
    const { location, 'retry-after': retryAfter } = headers;
    const error = errorOfStatus(status);
    const elsewhere = error === 'REDIRECT' && location;
    const answer = elsewhere ? `not followed: ${location}`.slice(0, LOCATION_MAX) : readable(body);
    return { status, error, retryAfterSeconds: retryAfterOf(retryAfter, this.clock.millis()), answer, detail: null };
  }
}
