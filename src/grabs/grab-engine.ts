import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Busy, Clock, Refusal } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { type Attempt, type AttemptOutcome, GrabBatch } from './grab-batch.js';

/** Batches under way at once in one process. Two keep PostgreSQL working while the other one waits for its commit. */
const LANES = 2;
const MAX_BATCH = 256;
/** How long an attempt whose case or slot another process holds is tried again before it is told `BUSY`. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 5;

interface Waiting {
  readonly attempt: Attempt;
  readonly since: number;
  readonly settle: (outcome: AttemptOutcome | Error) => void;
}

/**
 * Lets grabs that arrive together share a round trip and a commit. Whatever waits while a batch is in flight forms the
 * next one; a batch never holds two attempts that could disturb a batch beside it (same case, provider or key).
 * When a whole batch fails it is halved until the attempt at fault stands alone, so it never fails its neighbours.
 */
@Injectable()
export class GrabEngine implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private readonly inFlight = new Set<string>();
  private lanes = 0;
  private idle: (() => void)[] = [];

  constructor(
    private readonly batch: GrabBatch,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Waits for this attempt's own answer. Throws its refusal. */
  attempt(attempt: Attempt): Promise<AttemptOutcome> {
    if (this.waiting.length >= this.config.grabQueueLimit) throw new Busy({ retryAfter: 1 });
    return new Promise((resolve, reject) => {
      const settle = (outcome: AttemptOutcome | Error) =>
        outcome instanceof Error ? reject(outcome) : resolve(outcome);
      this.waiting.push({ attempt, since: this.clock.millis(), settle });
      this.pump();
    });
  }

  /** Lets every waiting grab have its answer before the process ends. */
  async onApplicationShutdown(): Promise<void> {
    while (this.waiting.length > 0 || this.lanes > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private pump(): void {
    while (this.lanes < LANES && this.waiting.length > 0) {
      const members = this.nextBatch();
      if (members.length === 0) return;
      this.lanes += 1;
      void this.run(members).finally(() => {
        this.lanes -= 1;
        for (const member of members) for (const key of keysOf(member.attempt)) this.inFlight.delete(key);
        this.pump();
        if (this.lanes === 0 && this.waiting.length === 0) for (const wake of this.idle.splice(0)) wake();
      });
    }
  }

  /** The longest-waiting attempts that touch nothing a batch in flight touches. */
  private nextBatch(): Waiting[] {
    const members: Waiting[] = [];
    const left: Waiting[] = [];
    const replayKeys = new Set<string>();
    for (const waiting of this.waiting) {
      const keys = keysOf(waiting.attempt);
      const replayKey = keys[2];
      const free = members.length < MAX_BATCH && !keys.some((key) => this.inFlight.has(key));
      if (free && !(replayKey && replayKeys.has(replayKey))) {
        members.push(waiting);
        if (replayKey) replayKeys.add(replayKey);
      } else left.push(waiting);
    }
    this.waiting = left;
    for (const member of members) for (const key of keysOf(member.attempt)) this.inFlight.add(key);
    return members;
  }

  private async run(members: Waiting[]): Promise<void> {
    let outcomes: (AttemptOutcome | Refusal | 'retry')[];
    try {
      outcomes = await this.batch.decide(members.map((member) => member.attempt));
    } catch (error) {
      if (members.length === 1) return members[0]!.settle(error as Error);
      const middle = members.length >> 1;
      await this.run(members.slice(0, middle));
      return this.run(members.slice(middle));
    }
    members.forEach((member, index) => {
      const outcome = outcomes[index]!;
      if (outcome === 'retry') this.putBack(member);
      else member.settle(outcome);
    });
  }

  private putBack(member: Waiting): void {
    if (this.clock.millis() - member.since >= PATIENCE_MS) {
      member.settle(new Busy({ retryAfter: 1 }));
      return;
    }
    // Kept among the waiting, so that a shutdown still waits for it; asked again after a short pause.
    this.waiting.push(member);
    setTimeout(() => this.pump(), PAUSE_MS);
  }
}

/** What an attempt touches: its case, its provider and, when it has one, its idempotency key. */
function keysOf(attempt: Attempt): string[] {
  const keys = [`case:${attempt.caseId}`, `provider:${attempt.actor.organisationId}`];
  if (attempt.idempotencyKey) keys.push(`key:${attempt.actor.organisationId}:${attempt.idempotencyKey}`);
  return keys;
}
