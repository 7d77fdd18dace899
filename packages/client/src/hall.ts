import { isRefusal } from './errors.js';
import type { LiveEvent } from './events.js';
import { hallArea } from './generated/operations.js';
import { HallPolling } from './hall-polling.js';
import { type EventsOptions, eventsAt } from './live.js';
import { fits, type Offer, type OfferFilter, offerOf } from './offer.policy.js';
import type { Runner } from './runner.js';
import type { Transport } from './transport.js';

export type HallEventType = 'case.listed' | 'case.unlisted';

export interface WatchOptions {
  /** Which cases to hear of; all of them when left out. */
  filter?: OfferFilter | undefined;
  /** Come back to where one was: only what was listed since, without what stands in the hall already. */
  after?: string | undefined;
  signal?: AbortSignal | undefined;
}

export type HallEventsOptions = EventsOptions<HallEventType> & {
  /** Milliseconds between two looks at the hall, where the platform has no stream of it; 2,000 unless told. */
  pollMs?: number;
};

/** `client.hall`: the cases open for grabbing. */
export class Hall {
  /** The cases open for grabbing, de-identified. For verified providers, creditors and the platform. */
  readonly listings: ReturnType<typeof hallArea>['listings'];

  constructor(
    private readonly transport: Transport,
    run: Runner,
  ) {
    this.listings = hallArea(run).listings;
  }

  /**
   * What enters and leaves the hall, as it happens. A platform without a stream of its hall is looked at again and again
   * instead; it then tells what enters only.
   */
  async *events(options: HallEventsOptions = {}): AsyncGenerator<LiveEvent<HallEventType>> {
    const { pollMs, ...rest } = options;
    if (!HallPolling.hasCursor(rest.after)) {
      try {
        yield* eventsAt(this.transport, '/v1/hall/events/stream', rest);
        return;
      } catch (error) {
        if (!isRefusal(error, 'NOT_FOUND')) throw error;
      }
    }
    yield* new HallPolling(this.listings, rest, pollMs).events();
  }

  /**
   * Every case that can be had: first what stands in the hall, then what enters it, each once per listing. The cursor of what stands
   * there already is where the stream began, so that `after` always has somewhere to go on.
   */
  async *watch({ filter, after, signal }: WatchOptions = {}): AsyncGenerator<Offer> {
    const ending = new AbortController();
    const end = () => ending.abort();
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    let opened = '';
    let stand: () => void = () => undefined;
    const standing = new Promise<void>((resolve) => {
      stand = resolve;
    });
    const onOpen = (cursor: string) => {
      opened ||= cursor;
      stand();
    };
    const events = this.events({ after, types: ['case.listed'], signal: ending.signal, onOpen });
    try {
      // The stream is opened before the hall is read, so that nothing can slip in between.
      let next = events.next();
      await Promise.race([standing, next]);
      const seen = new Set<string>();
      if (after === undefined) {
        for await (const found of this.listings({ filter }, { signal: ending.signal })) {
          seen.add(found.id);
          yield offerOf({ ...found, caseId: found.id }, opened);
        }
      }
      for (let one = await next; !one.done; one = await next) {
        next = events.next();
        const { type, data, cursor } = one.value;
        if (type !== 'case.listed' || (seen.delete(data.caseId) && !data.again)) continue;
        const offer = offerOf(data, cursor);
        if (fits(offer, filter)) yield offer;
      }
    } catch (error) {
      if (!signal?.aborted) throw error;
    } finally {
      signal?.removeEventListener('abort', end);
      end();
    }
  }
}
