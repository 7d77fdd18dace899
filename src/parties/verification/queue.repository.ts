import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { foreignCursor, isUuid, type Page, type PageInput, positionOf } from '../../kernel/index.js';
import {
  type Condition,
  columnsOf,
  ifGiven,
  type Order,
  pageOf,
  propertiesBut,
  type Queryable,
  statementOf,
} from '../../platform/database/index.js';
import { type ApplicantKind } from '../approvals/index.js';
import { ApplicationEntity } from './verification.entity.js';
import type { ApplicationState } from './verification.lifecycle.js';

export interface QueueFilter {
  states?: ApplicationState[] | null;
  kind?: ApplicantKind | null;
  /** Only those that the calling reviewer has claimed. */
  mine?: boolean | null;
}

const LEFT_OUT = ['sandboxId', 'factsSealed', 'creditCodeIndex', 'licenceValidUntil', 'updatedAt'] as const;

/** One line of the queue, without sealed data. */
export type QueueLine = Omit<ApplicationEntity, (typeof LEFT_OUT)[number]> & {
  /** Advisory checks of the latest submission that did not pass. */
  warnings: number;
};

const WAITING: readonly ApplicationState[] = ['submitted', 'in_review'];
/** Counting further would cost much and help no reader. */
export const COUNT_CAP = 10_000;

const SELECT = `SELECT ${columnsOf(ApplicationEntity, 'a', propertiesBut(ApplicationEntity, ...LEFT_OUT))},
    (SELECT count(*)::int FROM verification_checks c
      WHERE c.application_id = a.id AND c.submission = a.submission AND c.passed = false) AS warnings
  FROM verification_applications a`;

const BY_WAITING: Order<QueueLine> = {
  by: 'a.submitted_at, a.id',
  after: (cursor) => {
    const [at, id] = positionOf(cursor, 2);
    if (!isMillis(at) || !isUuid(id)) throw foreignCursor();
    return ['(a.submitted_at, a.id) > (to_timestamp(?::bigint / 1000.0), ?::uuid)', at, id];
  },
  position: (row) => [row.submittedAt!.getTime(), row.id],
};

/** The reviewers' queue, longest waiting first. Submission times are whole milliseconds, so a cursor holds them exactly. */
@Injectable()
export class QueueRepository {
  page(q: Queryable, actor: Actor, filter: QueueFilter, page: PageInput): Promise<Page<QueueLine>> {
    return pageOf<QueueLine>(q, page, { select: SELECT, where: conditionsOf(actor, filter), order: BY_WAITING });
  }

  async count(q: Queryable, actor: Actor, filter: QueueFilter): Promise<number> {
    const { sql, params } = statementOf('SELECT 1 FROM verification_applications a', conditionsOf(actor, filter));
    const row = await q.one<{ total: number }>(
      `SELECT count(*)::int AS total FROM (${sql} LIMIT ${COUNT_CAP}) AS counted`,
      params,
    );
    return row!.total;
  }
}

function conditionsOf({ memberId, sandboxId }: Actor, filter: QueueFilter): Condition[] {
  return [
    ['a.submitted_at IS NOT NULL AND a.state = ANY(?::text[])', filter.states ?? WAITING],
    ['a.sandbox_id IS NOT DISTINCT FROM ?::uuid', sandboxId],
    ...ifGiven('a.organisation_kind = ?', filter.kind),
    ...ifGiven('a.claimed_by = ?', filter.mine ? memberId : null),
  ];
}

function isMillis(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 1e14;
}
