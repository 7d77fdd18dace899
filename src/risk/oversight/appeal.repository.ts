import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Page, PageInput } from '../../kernel/index.js';
import { inSandbox } from '../../parties/worlds/index.js';
import { SealedTexts } from '../../platform/crypto/index.js';
import {
  type Condition,
  columnsOf,
  firstOf,
  ifGiven,
  newestFirst,
  pageOf,
  type Queryable,
  type Tx,
} from '../../platform/database/index.js';
import { StandingAppealEntity } from './appeal.entity.js';
import { type AppealAnswer, type AppealState, appealLifecycle } from './appeal.lifecycle.js';

export type StandingAppeal = Readonly<StandingAppealEntity>;
export type NewAppeal = Pick<
  StandingAppeal,
  'id' | 'providerId' | 'sandboxId' | 'standingChangeId' | 'grabId' | 'reason' | 'statement' | 'openedBy'
>;

export interface AppealFilter {
  readonly state?: AppealState | null | undefined;
  readonly providerId?: string | null | undefined;
}

/** How an open appeal ends. */
export interface AppealEnd {
  readonly state: Exclude<AppealState, 'open'>;
  readonly by: string | null;
  readonly answer?: AppealAnswer;
  readonly note?: string | null;
}

const COLUMNS = columnsOf(StandingAppealEntity, 'a');
const SELECT = `SELECT ${COLUMNS} FROM standing_appeals a`;
const STATEMENT = 'standing_appeals.statement';
const ANSWER_NOTE = 'standing_appeals.answer_note';

@Injectable()
export class AppealRepository {
  constructor(private readonly texts: SealedTexts) {}

  /** A provider has one open appeal: `standing_appeals_one_open` holds of several at once one back. */
  async open(tx: Tx, one: NewAppeal): Promise<StandingAppeal> {
    const statement = this.texts.seal(STATEMENT, one.id, one.statement);
    const rows = await tx.rows<StandingAppeal>(
      `INSERT INTO standing_appeals AS a (id, provider_id, sandbox_id, standing_change_id, grab_id, state, reason, statement, opened_by)
       VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, $8) RETURNING ${COLUMNS}`,
      [one.id, one.providerId, one.sandboxId, one.standingChangeId, one.grabId, one.reason, statement, one.openedBy],
    );
    return rows[0]!;
  }

  /** How many appeals there were against a change. */
  async countOf(q: Queryable, providerId: string, standingChangeId: string): Promise<number> {
    const count = `SELECT count(*)::int AS count FROM standing_appeals WHERE provider_id = $1 AND standing_change_id = $2`;
    return (await q.one<{ count: number }>(count, [providerId, standingChangeId]))!.count;
  }

  /** An appeal that this actor may see, locked. */
  lock(tx: Tx, actor: Actor, id: string): Promise<StandingAppeal | undefined> {
    return tx
      .one<StandingAppeal>(`${SELECT} WHERE a.id = $1 FOR NO KEY UPDATE`, [id])
      .then((found) => (found && isVisible(found, actor) ? found : undefined));
  }

  /** Ends an open appeal; undefined when it is over. */
  end(tx: Tx, id: string, { state, by, answer, note }: AppealEnd): Promise<StandingAppeal | undefined> {
    const sealed = note ? this.texts.seal(ANSWER_NOTE, id, note) : null;
    return tx.one<StandingAppeal>(
      `UPDATE standing_appeals a SET state = $2, decided_by = $3, answer = $4, answer_note = $5, decided_at = now()
       WHERE a.id = $1 AND a.state = ANY ($6::text[]) RETURNING ${COLUMNS}`,
      [id, state, by, answer ?? null, sealed, appealLifecycle.sourcesOf(state)],
    );
  }

  get(q: Queryable, actor: Actor, id: string): Promise<StandingAppeal | undefined> {
    return firstOf<StandingAppeal>(q, SELECT, [['a.id = ?', id], visibleTo(actor)]);
  }

  list(q: Queryable, actor: Actor, filter: AppealFilter, page: PageInput): Promise<Page<StandingAppeal>> {
    return pageOf<StandingAppeal>(q, page, {
      select: SELECT,
      where: [
        visibleTo(actor),
        ...ifGiven('a.state = ?', filter.state),
        ...ifGiven('a.provider_id = ?', filter.providerId),
      ],
      order: newestFirst('a.id'),
    });
  }

  /** With its texts to be read. */
  readonly opened = (one: StandingAppeal): StandingAppeal => ({
    ...one,
    statement: this.texts.open(STATEMENT, one.id, one.statement),
    answerNote: this.texts.open(ANSWER_NOTE, one.id, one.answerNote),
  });
}

function visibleTo(actor: Actor): Condition {
  if (actor.organisationKind === 'platform') return inSandbox('a.sandbox_id', actor.sandboxId);
  return ['a.provider_id = ?', actor.organisationId];
}

function isVisible({ providerId, sandboxId }: StandingAppeal, actor: Actor): boolean {
  if (actor.organisationKind === 'platform') return sandboxId === actor.sandboxId;
  return providerId === actor.organisationId;
}
