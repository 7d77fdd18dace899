import { isRefusal } from './errors.js';
import type { LiveEvent } from './events.js';
import { type HallCasePartsFragment, type HallFilter, hallArea } from './generated/operations.js';
import { HallPolling } from './hall-polling.js';
import { type EventsOptions, eventsAt } from './live.js';
import type { Runner } from './runner.js';
import type { Transport } from './transport.js';

export type HallEventType = 'case.listed' | 'case.unlisted';

/** A case one may grab, whether found in the hall or heard of live. */
export interface Offer {
  readonly caseId: string;
  readonly category: string;
  readonly serviceLine: string;
  /** What is to be recovered; null for those who see only bands. */
  readonly amountFen: bigint | null;
  readonly amountBand: string;
  /** In basis points of what is recovered. */
  readonly commissionBps: number;
  /** A (easiest to recover) to E. */
  readonly grade: string;
  /** Where the stream stood: give it as `after` to come back. Empty for what was found in the hall. */
  readonly cursor: string;
}

export interface WatchOptions {
  /** For what stands in the hall already; live offers come unfiltered, so choose again when taking them. */
  filter?: HallFilter;
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

  /** Every case that can be had: first what stands in the hall, then what enters it, each once per listing. */
  async *watch({ filter, after, signal }: WatchOptions = {}): AsyncGenerator<Offer> {
    const ending = new AbortController();
    const end = () => ending.abort();
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    let stand: () => void = () => undefined;
    const standing = new Promise<void>((resolve) => {
      stand = resolve;
    });
    const events = this.events({ after, types: ['case.listed'], signal: ending.signal, onOpen: stand });
    try {
      // The stream is opened before the hall is read, so that nothing can slip in between.
      let next = events.next();
      await Promise.race([standing, next]);
      const seen = new Set<string>();
      if (after === undefined) {
        for await (const found of this.listings({ filter }, { signal: ending.signal })) {
          seen.add(found.id);
          yield offerOf(found);
        }
      }
      for (let one = await next; !one.done; one = await next) {
        next = events.next();
        const { type, data, cursor } = one.value;
        if (type !== 'case.listed' || (seen.delete(data.caseId) && !data.again)) continue;
        yield { ...data, cursor };
      }
    } catch (error) {
      if (!signal?.aborted) throw error;
    } finally {
      signal?.removeEventListener('abort', end);
      end();
    }
  }
}

function offerOf(found: HallCasePartsFragment): Offer {
  const { id, category, serviceLine, amountFen, amountBand, commissionBps, grade } = found;
  return { caseId: id, category, serviceLine, amountFen, amountBand, commissionBps, grade, cursor: '' };
}
