import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Busy } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { Batcher } from '../../platform/loops/index.js';
import type { Attempt, Won } from './attempt.js';
import { GrabContest } from './grab-contest.js';
import { GrabDoor } from './grab-door.js';

/** Two contests at once keep PostgreSQL working while the other one waits for its commit. */
const CONTESTS = 2;
const LARGEST = 256;
/** With more waiting attempts than this, a batch waits `LINGER_MS` for further ones. A single attempt does not wait. */
const CROWD = 8;
const LINGER_MS = 2;
/** How long an attempt is retried whose case or slot another process has locked, before it is answered `BUSY`. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 5;

/**
 * Runs an attempt through the door (rate limit, late attempts, repetitions: one cheap round trip) and, when its case may still be
 * free, through the contest. At both places attempts that arrive together share the work, and each gets its own answer.
 */
@Injectable()
export class GrabEngine implements OnApplicationShutdown {
  private readonly door: Batcher<Attempt, Won | 'open'>;
  private readonly contest: Batcher<Attempt, Won | 'retry'>;
  /** Attempts without an answer yet. */
  private pending = 0;

  constructor(
    door: GrabDoor,
    contest: GrabContest,
    private readonly config: Config,
  ) {
    const lingers = () => (this.pending > CROWD ? LINGER_MS : 0);
    this.door = new Batcher<Attempt, Won | 'open'>({
      lanes: 1,
      largest: LARGEST,
      lingers,
      touches: () => ({ shared: [] }),
      work: (attempts) => door.check(attempts),
    });
    this.contest = new Batcher<Attempt, Won | 'retry'>({
      lanes: CONTESTS,
      largest: LARGEST,
      lingers,
      touches: ({ actor, caseId, idempotencyKey: key }) => ({
        shared: [`case:${caseId}`, `provider:${actor.organisationId}`],
        ...(key === undefined ? {} : { alone: `key:${actor.organisationId}:${key}` }),
      }),
      work: (attempts) => contest.decide(attempts),
    });
  }

  /** Returns this attempt's own answer; throws its refusal. */
  async attempt(attempt: Attempt): Promise<Won> {
    if (this.pending >= this.config.grabQueueLimit) throw new Busy({ retryAfter: 1 });
    this.pending += 1;
    try {
      return await this.answer(attempt);
    } finally {
      this.pending -= 1;
    }
  }

  /** Waits until every grab has its answer before the process ends. */
  async onApplicationShutdown(): Promise<void> {
    while (this.pending > 0) await pause(PAUSE_MS);
  }

  private async answer(attempt: Attempt): Promise<Won> {
    const since = performance.now();
    for (let tries = 0; ; tries += 1) {
      const seen = await this.door.add(attempt);
      if (seen !== 'open') return seen;
      // Only after the door: it may have found the holder of the case in the meantime.
      if (tries > 0 && performance.now() - since >= PATIENCE_MS) throw new Busy({ retryAfter: 1 });
      const answer = await this.contest.add(attempt);
      if (answer !== 'retry') return answer;
      await pause(PAUSE_MS);
    }
  }
}
