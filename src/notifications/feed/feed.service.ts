import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { Organisations } from '../../parties/worlds/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { publicData } from './feed.catalogue.js';
import { CursorTooOld } from './feed.refusals.js';
import { FeedRepository } from './feed.repository.js';
import type { FeedEvent, FeedQuestion, NewFeedEvent } from './feed.types.js';
import { FeedNews } from './feed-news.js';

/** The one table of public events, as whoever sends them out reads it. */
@Injectable()
export class Feed {
  constructor(
    private readonly repository: FeedRepository,
    private readonly organisations: Organisations,
    private readonly news: FeedNews,
    private readonly clock: Clock,
  ) {}

  /**
   * The next events after a position, in order, at most `limit`. Whoever goes on from the last one misses none and sees none
   * twice. Refuses CURSOR_TOO_OLD when events after the position were already removed.
   */
  async after(q: Queryable, question: FeedQuestion, limit: number): Promise<FeedEvent[]> {
    const found = await this.repository.after(q, question, limit);
    // Asked after the rows: what was removed before they were read shows here.
    const { prunedThrough } = await this.repository.ends(q);
    if (question.position < prunedThrough) throw new CursorTooOld({ path: 'after' });
    return found;
  }

  /** Every organisation's events after a position where the reader itself has been lately, so that none can be removed yet. */
  everythingAfter(q: Queryable, position: bigint, limit: number): Promise<FeedEvent[]> {
    return this.repository.after(q, { audience: 'everything', position }, limit);
  }

  /** The newest position there is or was, and the one through which events were removed. */
  ends(q: Queryable): Promise<{ latest: bigint; prunedThrough: bigint }> {
    return this.repository.ends(q);
  }

  /** The position from which everything that is still kept follows. */
  async earliest(q: Queryable): Promise<bigint> {
    return (await this.repository.ends(q)).prunedThrough;
  }

  /** The position of the newest event: whoever starts here hears everything from now on. */
  async latest(q: Queryable): Promise<bigint> {
    return (await this.repository.ends(q)).latest;
  }

  /** The position from which everything that occurred at or after the instant follows, as far as it is still kept. */
  async since(q: Queryable, instant: Date): Promise<bigint> {
    const { latest, prunedThrough } = await this.repository.ends(q);
    const before = (await this.repository.before(q, instant)) ?? latest;
    if (before < prunedThrough) return prunedThrough;
    return before;
  }

  /** Calls back, in this process, when there may be news; answers how to stop. May call once too often, or a second late. */
  onNews(act: () => void): () => void {
    return this.news.onNews(act);
  }

  /** Appends events in their order, each checked against the catalogue. The caller's transaction holds nothing after it. */
  async write(tx: Tx, events: readonly NewFeedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const worlds = await this.organisations.sandboxesOf(
      tx,
      events.map((event) => event.ofOrganisation),
    );
    // Field by field: copying what is left of an object costs more than all the rest, and posted cases come in thousands.
    const rows = events.map(
      ({ type, audience, organisationId, caseId, batchId, ofOrganisation, data, occurredAt }) => ({
        ...{ type, audience, organisationId, caseId, batchId, occurredAt },
        eventId: newId(this.clock.millis()),
        sandboxId: worlds.get(ofOrganisation) ?? null,
        data: publicData(type, data),
      }),
    );
    await this.repository.lock(tx);
    await this.repository.append(tx, rows);
  }
}
