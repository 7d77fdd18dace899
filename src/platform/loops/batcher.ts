import { isDatabaseLost } from '../../kernel/index.js';
import { inHalves } from './halving.js';

/** How a batcher works: how many batches at once, how large, what two batches must not share, and the work itself. */
export interface Batching<I, O> {
  readonly lanes: number;
  readonly largest: number;
  /** What an item touches. Two items in flight never share one of these, except within one batch; `alone` not even there. */
  touches(item: I): { shared: readonly string[]; alone?: string };
  /** Milliseconds that a batch which could begin waits for more items. Absent or 0: none. */
  lingers?(): number;
  /** Returns the answers to a batch's items in order; an Error among them rejects that item alone. */
  work(items: I[]): Promise<(O | Error)[]>;
}

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (answer: O) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Lets items that arrive together share one piece of work: whatever waits while a batch is in flight forms the next. When a
 * whole batch fails it is halved until the item at fault stands alone, so that it never fails its neighbours; a lost database
 * is nobody's fault and fails all of them at once.
 */
export class Batcher<I, O> {
  private waiting: Waiting<I, O>[] = [];
  private readonly inFlight = new Set<string>();
  private busy = 0;
  private lingering: NodeJS.Timeout | undefined;

  constructor(private readonly batching: Batching<I, O>) {}

  add(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.soon();
    });
  }

  /** At once, or a moment later when others are about to come: a statement costs the same however many share it. */
  private soon(): void {
    if (this.lingering || this.busy >= this.batching.lanes || this.waiting.length === 0) return;
    const wait = this.waiting.length < this.batching.largest ? (this.batching.lingers?.() ?? 0) : 0;
    if (wait === 0) this.pump();
    else
      this.lingering = setTimeout(() => {
        this.lingering = undefined;
        this.pump();
      }, wait);
  }

  private pump(): void {
    while (this.busy < this.batching.lanes && this.waiting.length > 0) {
      const { batch, keys } = this.nextBatch();
      if (batch.length === 0) return;
      this.busy += 1;
      void this.run(batch).finally(() => {
        this.busy -= 1;
        for (const key of keys) this.inFlight.delete(key);
        this.soon();
      });
    }
  }

  /** The items that wait longest and touch nothing that is in flight. */
  private nextBatch(): { batch: Waiting<I, O>[]; keys: Set<string> } {
    const batch: Waiting<I, O>[] = [];
    const left: Waiting<I, O>[] = [];
    const keys = new Set<string>();
    for (const waiting of this.waiting) {
      const { shared, alone } = this.batching.touches(waiting.item);
      const free =
        !shared.some((key) => this.inFlight.has(key)) && !(alone && (keys.has(alone) || this.inFlight.has(alone)));
      if (!free || batch.length >= this.batching.largest) {
        left.push(waiting);
        continue;
      }
      batch.push(waiting);
      for (const key of shared) keys.add(key);
      if (alone) keys.add(alone);
    }
    this.waiting = left;
    for (const key of keys) this.inFlight.add(key);
    return { batch, keys };
  }

  private run(batch: Waiting<I, O>[]): Promise<void> {
    return inHalves(batch, {
      together: async (waiting) => {
        const answers = await this.batching.work(waiting.map(({ item }) => item));
        waiting.forEach(({ resolve, reject }, index) => {
          const answer = answers[index];
          if (answer instanceof Error) reject(answer);
          else resolve(answer as O);
        });
      },
      alone: ({ reject }, error) => reject(error as Error),
      isOfAnItem: (error) => !isDatabaseLost(error),
    }).catch((error: Error) => {
      for (const { reject } of batch) reject(error);
    });
  }
}
