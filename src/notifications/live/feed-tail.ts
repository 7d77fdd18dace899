import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { Feed, type FeedEvent, type FeedRow, type FeedScope } from '../feed/index.js';

/** Rows read at once. */
const PAGE = 500;

/** Gets new events of its scope, in order, each once. Must not wait and must not throw. */
export type TailListener = (events: readonly FeedEvent[]) => void;

/**
 * Reads new events of the feed once for the whole process and passes them to the listeners of their scope. Sends no query
 * while there is no listener.
 */
@Injectable()
export class FeedTail {
  private readonly logger = new Logger(FeedTail.name);
  private readonly listeners = new Map<string, Set<TailListener>>();
  /** Every event up to here was passed on; undefined at rest. */
  private position: bigint | undefined;
  private waking: Promise<void> | undefined;
  private unsubscribe: () => void = () => undefined;
  private reading = false;
  private again = false;

  constructor(
    private readonly database: Database,
    private readonly feed: Feed,
  ) {}

  /** Returns the position after which the listener gets all events of its scope; those up to it are in the table. */
  async join(scope: FeedScope, listener: TailListener): Promise<bigint> {
    while (this.position === undefined) await this.wake();
    const key = keyOfScope(scope);
    const known = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, known.add(listener));
    return this.position;
  }

  leave(scope: FeedScope, listener: TailListener): void {
    const key = keyOfScope(scope);
    const known = this.listeners.get(key);
    if (!known?.delete(listener)) return;
    if (known.size === 0) this.listeners.delete(key);
    if (this.listeners.size === 0) this.rest();
  }

  private wake(): Promise<void> {
    this.waking ??= this.feed
      .ends(this.database)
      .then(({ latest }) => {
        this.position = latest;
        this.unsubscribe = this.feed.onNews(() => this.look());
        // Every waiting listener may have left meanwhile: then the first look finds it at rest again.
        this.look();
      })
      .finally(() => {
        this.waking = undefined;
      });
    return this.waking;
  }

  private rest(): void {
    this.position = undefined;
    this.unsubscribe();
    this.unsubscribe = () => undefined;
  }

  private look(): void {
    this.again = true;
    if (this.reading) return;
    this.reading = true;
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      await this.readAll();
    } catch (error) {
      this.logger.warn(`the feed could not be read: ${(error as Error).message}`);
    } finally {
      this.reading = false;
    }
  }

  private async readAll(): Promise<void> {
    while (this.again && this.position !== undefined) {
      this.again = false;
      const position: bigint = this.position;
      const rows = await this.feed.everythingAfter(this.database, position, PAGE);
      if (this.position !== position) {
        this.again = true;
        continue;
      }
      const last = rows.at(-1);
      if (!last) continue;
      this.position = last.position;
      this.again ||= rows.length === PAGE;
      this.spread(rows);
    }
  }

  private spread(rows: readonly FeedRow[]): void {
    const byKey = new Map<string, FeedEvent[]>();
    for (const row of rows) {
      const key = keyOfEvent(row);
      if (!this.listeners.has(key)) continue;
      const event = this.feed.withCursor(row);
      const known = byKey.get(key);
      if (known) known.push(event);
      else byKey.set(key, [event]);
    }
    for (const [key, events] of byKey) for (const listener of [...(this.listeners.get(key) ?? [])]) listener(events);
  }
}

function keyOfEvent({ audience, organisationId, sandboxId }: FeedRow): string {
  return audience === 'organisation' ? `organisation:${organisationId}` : `${audience}:${sandboxId ?? 'live'}`;
}

function keyOfScope(scope: FeedScope): string {
  if (scope.audience === 'organisation') return `organisation:${scope.organisationId}`;
  if (scope.audience === 'hall' || scope.audience === 'review') return `${scope.audience}:${scope.sandboxId ?? 'live'}`;
  throw new Error(`no stream follows ${scope.audience}`);
}
