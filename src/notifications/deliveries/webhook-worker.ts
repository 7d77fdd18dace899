import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { Database } from '../../platform/database/index.js';
import { SteadyLoop } from '../../platform/loops/index.js';
import { Policies } from '../../platform/policy/index.js';
import { Removes } from '../../platform/retention/index.js';
import { webhookFigures } from '../endpoints/index.js';
import { Feed } from '../feed/index.js';
import { AttemptRepository } from './attempt.repository.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Dispatcher } from './dispatcher.js';
import { FanOut } from './fan-out.js';
import { dueGauge, oldestDueGauge } from './metrics.js';
import { Replays } from './replays.js';

/** How often it looks without a notification, in milliseconds. */
const POLL_MS = 1_000;
const GAUGE_MS = 5_000;

/** Delivers events in every process that works: queues events of the feed, continues replays, sends due deliveries. */
@Injectable()
export class WebhookWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WebhookWorker.name);
  private readonly loop = new SteadyLoop({
    step: () => this.step(),
    failed: (error) => this.logger.error(`events could not be queued for webhook endpoints: ${error.message}`),
    pollMs: POLL_MS,
  });
  private unsubscribe: (() => void) | undefined;
  private gauge: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly feed: Feed,
    private readonly fanOut: FanOut,
    private readonly replays: Replays,
    private readonly dispatcher: Dispatcher,
    private readonly deliveries: DeliveryRepository,
    private readonly attempts: AttemptRepository,
    private readonly policies: Policies,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.process !== 'api') this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  start(): void {
    if (this.unsubscribe) return;
    this.unsubscribe = this.feed.onNews(() => this.loop.call());
    this.gauge = setInterval(() => void this.measure(), GAUGE_MS);
    this.loop.start();
    this.dispatcher.start();
  }

  async stop(): Promise<void> {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    clearInterval(this.gauge);
    await this.loop.stop();
    await this.dispatcher.stop();
  }

  /** Looks at once, because a request queued something. */
  call(): void {
    this.loop.call();
    this.dispatcher.call();
  }

  /** Deletes log entries that are older than the policy allows. */
  @Removes('webhook_deliveries', 'webhook_attempts', 'webhook_messages')
  async deleteOld(limit: number): Promise<number> {
    const { keptDays } = await this.policies.get(webhookFigures);
    const deliveries = await this.deliveries.deleteOld(this.database, keptDays, limit);
    const messages = await this.deliveries.deleteOldMessages(this.database, keptDays, limit);
    return Math.max(deliveries, messages);
  }

  private async step(): Promise<boolean> {
    const read = await this.fanOut.step();
    const replayed = await this.replays.step();
    const more = read > 0 || replayed;
    if (more) this.dispatcher.call();
    return more;
  }

  private async measure(): Promise<void> {
    const due = await this.attempts.due(this.database).catch(() => undefined);
    if (!due) return;
    dueGauge.set(due.count);
    oldestDueGauge.set(due.oldestSeconds);
  }
}
