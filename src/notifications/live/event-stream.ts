import { Readable } from 'node:stream';
import { localeOf, Refusal } from '../../kernel/index.js';
import type { FeedEvent } from '../feed/index.js';
import type { FeedSubscription } from './feed-subscription.js';
import type { LiveEventView } from './live-event.graphql.js';

/** Milliseconds after which a disconnected client reconnects. */
const RETRY_MS = 2_000;
/** Below the idle limits of usual proxies. */
const HEARTBEAT_MS = 15_000;

type View = (event: FeedEvent) => LiveEventView;

/** The text of each event, so that it is written once for all receivers. */
const texts = new WeakMap<LiveEventView, string>();

/**
 * A subscription as text/event-stream. Reads nothing more while the receiver does not take its events; a heartbeat keeps
 * proxies from closing an idle stream. When the right to follow ends, the last event is `end` with a code.
 */
export class EventStream extends Readable {
  private readonly heartbeat: NodeJS.Timeout;
  private taking = false;

  constructor(
    private readonly subscription: FeedSubscription,
    private readonly view: View,
    private readonly language: string | undefined,
    private readonly isLast: (event: FeedEvent) => boolean = () => false,
  ) {
    super({ highWaterMark: 64 * 1024 });
    // An id without data sets the cursor of the client before the first event.
    this.push(`retry: ${RETRY_MS}\nid: ${subscription.reachedCursor}\n\n`);
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS);
  }

  override _read(): void {
    if (this.taking) return;
    this.taking = true;
    void this.pull();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearInterval(this.heartbeat);
    this.subscription.close();
    done(error);
  }

  private async pull(): Promise<void> {
    try {
      const events = await this.subscription.take();
      this.taking = false;
      if (this.destroyed) return;
      if (!events) this.push(null);
      else this.pushEvents(events);
    } catch (error) {
      this.finish(error);
    }
  }

  private pushEvents(events: FeedEvent[]): void {
    const last = events.findIndex(this.isLast);
    const sent = last < 0 ? events : events.slice(0, last + 1);
    this.push(sent.map((event) => textOf(this.view(event))).join(''));
    if (last >= 0) this.push(null);
  }

  private finish(error: unknown): void {
    if (this.destroyed) return;
    if (!(error instanceof Refusal)) {
      this.destroy(error as Error);
      return;
    }
    const { code } = error;
    this.push(`event: end\ndata: ${JSON.stringify({ code, message: error.inWords(localeOf(this.language)) })}\n\n`);
    this.push(null);
  }

  /** A receiver that does not take its events gets no heartbeats. */
  private beat(): void {
    if (!this.destroyed && this.readableLength === 0) this.push(': still here\n\n');
  }
}

function textOf(view: LiveEventView): string {
  const known = texts.get(view);
  if (known !== undefined) return known;
  const text = `id: ${view.cursor}\nevent: ${view.type}\ndata: ${JSON.stringify(view)}\n\n`;
  texts.set(view, text);
  return text;
}
