import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { SteadyLoop } from '../loops/index.js';
import { Removes } from '../retention/removes.js';
import type { RetentionFigures } from '../retention/retention-figures.js';
import { Consumers } from './consumers.js';
import { Delivery, type Failure } from './delivery.js';
import { backlogGauge, eventsDead, oldestGauge } from './metrics.js';
import { type Backlog, LEASE_SECONDS, OutboxRepository, type OutboxRow } from './outbox.repository.js';
import { OutboxSignal } from './outbox-signal.js';

/** Events taken at once. */
const BATCH = 200;
/** Consumers served at once: each holds one connection. */
const PARALLEL = 4;
/** The fallback when no signal arrives; also how soon the end of a backoff is noticed. */
const POLL_MS = 1_000;
const MAINTENANCE_MS = 5_000;

/**
 * Carries events from the outbox to their consumers. Any number of relays in any number of processes may run: claims go by
 * state with SKIP LOCKED under a lease, and the inbox makes an effect happen once even when two relays hold the same event.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly id = randomUUID();
  private readonly repository = new OutboxRepository();
  private readonly delivery: Delivery;
  private readonly loop = new SteadyLoop({
    step: async () => (await this.pass(false)) > 0,
    failed: (error) => this.logger.error(`events could not be relayed: ${error.message}`),
    pollMs: POLL_MS,
    subscribe: (call) => this.signal.subscribe(call),
  });
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
    private readonly signal: OutboxSignal,
    private readonly config: Config,
  ) {
    this.delivery = new Delivery(database, this.repository);
  }

  onApplicationBootstrap(): void {
    if (this.config.process !== 'api') this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  start(): void {
    if (this.timer) return;
    this.signal.listen();
    this.timer = setInterval(() => void this.maintain(), MAINTENANCE_MS);
    this.loop.start();
  }

  /** Finishes the current batch and takes no other. */
  async stop(): Promise<void> {
    await this.loop.stop();
    clearInterval(this.timer);
    this.timer = undefined;
    await this.signal.stopListening();
  }

  /**
   * For tests and commands: delivers until no event waits, backoffs included, so that an event which always fails ends
   * dead. Waits for what other relays hold. Throws when that takes longer than `timeoutMs`.
   */
  async drain(timeoutMs = 30_000): Promise<void> {
    const end = performance.now() + timeoutMs;
    for (;;) {
      if ((await this.pass(true)) > 0) continue;
      await this.repository.takeBackExpired(this.database);
      if ((await this.backlog()).pending === 0) return;
      if (performance.now() > end) throw new Error('the outbox did not drain in time');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async backlog(): Promise<Backlog> {
    return this.repository.backlog(this.database, this.consumers.knownEvents());
  }

  /** Makes dead events pending again, after their cause was repaired; returns how many. */
  async revive(eventIds?: string[]): Promise<number> {
    const revived = await this.repository.revive(this.database, eventIds);
    this.signal.send();
    return revived;
  }

  /** Claims one batch and carries it to the end; returns how many events it held. */
  private async pass(early: boolean): Promise<number> {
    // Each pass has its own name, so that a drain and the loop never renew or settle each other's claims.
    const claim = early ? randomUUID() : this.id;
    const rows = await this.repository.claim(this.database, claim, BATCH, this.consumers.knownEvents(), early);
    if (rows.length === 0) return 0;
    const renewal = setInterval(
      () => void this.repository.renew(this.database, claim).catch(() => undefined),
      (LEASE_SECONDS * 1_000) / 3,
    );
    try {
      await this.settle(claim, rows, await this.deliverAll(rows));
    } finally {
      clearInterval(renewal);
    }
    return rows.length;
  }

  /** Every consumer gets its events in order; a failure of one does not affect the others. */
  private async deliverAll(rows: OutboxRow[]): Promise<Map<string, Failure>> {
    const failures = new Map<string, Failure>();
    const waiting = this.consumers.all();
    const serveNext = async () => {
      for (let consumer = waiting.shift(); consumer; consumer = waiting.shift()) {
        const names = consumer.eventNames;
        const mine = rows.filter((row) => names.has(row.name));
        if (mine.length === 0) continue;
        for (const [id, failure] of await this.delivery.deliver(consumer, mine)) failures.set(id, failure);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, serveNext));
    return failures;
  }

  private async settle(claim: string, rows: OutboxRow[], failures: Map<string, Failure>): Promise<void> {
    const done = rows.map(({ id }) => id).filter((id) => !failures.has(id));
    await this.repository.done(this.database, done);
    const failed = [...failures].map(([id, f]) => ({ id, error: `${f.consumer}: ${f.error.message}`.slice(0, 2_000) }));
    const dead = new Set(await this.repository.failed(this.database, claim, failed));
    for (const row of rows) {
      const failure = failures.get(row.id);
      if (failure) this.report(row, failure, dead.has(row.id));
    }
  }

  private report(row: OutboxRow, failure: Failure, dead: boolean): void {
    const what = `${row.name} ${row.id} failed in ${failure.consumer} (attempt ${row.attempts}): ${failure.error.message}`;
    if (dead) {
      eventsDead.inc({ event: row.name });
      this.logger.error(`dead: ${what}`, failure.error.stack);
    } else this.logger.warn(what);
  }

  /** Removes events that were delivered a while ago. */
  @Removes('outbox_events', 'inbox')
  async prune(limit: number, { outboxDays }: RetentionFigures): Promise<number> {
    return this.repository.prune(this.database, outboxDays, limit);
  }

  private async maintain(): Promise<void> {
    try {
      const taken = await this.repository.takeBackExpired(this.database);
      if (taken > 0) {
        this.logger.warn(`${taken} events taken back from a relay that went away`);
        this.loop.call();
      }
      const backlog = await this.backlog();
      backlogGauge.set({ state: 'pending' }, backlog.pending);
      backlogGauge.set({ state: 'dead' }, backlog.dead);
      oldestGauge.set(backlog.oldestSeconds);
    } catch (error) {
      this.logger.warn(`outbox maintenance failed: ${(error as Error).message}`);
    }
  }
}
