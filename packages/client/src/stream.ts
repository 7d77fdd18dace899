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
  /** Told each time the connection stands, and where in the stream; everything published from then on will come. */
  readonly onOpen?: ((cursor: string) => void) | undefined;
}

/** The platform says something at least this often, if only that it is there; silence beyond it is a dead connection. */
const SILENCE_MS = 60_000;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 15_000;

/**
 * Server-sent events that survive their connection: a broken one is opened again behind the last event received, so that
 * each comes once and none is missed. Ends with the signal, with `isLast`, or with a refusal, which is thrown.
 */
export async function* readStream(
  transport: Transport,
  request: StreamRequest,
  isLast: (message: EventSourceMessage) => boolean = () => false,
): AsyncGenerator<EventSourceMessage> {
  let { after } = request;
  let failures = 0;
  const onOpen = (cursor: string): void => {
    after = cursor || after;
    request.onOpen?.(cursor);
  };
  while (!request.signal?.aborted) {
    try {
      for await (const message of connection(transport, { ...request, after, onOpen })) {
        failures = 0;
        after = message.id ?? after;
        yield message;
        if (isLast(message)) return;
      }
    } catch (error) {
      if (request.signal?.aborted) return;
      if (!(error instanceof RecourseError) || !mayComeBack(error)) throw error;
      if (error.retryAfterSeconds) await pause(error.retryAfterSeconds * 1_000, request.signal);
    }
    failures += 1;
    await pause(Math.random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures, 10)), request.signal);
  }
}

/** A stream may outlive its token: the platform then ends it (without a status), and a new one begins where it ended. */
function mayComeBack(error: RecourseError): boolean {
  return mayRetry(error, 'read') || (error.code === 'UNAUTHENTICATED' && error.status === undefined);
}

/** One connection, until it breaks or falls silent. */
async function* connection(transport: Transport, request: StreamRequest): AsyncGenerator<EventSourceMessage> {
  const controller = new AbortController();
  const end = () => controller.abort(silent());
  request.signal?.addEventListener('abort', end, { once: true });
  const slow = setTimeout(end, SILENCE_MS);
  try {
    const headers = { accept: 'text/event-stream', ...(request.after ? { 'last-event-id': request.after } : {}) };
    const response = await transport.open(request.path, headers, controller.signal);
    clearTimeout(slow);
    yield* messages(response, end, request.onOpen ?? (() => undefined));
  } finally {
    clearTimeout(slow);
    request.signal?.removeEventListener('abort', end);
    end();
  }
}

async function* messages(
  response: Response,
  end: () => void,
  onOpen: (cursor: string) => void,
): AsyncGenerator<EventSourceMessage> {
  const waiting: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => void waiting.push(message) });
  const opening = new Opening(onOpen);
  const decoder = new TextDecoder();
  const reader = response.body!.getReader();
  for (;;) {
    const silence = setTimeout(end, SILENCE_MS);
    const { done, value } = await reader
      .read()
      .catch(broken)
      .finally(() => clearTimeout(silence));
    if (done) return;
    const text = decoder.decode(value, { stream: true });
    opening.feed(text);
    parser.feed(text);
    for (let message = waiting.shift(); message; message = waiting.shift()) {
      if (message.event === 'end') throw endOf(message.data);
      yield message;
    }
  }
}

/** The first block of a stream may have an id and no data: it says where the stream stands. Parsers drop such blocks. */
class Opening {
  private text: string | undefined = '';

  constructor(private readonly onOpen: (cursor: string) => void) {}

  feed(text: string): void {
    if (this.text === undefined) return;
    this.text += text;
    const block = /^([\s\S]*?)\r?\n\r?\n/.exec(this.text)?.[1];
    if (block === undefined) return;
    this.text = undefined;
    this.onOpen(/^data/m.test(block) ? '' : (/^id: ?(.*?)\r?$/m.exec(block)?.[1] ?? ''));
  }
}

/** The platform's last word on a stream whose receiver may not follow it any longer. */
function endOf(data: string): RecourseError {
  const { code, message } = JSON.parse(data) as { code: string; message: string };
  return new RecourseError({ code, message });
}

function broken(cause: unknown): never {
  throw new RecourseError({ code: 'NETWORK', message: 'The stream broke off.', cause });
}

function silent(): RecourseError {
  return new RecourseError({ code: 'NETWORK', message: 'The stream fell silent.' });
}

/** Waits, but ends quietly with the signal: the loop looks at it next. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return sleep(ms, signal).catch(() => undefined);
}
