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
 * Attempts one process has under way at once. Endpoints that were slow or failed have a lane of their own, so that receivers
 * which hang until their timeout delay only each other; and in each lane an organisation has few places, so that it delays
 * only itself, however many endpoints it makes.
 */
function lanesOf(places: number) {
  const slow = Math.ceil(places / 4);
  return [
    { slow: false, places: places - slow },
    { slow: true, places: slow },
  ];
}

/** Slow endpoints that are remembered; the one found first is forgotten first. */
const SLOW_KNOWN = 2_000;
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
  private readonly underWay = new Map<Promise<void>, { claimed: ClaimedDelivery; slow: boolean }>();
  /** Endpoints whose last attempt here took long. */
  private readonly slow = new Set<string>();
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
    const { attemptsAtOnce, attemptsPerOrganisation } = await this.policies.get(webhookFigures);
    let claimedCount = 0;
    for (const { slow, places } of lanesOf(attemptsAtOnce)) {
      const underWay = [...this.underWay.values()].filter((one) => one.slow === slow).map(({ claimed }) => claimed);
      const limit = places - underWay.length;
      if (limit <= 0) continue;
      const shares = sharesOf(slow, attemptsPerOrganisation);
      const claim = { lease: randomUUID(), limit, ...shares, slow, slowEndpoints: this.slow, underWay };
      const claims = await this.attempts.claim(this.database, claim);
      for (const claimed of claims) this.begin(claimed, slow);
      claimedCount += claims.length;
    }
    return claimedCount > 0;
  }

  private begin(claimed: ClaimedDelivery, slow: boolean): void {
    const work = this.deliver(claimed).finally(() => {
      this.underWay.delete(work);
      this.loop.call();
    });
    this.underWay.set(work, { claimed, slow });
  }

  /** One attempt from claim to outcome. Never throws: a delivery that cannot be settled is due again after its lease. */
  private async deliver(claimed: ClaimedDelivery): Promise<void> {
    try {
      const { timeoutMs, slowMs } = await this.policies.get(webhookFigures);
      const { url, body } = claimed;
      const headers = this.headersOf(claimed);
      const attempt = await this.sender.send({ url, headers, body, timeoutMs }, this.abort.signal);
      this.remember(claimed.endpointId, attempt.durationMs >= slowMs);
      await this.outcomes.settle(claimed, headers, attempt);
    } catch (error) {
      if (this.abort.signal.aborted) return this.attempts.release(this.database, claimed).catch(() => undefined);
      this.logger.error(`webhook delivery ${claimed.id} could not be settled: ${(error as Error).message}`);
    }
  }

  private remember(endpointId: string, slow: boolean): void {
    this.slow.delete(endpointId);
    if (!slow) return;
    this.slow.add(endpointId);
    const [first] = this.slow;
    if (this.slow.size > SLOW_KNOWN) this.slow.delete(first!);
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

/** Of an organisation's places one is in the slow lane and the others in the fast one, half of them at most for one endpoint. */
function sharesOf(slow: boolean, places: number): { perEndpoint: number; perOrganisation: number } {
  return slow
    ? { perEndpoint: 1, perOrganisation: 1 }
    : { perEndpoint: Math.ceil(places / 2), perOrganisation: places - 1 };
}
