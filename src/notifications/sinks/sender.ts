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

/** The result of one request. */
export interface Attempt extends Verdict {
  readonly durationMs: number;
  /** The beginning of the answer's body. */
  readonly answer: string | null;
  /** The cause of `error`: a system code, a time. */
  readonly detail: string | null;
}

/** Characters of a redirect's target that are kept. */
const LOCATION_MAX = 1_000;
/** The word of the log for each fault. */
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

/** Sends one webhook. The head of the answer decides; the beginning of its body is kept. */
@Injectable()
export class Sender {
  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  /** Throws only when `stop` ends it: a failure is part of the attempt. */
  async send(outgoing: Outgoing, stop: AbortSignal): Promise<Attempt> {
    const began = performance.now();
    const result = await this.exchange(outgoing, stop);
    return { ...result, durationMs: Math.round(performance.now() - began) };
  }

  private async exchange(outgoing: Outgoing, stop: AbortSignal): Promise<Omit<Attempt, 'durationMs'>> {
    const request = { ...outgoing, method: 'POST', maxBytes: ANSWER_MAX, read: 'beginning', stop } as const;
    try {
      return this.read(await this.outbound.send(request));
    } catch (error) {
      if (stop.aborted || !(error instanceof OutboundFault)) throw error;
      const { code, detail } = error;
      return { status: null, error: WORDS[code], retryAfterSeconds: null, answer: null, detail: detail || code };
    }
  }

  private read({ status, headers, body }: OutboundAnswer): Omit<Attempt, 'durationMs'> {
    const { location, 'retry-after': retryAfter } = headers;
    const error = errorOfStatus(status);
    const target = error === 'REDIRECT' && location;
    const answer = target ? `not followed: ${location}`.slice(0, LOCATION_MAX) : readable(body);
    return { status, error, retryAfterSeconds: retryAfterOf(retryAfter, this.clock.millis()), answer, detail: null };
  }
}
