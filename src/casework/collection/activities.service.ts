import { Injectable } from '@nestjs/common';
import { ActivityLogged } from '../../events/collection.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, invalid, newId, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Cases, type SeenCase } from '../cases/index.js';
import { GrabHolds } from '../grabs/index.js';
import { ActivityRepository, type ActivityRow, PIECE } from './activity.repository.js';
import type { ActivityKind, ActivityOutcome } from './activity.words.js';

export interface NewActivity {
  grabId: string;
  kind: ActivityKind;
  outcome: ActivityOutcome;
  note?: string | null;
  happenedAt?: Date | null;
}

/** An activity with its note decrypted. */
export interface Activity extends Omit<ActivityRow, 'noteSealed'> {
  note: string | null;
}

/** A row as the answer of a key keeps it. */
type KeptActivity = Omit<ActivityRow, 'noteSealed'> & { noteSealed: string | null };

/** The record of work on a case. */
@Injectable()
export class Activities {
  constructor(
    private readonly database: Database,
    private readonly holds: GrabHolds,
    private readonly cases: Cases,
    private readonly activities: ActivityRepository,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Logs an activity of the holder, after the entrustment was accepted. The first one keeps the grab from expiring. */
  async log(actor: Actor, input: NewActivity): Promise<Activity> {
    const happenedAt = this.notInTheFuture(input.happenedAt ?? this.clock.now());
    return this.database.transaction(async (tx) => {
      const act = { actor, operation: 'activity.log', request: input };
      const { noteSealed, ...kept } = await keyed(tx, act, () => this.write(tx, actor, input, happenedAt));
      return this.opened({ ...kept, noteSealed: noteSealed === null ? null : Buffer.from(noteSealed, 'base64') });
    });
  }

  /** The note stays sealed in the answer that is kept. */
  private async write(tx: Tx, actor: Actor, input: NewActivity, happenedAt: Date): Promise<KeptActivity> {
    const held = await this.holds.workable(tx, actor, input.grabId);
    if (!held.acceptedAt) throw new WrongState({ path: 'grabId', details: { state: 'not accepted' } });
    const grab = await this.holds.noteActivity(tx, held.id);
    if (!grab) throw new WrongState({ path: 'grabId', details: { state: held.state } });
    const id = newId(this.clock.millis());
    const noteSealed = input.note ? this.cipher.seal('activities', 'note_sealed', id, input.note) : null;
    const { id: grabId, caseId, providerId, creditorId } = grab;
    const facts = { caseId, grabId, providerId, kind: input.kind, outcome: input.outcome };
    const row = await this.activities.insert(tx, { id, ...facts, memberId: actor.memberId, noteSealed, happenedAt });
    await this.outbox.publish(tx, ActivityLogged, { activityId: id, ...facts, creditorId });
    return { ...row, noteSealed: row.noteSealed?.toString('base64') ?? null };
  }

  /** How many activities of each kind were logged under a grab, after an instant if one is given. */
  countsOf(
    q: Queryable,
    grab: { id: string; caseId: string },
    after: Date | null,
  ): Promise<ReadonlyMap<string, number>> {
    return this.activities.countsOf(q, grab, after);
  }

  /** The activities on a case this actor may see, newest first. */
  async list(actor: Actor, caseId: string, page: PageInput): Promise<Page<Activity>> {
    await this.cases.get(actor, caseId);
    const found = await this.activities.list(this.database, actor, caseId, page);
    return { ...found, nodes: found.nodes.map((row) => this.opened(row)) };
  }

  /** Every activity of cases that this actor may see, newest case first and newest first within it. */
  async *ofSeenCases(actor: Actor, cases: readonly SeenCase[]): AsyncGenerator<Activity> {
    const ids = cases.map((one) => one.id);
    let piece: ActivityRow[] = [];
    do {
      piece = await this.activities.ofCases(this.database, actor, ids, piece.at(-1));
      for (const row of piece) yield this.opened(row);
    } while (piece.length === PIECE);
  }

  private opened({ noteSealed, ...row }: ActivityRow): Activity {
    return { ...row, note: noteSealed ? this.cipher.open('activities', 'note_sealed', row.id, noteSealed) : null };
  }

  private notInTheFuture(at: Date): Date {
    if (at.getTime() <= this.clock.millis() + 60_000) return at;
    throw invalid('IN_THE_FUTURE', { path: 'happenedAt' });
  }
}
