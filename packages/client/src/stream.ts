import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { RecourseError } from './errors.js';
import { mayRetry } from './retry.policy.js';
import { sleep } from './time.js';
import type { Transport } from './transport.js';

/** Where a stream is, and where in it to begin. */
export interface StreamRequest {
  /** Path and query. */
  readonly path: string;
  /** Go on behind this event. */
  readonly after?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told each time the connection stands; everything published from then on will come. */
  readonly onOpen?: (() => void) | undefined;
}

/** The platform says something at least this often, if only that it is there; silence beyond it is a dead connection. */
const SILENCE_MS = 60_000;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 15_000;

/**
 * Server-sent events that survive their connection: a broken one is opened again behind the last event received, so that
 * each comes once and none is missed. Ends only with the signal, or with a refusal, which is thrown.
 */
export async function* readStream(transport: Transport, request: StreamRequest): AsyncGenerator<EventSourceMessage> {
  let after = request.after;
  let failures = 0;
  while (!request.signal?.aborted) {
    try {
      for await (const message of connection(transport, { ...request, after })) {
        failures = 0;
        after = message.id ?? after;
        yield message;
      }
      failures += 1;
    } catch (error) {
      if (request.signal?.aborted) return;
      if (!(error instanceof RecourseError) || !mayRetry(error, 'read')) throw error;
      failures += 1;
      if (error.retryAfterSeconds) await pause(error.retryAfterSeconds * 1_000, request.signal);
    }
    await pause(Math.random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures, 10)), request.signal);
  }
}

/** One connection, until it breaks or falls silent. */
async function* connection(transport: Transport, request: StreamRequest): AsyncGenerator<EventSourceMessage> {
  const controller = new AbortController();
  const end = () => controller.abort();
  request.signal?.addEventListener('abort', end, { once: true });
  try {
    const headers = { accept: 'text/event-stream', ...(request.after ? { 'last-event-id': request.after } : {}) };
    const response = await transport.open(request.path, headers, controller.signal);
    request.onOpen?.();
    yield* messages(response, end);
  } finally {
    request.signal?.removeEventListener('abort', end);
    end();
  }
}

async function* messages(response: Response, end: () => void): AsyncGenerator<EventSourceMessage> {
  const waiting: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => void waiting.push(message) });
  const decoder = new TextDecoder();
  const reader = response.body!.getReader();
  for (;;) {
    const silence = setTimeout(end, SILENCE_MS);
    const { done, value } = await reader
      .read()
      .catch(broken)
      .finally(() => clearTimeout(silence));
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
    while (waiting.length > 0) yield waiting.shift()!;
  }
}

function broken(cause: unknown): never {
  throw new RecourseError({ code: 'NETWORK', message: 'The stream broke off.', cause });
}

/** Waits, but ends quietly with the signal: the loop looks at it next. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return sleep(ms, signal).catch(() => undefined);
}
