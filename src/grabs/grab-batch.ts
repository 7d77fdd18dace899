import { Injectable } from '@nestjs/common';
import { CaseClaims, type CaseGlance } from '../cases/index.js';
import type { Actor } from '../identity/index.js';
import { NotFound, RateLimited, type Refusal } from '../kernel/index.js';
import { Database } from '../platform/database/index.js';
import { Idempotency } from '../platform/idempotency/index.js';
import { Policies } from '../platform/policy/index.js';
import type { Limits } from '../standing/index.js';
import { ContestReader, providerFacts } from './contest-reader.js';
import { decide, type GrabDecision } from './grab.policy.js';
import { type Grab, GrabRepository } from './grab.repository.js';
import { alreadyGrabbed, denialRefusal } from './grab-denials.js';
import { type GrabFigures, grabFigures } from './grab-figures.js';
import { GRAB_OPERATION, GrabWriter, type Win } from './grab-writer.js';
import { type Slot, SlotRepository } from './slot.repository.js';

/** One request to grab one case. */
export interface Attempt {
  readonly actor: Actor;
  readonly caseId: string;
  readonly idempotencyKey: string | undefined;
  /** Set once its rate token is paid, so that a second try does not pay again. */
  paid?: boolean;
}

export interface AttemptOutcome {
  readonly grab: Grab;
  /** True when the answer is the stored one of an earlier request with the same key. */
  readonly replayed: boolean;
}

type Answer = AttemptOutcome | Refusal | 'retry';

/**
 * Decides one batch of grabs: the rules once, written for any number of attempts. Lock order: cases by id, then slots by
 * id; both skip what another process holds, so a batch never waits for a lock and never takes part in a deadlock.
 */
@Injectable()
export class GrabBatch {
  constructor(
    private readonly database: Database,
    private readonly policies: Policies,
    private readonly claims: CaseClaims,
    private readonly contest: ContestReader,
    private readonly grabs: GrabRepository,
    private readonly slots: SlotRepository,
    private readonly writer: GrabWriter,
    private readonly idempotency: Idempotency,
  ) {}

  /** One answer per attempt, in order. `retry` stands for a case or slot that another process holds this moment. */
  async decide(attempts: Attempt[]): Promise<Answer[]> {
    const figures = await this.policies.get(grabFigures);
    const answers = new Array<Answer | undefined>(attempts.length);
    const caseIds = distinct(attempts.map((a) => a.caseId));
    const [replays, glances] = await Promise.all([
      this.replays(attempts),
      this.claims.statesOf(this.database, caseIds),
      this.charge(attempts, figures, answers),
    ]);
    replays.forEach((replay, index) => {
      if (replay) answers[index] = replay;
    });
    const open = attempts.flatMap((attempt, index) =>
      answers[index] === undefined && glances.get(attempt.caseId)?.state === 'listed' ? [index] : [],
    );
    if (open.length > 0) await this.contend(attempts, open, figures, answers);
    await this.turnAway(attempts, glances, answers);
    return answers as Answer[];
  }

  /** Every attempt costs a token, also one that comes too late: flooding is what the limit is for. */
  private async charge(attempts: Attempt[], figures: GrabFigures, answers: (Answer | undefined)[]): Promise<void> {
    const wanted = new Map<string, number>();
    for (const a of attempts) if (!a.paid) count(wanted, a.actor.organisationId);
    if (wanted.size === 0) return;
    const granted = await this.slots.takeTokens(this.database, wanted, figures);
    attempts.forEach((attempt, index) => {
      if (attempt.paid) return;
      const left = granted.get(attempt.actor.organisationId) ?? 0;
      granted.set(attempt.actor.organisationId, left - 1);
      if (left > 0) attempt.paid = true;
      else {
        const details = { limit: figures.ratePerSecond, window: 's', retryAfter: 1 };
        answers[index] = new RateLimited({ details, retryAfter: 1 });
      }
    });
  }

  /** The stored answers of requests that carry a key used before. */
  private replays(attempts: Attempt[]): Promise<(AttemptOutcome | Refusal | undefined)[]> {
    return this.idempotency
      .lookupMany<Grab>(this.database, GRAB_OPERATION, attempts.map(keyed))
      .then((found) =>
        found.map((one) =>
          one === undefined ? undefined : 'response' in one ? { grab: one.response, replayed: true } : one.refusal,
        ),
      );
  }

