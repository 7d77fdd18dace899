import type { LiveEvent } from './events.js';
import type { HallCasePartsFragment, hallArea } from './generated/operations.js';
import type { EventsOptions } from './live.js';
import { sleep } from './time.js';

const POLL_MS = 2_000;
/** Cases may become visible a little out of order; those listed this long before the newest are looked at again. */
const OVERLAP_MS = 10_000;
const PREFIX = 'listed:';

/**
 * The hall's stream made of looks at the hall: what is listed since the last look, newest first until what is known, then
 * told oldest first. Its cursor is the time of listing of the newest case told.
 */
export class HallPolling {
  /** When the cases of the overlap were listed, by id: known already. */
  private known = new Map<string, string>();
  private newest: string;

  constructor(
    private readonly listings: ReturnType<typeof hallArea>['listings'],
    private readonly options: EventsOptions,
    private readonly pollMs = POLL_MS,
  ) {
    this.newest = HallPolling.hasCursor(options.after) ? options.after!.slice(PREFIX.length) : '';
  }

  static hasCursor(after: string | undefined): boolean {
    return after?.startsWith(PREFIX) ?? false;
  }

  async *events(): AsyncGenerator<LiveEvent<'case.listed'>> {
    const { signal, onOpen } = this.options;
    if (this.newest === '') await this.look(true);
    else await this.remember();
    onOpen?.(this.newest === '' ? '' : `${PREFIX}${this.newest}`);
    while (!signal?.aborted) {
      for (const found of await this.look(false)) yield this.eventOf(found);
      await sleep(this.pollMs, signal).catch(() => undefined);
    }
  }

  /** What is new since the last look, oldest first. The very first look only learns where to begin. */
  private async look(first: boolean): Promise<HallCasePartsFragment[]> {
    const floor = this.newest === '' ? '' : new Date(Date.parse(this.newest) - OVERLAP_MS).toISOString();
    const { signal } = this.options;
    const fresh: HallCasePartsFragment[] = [];
    for await (const found of this.listings({ sort: 'NEWEST' }, signal ? { signal } : {})) {
      if (found.listedAt < floor) break;
      if (this.known.get(found.id) !== found.listedAt) fresh.unshift(found);
      const newest = fresh.at(-1)?.listedAt ?? found.listedAt;
      if (first && Date.parse(found.listedAt) < Date.parse(newest) - OVERLAP_MS) break;
    }
    for (const { id, listedAt } of fresh) {
      this.known.set(id, listedAt);
      if (listedAt > this.newest) this.newest = listedAt;
    }
    for (const [id, listedAt] of this.known) if (listedAt < floor) this.known.delete(id);
    return fresh;
  }

  /** What was listed up to the cursor is told already. */
  private async remember(): Promise<void> {
    const cursor = this.newest;
    for (const { id, listedAt } of await this.look(false)) if (listedAt > cursor) this.known.delete(id);
    this.newest = cursor;
  }

  private eventOf(found: HallCasePartsFragment): LiveEvent<'case.listed'> {
    const { id, category, serviceLine, amountFen, amountBand, commissionBps, grade, listedAt } = found;
    const data = { caseId: id, category, serviceLine, amountFen, amountBand, commissionBps, grade, again: false };
    const cursor = `${PREFIX}${listedAt}`;
    return { id: `${id}@${listedAt}`, cursor, type: 'case.listed', occurredAt: listedAt, data };
  }
}
