import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { Organisations } from '../../parties/worlds/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { publicData } from './feed.catalogue.js';
import { CursorTooOld } from './feed.refusals.js';
import { FeedRepository } from './feed.repository.js';
import type { FeedEvent, FeedQuery, FeedRow, NewFeedEvent } from './feed.types.js';
import { FeedCursors } from './feed-cursor.js';
import { FeedNews } from './feed-news.js';

/** Reads and writes the one table of public events. */
@Injectable()
export class Feed {
  constructor(
    private readonly repository: FeedRepository,
    private readonly organisations: Organisations,
    private readonly news: FeedNews,
    private readonly clock: Clock,
    private readonly cursors: FeedCursors,
  ) {}

  /** A position as clients hold it. */
  cursorAt(position: bigint): string {
    return this.cursors.at(position);
  }

  /** The position of a client's cursor; refuses INVALID_INPUT with the field for anything else. */
  positionAt(cursor: string, path: string): bigint {
    return this.cursors.positionAt(cursor, path);
  }

  /**
   * The next events after a position, in order, at most `limit`. A reader that continues after the last one misses none and
   * gets none twice. Refuses CURSOR_TOO_OLD when events after the position were already deleted.
   */
  async after(q: Queryable, question: FeedQuery, limit: number): Promise<FeedEvent[]> {
    const found = await this.repository.after(q, question, limit);
    // Read after the rows, so that it includes what was deleted before they were read.
    const { prunedThrough } = await this.repository.ends(q);
    if (question.position < prunedThrough) throw new CursorTooOld({ path: 'after' });
    return found.map((row) => this.withCursor(row));
  }

  /**
   * All events after a position that the reader reached a moment ago, so that none after it can be deleted yet. Without cursors:
   * most are of nobody who listens here.
   */
  everythingAfter(q: Queryable, position: bigint, limit: number): Promise<FeedRow[]> {
    return this.repository.after(q, { audience: 'everything', position }, limit);
  }

  /** The row as clients see it; it becomes the event. */
  withCursor(row: FeedRow): FeedEvent {
    return Object.assign(row, { cursor: this.cursors.at(row.position) });
  }

  /** The highest position there is or was, and the position up to which events were deleted. */
  ends(q: Queryable): Promise<{ latest: bigint; prunedThrough: bigint }> {
    return this.repository.ends(q);
  }

  /** The position before every kept event that occurred at or after the instant. */
  async since(q: Queryable, instant: Date): Promise<bigint> {
    const { latest, prunedThrough } = await this.repository.ends(q);
    const before = (await this.repository.before(q, instant)) ?? latest;
    if (before < prunedThrough) return prunedThrough;
    return before;
  }

  /** Calls back when there may be new events, perhaps in vain or a second late; returns the function that unsubscribes. */
  onNews(act: () => void): () => void {
    return this.news.onNews(act);
  }

  /** Appends events in their order, each checked against the catalogue. The caller's transaction locks nothing after it. */
  async write(tx: Tx, events: readonly NewFeedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const organisationIds = events.map((event) => event.ofOrganisation);
    const sandboxes = await this.organisations.sandboxesOf(tx, organisationIds);
    // Field by field: copying the rest of an object costs more than all else here, and posted cases come in thousands.
    const rows = events.map(
      ({ type, audience, organisationId, caseId, batchId, ofOrganisation, data, occurredAt }) => ({
        ...{ type, audience, organisationId, caseId, batchId, occurredAt },
        eventId: newId(this.clock.millis()),
        sandboxId: sandboxes.get(ofOrganisation) ?? null,
        data: publicData(type, data),
      }),
    );
    await this.repository.lock(tx);
    await this.repository.append(tx, rows);
  }
}