  /** The contest itself: lock, read, decide, write, in one transaction. */
  private async contend(attempts: Attempt[], open: number[], figures: GrabFigures, answers: (Answer | undefined)[]) {
    const providerIds = distinct(open.map((i) => attempts[i]!.actor.organisationId)).sort();
    const caseIds = distinct(open.map((i) => attempts[i]!.caseId)).sort();
    const [parties, limits, givenBack] = await Promise.all([
      this.contest.parties(this.database, providerIds),
      this.contest.limits(this.database, providerIds),
      this.grabs.givenBack(this.database, caseIds, providerIds),
    ]);
    const decided = await this.database.transaction(async (tx) => {
      const listed = new Map((await this.claims.lockListed(tx, caseIds)).map((one) => [one.id, one]));
      const slots = await this.slots.lockFree(tx, providerIds);
      const contenders = open.filter(
        (i) => listed.has(attempts[i]!.caseId) && slots.has(attempts[i]!.actor.organisationId),
      );
      const decisions = decide(
        contenders.map((i) => ({ caseId: attempts[i]!.caseId, providerId: attempts[i]!.actor.organisationId })),
        {
          cases: await this.contest.claimable(tx, [...listed.values()]),
          providers: new Map([...slots].map(([id, slot]) => [id, providerFacts(id, parties, limits, slot)])),
          givenBack,
        },
      );
      const wins = contenders.flatMap((index, n): Win[] => {
        const attempt = attempts[index]!;
        const one = listed.get(attempt.caseId)!;
        const provider = {
          kind: parties.get(attempt.actor.organisationId)?.kind,
          limits: limits.get(attempt.actor.organisationId)!,
        };
        return decisions[n]!.won ? [{ index, attempt, listed: one, provider }] : [];
      });
      const written = await this.writer.write(tx, wins, figures);
      return { contenders, decisions, slots, written };
    });
    for (const index of open) answers[index] = 'retry';
    decided.contenders.forEach((index, n) => {
      const grab = decided.written.get(index);
      answers[index] = grab
        ? { grab, replayed: false }
        : this.denied(attempts[index]!, decided.decisions[n]!, limits, decided.slots);
    });
  }

  /** Those whose case is not listed any more. A holder is named only after it was read, committed. */
  private async turnAway(attempts: Attempt[], glances: Map<string, CaseGlance>, answers: (Answer | undefined)[]) {
    const late = attempts.flatMap((_, index) => (answers[index] === undefined ? [index] : []));
    if (late.length === 0) return;
    const holders = await this.grabs.holders(this.database, distinct(late.map((i) => attempts[i]!.caseId)));
    for (const index of late) {
      const { caseId, actor } = attempts[index]!;
      const state = glances.get(caseId)?.state;
      const seen = state !== undefined && WAS_GRABBED.has(state);
      answers[index] = seen
        ? alreadyGrabbed(holders.get(caseId), actor.organisationId)
        : new NotFound({ path: 'caseId' });
    }
  }

  private denied(
    attempt: Attempt,
    decision: GrabDecision,
    limits: Map<string, Limits>,
    slots: Map<string, Slot>,
  ): Answer {
    if (decision.won) return 'retry';
    const limit = limits.get(attempt.actor.organisationId);
    const slot = slots.get(attempt.actor.organisationId);
    return denialRefusal(decision.because, {
      held: slot?.held ?? 0,
      suspendedUntil: slot?.suspendedUntil ?? null,
      casesHeld: limit?.casesHeld ?? 0,
      grade: limit?.grade ?? 'junior',
      largestCaseFen: limit?.largestCaseFen ?? null,
    });
  }
}

/** States a provider can know of because the case stood in the hall and somebody took it. */
const WAS_GRABBED: ReadonlySet<string> = new Set([
  'grabbed',
  'in_collection',
  'on_hold',
  'in_litigation',
  'recovered',
  'partially_recovered',
  'unrecovered',
]);

function keyed(attempt: Attempt) {
  return {
    organisationId: attempt.actor.organisationId,
    key: attempt.idempotencyKey,
    request: { caseId: attempt.caseId },
  };
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
