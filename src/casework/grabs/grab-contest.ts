import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, type Refusal } from '../../kernel/index.js';
import type { PartyFacts } from '../../parties/approvals/index.js';
import { Database } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { Policies } from '../../platform/policy/index.js';
import type { Limits } from '../../risk/standing/index.js';
import { CaseClaims, type CaseGlance, type ListedCase } from '../cases/index.js';
import { type Attempt, distinct, GRAB_OPERATION, keyed, type Won } from './attempt.js';
import { ContestReader, claimable, providerFacts } from './contest-reader.js';
import { decide, type GrabDecision } from './grab.policy.js';
import { type Grab, GrabRepository } from './grab.repository.js';
import { alreadyGrabbed, denialRefusal } from './grab-denials.js';
import { grabFigures } from './grab-figures.js';
import { GrabWriter, type Win } from './grab-writer.js';
import { type Slot, SlotRepository } from './slot.repository.js';

type Answer = Won | Refusal | 'retry';

/** What a batch reads of its providers and cases before it locks anything. */
interface ReadBeforeLocks {
  glances: Map<string, CaseGlance>;
  parties: Map<string, PartyFacts>;
  limits: Map<string, Limits>;
}

/** The result of a contest: the attempts that contended (by index), their decisions and the written grabs. */
interface Decided {
  contenders: number[];
  decisions: GrabDecision[];
  slots: Map<string, Slot>;
  listed: Map<string, ListedCase>;
  grabs: Map<number, Grab>;
}

/**
 * Decides one batch of grabs. Lock order: cases by id, then slots by id; both skip what another process has locked, so a batch
 * never waits for a lock and is never part of a deadlock.
 */
@Injectable()
export class GrabContest {
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

  /** One answer per attempt, in order. `retry`: another transaction has locked the case or the slot. */
  async decide(attempts: Attempt[]): Promise<Answer[]> {
    const caseIds = distinct(attempts.map((attempt) => attempt.caseId)).sort();
    const providerIds = distinct(attempts.map((attempt) => attempt.actor.organisationId)).sort();
    // Executed in this order: when a case is seen grabbed, the answer stored in the same transaction is seen too.
    const [glances, replays, parties, limits] = await this.database.together((q) =>
      Promise.all([
        this.claims.statesOf(q, caseIds),
        this.idempotency.lookupMany<Grab>(q, GRAB_OPERATION, attempts.map(keyed)),
        this.contest.parties(q, providerIds),
        this.contest.limits(q, providerIds),
      ]),
    );
    const glanceOf = ({ actor, caseId }: Attempt) => ofOwnSandbox(actor, glances.get(caseId));
    const open = attempts.flatMap((attempt, index) =>
      !replays[index] && glanceOf(attempt)?.state === 'listed' ? [index] : [],
    );
    const read = { glances, parties, limits };
    const decided = open.length > 0 ? await this.contend(attempts, open, caseIds, providerIds, read) : undefined;
    const answers = this.answersOf(attempts, decided, limits);
    return attempts.map((attempt, index) => {
      const replay = replays[index];
      if (replay) return 'response' in replay ? { grab: replay.response, replayed: true } : replay.refusal;
      return answers.get(index) ?? this.missed(attempt, glanceOf(attempt));
    });
  }

  /** Locks, decides and writes in one transaction. */
  private contend(
    attempts: Attempt[],
    open: number[],
    caseIds: string[],
    providerIds: string[],
    read: ReadBeforeLocks,
  ) {
    return this.database.transaction(async (tx): Promise<Decided> => {
      // One message, executed in this order: returned cases are read under the locks.
      const [cases, slots, givenBack, behind, figures] = await Promise.all([
        this.claims.lockListed(tx, caseIds),
        this.slots.lockFree(tx, providerIds),
        this.grabs.givenBack(tx, caseIds, providerIds),
        this.contest.behind(tx, [...read.glances.values()]),
        this.policies.get(grabFigures, tx),
      ]);
      const listed = new Map(cases.map((one) => [one.id, one]));
      const contenders = open.filter((index) => isPresent(attempts[index]!, listed, slots));
      const decisions = decide(
        contenders.map((index) => contenderOf(attempts[index]!)),
        {
          cases: new Map([...listed.values()].map((one) => [one.id, claimable(one, behind.get(one.id)!)])),
          providers: new Map([...slots].map(([id, slot]) => [id, providerFacts(id, read.parties, read.limits, slot)])),
          givenBack,
        },
      );
      const wins = contenders.flatMap((index, n): Win[] => {
        const attempt = attempts[index]!;
        const id = attempt.actor.organisationId;
        const provider = { kind: read.parties.get(id)?.kind, limits: read.limits.get(id)! };
        return decisions[n]!.won ? [{ index, attempt, listed: listed.get(attempt.caseId)!, provider }] : [];
      });
      const grabs = await this.writer.write(tx, wins, figures);
      return { contenders, decisions, slots, listed, grabs };
    });
  }

  private answersOf(
    attempts: Attempt[],
    decided: Decided | undefined,
    limits: Map<string, Limits>,
  ): Map<number, Answer> {
    const answers = new Map<number, Answer>();
    decided?.contenders.forEach((index, n) => {
      const grab = decided.grabs.get(index);
      const decision = decided.decisions[n]!;
      if (grab) answers.set(index, { grab, replayed: false });
      else if (!decision.won) answers.set(index, denied(attempts[index]!, decision.because, limits, decided));
    });
    return answers;
  }

  /** The answer for a case that was not locked: another transaction has it, or it is not listed. */
  private missed({ actor }: Attempt, glance: CaseGlance | undefined): Answer {
    if (glance?.state === 'listed') return 'retry';
    const seen = glance !== undefined && WAS_GRABBED.has(glance.state);
    return seen ? alreadyGrabbed(undefined, actor.organisationId) : new NotFound({ path: 'caseId' });
  }
}

/** States that a case can have only after it was listed and grabbed, so that a provider may know of it. */
const WAS_GRABBED: ReadonlySet<string> = new Set([
  'grabbed',
  'in_collection',
  'on_hold',
  'in_litigation',
  'recovered',
  'partially_recovered',
  'unrecovered',
]);

/** The case if it belongs to the actor's sandbox. */
function ofOwnSandbox<T extends { sandboxId: string | null }>(actor: Actor, found: T | undefined): T | undefined {
  return found?.sandboxId === actor.sandboxId ? found : undefined;
}

function isPresent({ caseId, actor }: Attempt, listed: Map<string, ListedCase>, slots: Map<string, Slot>): boolean {
  return ofOwnSandbox(actor, listed.get(caseId)) !== undefined && slots.has(actor.organisationId);
}

function contenderOf({ caseId, actor }: Attempt) {
  return { caseId, providerId: actor.organisationId };
}

function denied(
  { actor, caseId }: Attempt,
  because: Extract<GrabDecision, { won: false }>['because'],
  limits: Map<string, Limits>,
  { slots, listed }: Decided,
): Refusal {
  const limit = limits.get(actor.organisationId);
  const slot = slots.get(actor.organisationId);
  return denialRefusal(because, {
    held: slot?.held ?? 0,
    suspendedUntil: slot?.suspendedUntil ?? null,
    matter: listed.get(caseId)?.matter ?? null,
    casesHeld: limit?.casesHeld ?? 0,
    grade: limit?.grade ?? 'junior',
    largestCaseFen: limit?.largestCaseFen ?? null,
  });
}
