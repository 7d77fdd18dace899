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
 * Attempts one process has under way at once. Endpoints that fail have a lane of their own and one place each in it, so that
 * sinks which hang until their time is over hold up each other and nobody else.
 */
const LANES = [
  { failing: false, places: 24, perEndpoint: 4 },
  { failing: true, places: 8, perEndpoint: 1 },
] as const;
type Lane = (typeof LANES)[number];

/** The fallback when nobody calls; also how soon a retry that has become due is noticed. */
const POLL_MS = 1_000;
/** How long requests under way may go on once the process is to end, in milliseconds. */
const FAREWELL_MS = 3_000;

/** Takes deliveries that are due and sends them. Nothing is locked while a request is under way: a lease holds the delivery. */
@Injectable()
export class Dispatcher {
  private readonly logger = new Logger(Dispatcher.name);
  private readonly loop = new SteadyLoop({
    step: () => this.step(),
    failed: (error) => this.logger.error(`deliveries could not be taken: ${error.message}`),
    pollMs: POLL_MS,
  });
  private readonly underWay = new Map<Promise<void>, Lane>();
  private readonly busy = new Map<string, number>();
  private farewell = new AbortController();

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
    this.farewell = new AbortController();
    setMaxListeners(0, this.farewell.signal);
    this.loop.start();
  }

  /** Something may be due. */
  call(): void {
    this.loop.call();
  }

  /** Takes nothing more; what is under way may finish, for a while. What is broken off is due at once elsewhere. */
  async stop(): Promise<void> {
    await this.loop.stop();
    const all = Promise.all(this.underWay.keys());
    await Promise.race([all, sleep(FAREWELL_MS, undefined, { ref: false })]);
    this.farewell.abort();
    await all;
  }

  private async step(): Promise<boolean> {
    let taken = 0;
    for (const lane of LANES) {
      const inLane = [...this.underWay.values()].filter((one) => one === lane).length;
      const limit = lane.places - inLane;
      if (limit === 0) continue;
      const { perEndpoint, failing } = lane;
      const claim = { lease: randomUUID(), limit, perEndpoint, failing, busy: this.busy };
      const claims = await this.attempts.claim(this.database, claim);
      for (const claimed of claims) this.begin(claimed, lane);
      taken += claims.length;
    }
    return taken > 0;
  }

  private begin(claimed: ClaimedDelivery, lane: Lane): void {
    const { endpointId } = claimed;
    this.busy.set(endpointId, (this.busy.get(endpointId) ?? 0) + 1);
    const work = this.carry(claimed).finally(() => {
      const left = this.busy.get(endpointId)! - 1;
      if (left > 0) this.busy.set(endpointId, left);
      else this.busy.delete(endpointId);
      this.underWay.delete(work);
      this.loop.call();
    });
    this.underWay.set(work, lane);
  }

  /** One attempt from claim to outcome. Never throws: what cannot be settled comes back when its lease is over. */
  private async carry(claimed: ClaimedDelivery): Promise<void> {
    try {
      const { timeoutMs } = await this.policies.get(webhookFigures);
      const { url, body } = claimed;
      const headers = this.headersOf(claimed);
      const attempt = await this.sender.send({ url, headers, body, timeoutMs }, this.farewell.signal);
      await this.outcomes.settle(claimed, headers, attempt);
    } catch (error) {
      if (this.farewell.signal.aborted) return this.outcomes.release(claimed).catch(() => undefined);
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
