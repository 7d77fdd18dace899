import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { Database } from '../../platform/database/index.js';
import { Sweep } from '../../platform/jobs/index.js';
import { SteadyLoop } from '../../platform/loops/index.js';
import { Policies } from '../../platform/policy/index.js';
import { webhookFigures } from '../endpoints/index.js';
import { Feed } from '../feed/index.js';
import { AttemptRepository } from './attempt.repository.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Dispatcher } from './dispatcher.js';
import { FanOut } from './fan-out.js';
import { dueGauge, oldestDueGauge } from './metrics.js';
import { Replays } from './replays.js';

/** The fallback when no news is heard, in milliseconds. */
const POLL_MS = 1_000;
const GAUGE_MS = 5_000;
const SWEEP_MS = 600_000;
const FORGOTTEN_AT_ONCE = 2_000;
const CHUNKS_PER_RUN = 20;

/** Keeps events going out in every process that works: hands the feed on, carries replays on, sends what is due. */
@Injectable()
export class WebhookWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WebhookWorker.name);
  private readonly loop = new SteadyLoop({
    step: () => this.step(),
    failed: (error) => this.logger.error(`events could not be handed to webhook endpoints: ${error.message}`),
    pollMs: POLL_MS,
  });
  private deaf: (() => void) | undefined;
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
    if (this.deaf) return;
    this.deaf = this.feed.onNews(() => this.loop.call());
    this.gauge = setInterval(() => void this.measure(), GAUGE_MS);
    this.loop.start();
    this.dispatcher.start();
  }

  async stop(): Promise<void> {
    this.deaf?.();
    this.deaf = undefined;
    clearInterval(this.gauge);
    await this.loop.stop();
    await this.dispatcher.stop();
  }

  /** Something was queued by hand: it need not wait for the next look. */
  call(): void {
    this.loop.call();
    this.dispatcher.call();
  }

  /** The log is kept as long as the policy says and no longer. */
  @Sweep('webhooks.forget', SWEEP_MS)
  async forget(): Promise<void> {
    const { keptDays } = await this.policies.get(webhookFigures);
    for (let chunk = 0; chunk < CHUNKS_PER_RUN; chunk += 1) {
      const deliveries = await this.deliveries.forget(this.database, keptDays, FORGOTTEN_AT_ONCE);
      const messages = await this.deliveries.forgetMessages(this.database, keptDays, FORGOTTEN_AT_ONCE);
      if (deliveries + messages === 0) return;
    }
  }

  private async step(): Promise<boolean> {
    const handed = await this.fanOut.step();
    const replayed = await this.replays.step();
    const more = handed > 0 || replayed;
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
