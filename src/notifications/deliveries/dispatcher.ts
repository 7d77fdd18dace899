import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, publicId } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { SteadyLoop } from '../../platform/loops/index.js';
import { Policies } from '../../platform/policy/index.js';
import { WebhookSecrets, webhookFigures } from '../endpoints/index.js';
import { Sender, signatureHeader } from '../sinks/index.js';
import { AttemptRepository, type ClaimedDelivery } from './attempt.repository.js';
import { AttemptOutcomes } from './attempt-outcomes.js';

/**
 * Attempts one process has under way at once. Endpoints whose last attempt failed have a separate pool with one attempt each,
 * so that receivers which hang until their timeout delay only each other.
 */
function poolsOf(places: number) {
  const failing = Math.ceil(places / 4);
  return [
    { failing: false, places: places - failing, perEndpoint: 4 },
    { failing: true, places: failing, perEndpoint: 1 },
  ];
}
type Pool = ReturnType<typeof poolsOf>[number];

/** How often it looks without a call: the longest that a retry waits after it is due. */
const POLL_MS = 1_000;
/** The grace period of requests under way when the process ends, in milliseconds. */
const GRACE_MS = 3_000;

/** Claims due deliveries and sends them. A lease holds a delivery, so nothing is locked while its request is under way. */
@Injectable()
export class Dispatcher {
  private readonly logger = new Logger(Dispatcher.name);
  private readonly loop = new SteadyLoop({
    step: () => this.step(),
    failed: (error) => this.logger.error(`deliveries could not be claimed: ${error.message}`),
    pollMs: POLL_MS,
  });
  private readonly underWay = new Map<Promise<void>, Pool>();
  private readonly busy = new Map<string, number>();
  private abort = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptRepository,
    private readonly outcomes: AttemptOutcomes,
    private readonly secrets: WebhookSecrets,
    private readonly sender: Sender,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.abort = new AbortController();
    setMaxListeners(0, this.abort.signal);
    this.loop.start();
  }

  /** Something may be due. */
  call(): void {
    this.loop.call();
  }

  /** Claims nothing more. Requests under way get a grace period; an aborted delivery is due at once in another process. */
  async stop(): Promise<void> {
    await this.loop.stop();
    const all = Promise.all(this.underWay.keys());
    await Promise.race([all, sleep(GRACE_MS, undefined, { ref: false })]);
    this.abort.abort();
    await all;
  }

  private async step(): Promise<boolean> {
    let claimedCount = 0;
    const { attemptsAtOnce } = await this.policies.get(webhookFigures);
    for (const pool of poolsOf(attemptsAtOnce)) {
      const running = [...this.underWay.values()].filter((one) => one.failing === pool.failing).length;
      const limit = pool.places - running;
      if (limit <= 0) continue;
      const { perEndpoint, failing } = pool;
      const claim = { lease: randomUUID(), limit, perEndpoint, failing, busy: this.busy };
      const claims = await this.attempts.claim(this.database, claim);
      for (const claimed of claims) this.begin(claimed, pool);
      claimedCount += claims.length;
    }
    return claimedCount > 0;
  }

  private begin(claimed: ClaimedDelivery, pool: Pool): void {
    const { endpointId } = claimed;
    this.busy.set(endpointId, (this.busy.get(endpointId) ?? 0) + 1);
    const work = this.deliver(claimed).finally(() => {
      const left = this.busy.get(endpointId)! - 1;
      if (left > 0) this.busy.set(endpointId, left);
      else this.busy.delete(endpointId);
      this.underWay.delete(work);
      this.loop.call();
    });
    this.underWay.set(work, pool);
  }

  /** One attempt from claim to outcome. Never throws: a delivery that cannot be settled is due again after its lease. */
  private async deliver(claimed: ClaimedDelivery): Promise<void> {
    try {
      const { timeoutMs } = await this.policies.get(webhookFigures);
      const { url, body } = claimed;
      const headers = this.headersOf(claimed);
      const attempt = await this.sender.send({ url, headers, body, timeoutMs }, this.abort.signal);
      await this.outcomes.settle(claimed, headers, attempt);
    } catch (error) {
      if (this.abort.signal.aborted) return this.attempts.release(this.database, claimed).catch(() => undefined);
      this.logger.error(`webhook delivery ${claimed.id} could not be settled: ${(error as Error).message}`);
    }
  }

  private headersOf({ endpointId, secretSealed, previousSecretSealed, messageId, body }: ClaimedDelivery) {
    const id = publicId('event', messageId);
    const timestamp = Math.floor(this.clock.millis() / 1_000);
    const secrets = this.secrets.live(endpointId, secretSealed, previousSecretSealed);
    return {
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'Recourse-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureHeader(secrets, id, timestamp, body),
    };
  }
}
