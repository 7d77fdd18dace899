import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import {
  checkFirst,
  InvalidInput,
  invalid,
  isUuid,
  type Page,
  type PageInput,
  pageOf,
  positionOf,
} from '../../kernel/index.js';
import type { Queryable } from '../../platform/database/index.js';
import { type ApplicantKind } from '../approvals/index.js';
import type { ApplicationEntity } from './verification.entity.js';
import type { ApplicationState } from './verification.lifecycle.js';

export interface QueueFilter {
  states?: ApplicationState[] | null;
  kind?: ApplicantKind | null;
  /** Only those the asking reviewer has claimed. */
  mine?: boolean | null;
}

/** One line of the queue: nothing sealed is opened for it. */
export type QueueLine = Omit<
  ApplicationEntity,
  'sandboxId' | 'factsSealed' | 'creditCodeIndex' | 'licenceValidUntil' | 'updatedAt'
> & {
  /** Advisory checks of the latest submission that did not pass. */
  warnings: number;
};

const WAITING: readonly ApplicationState[] = ['submitted', 'in_review'];
/** Counting more would cost more than anyone reads. */
export const COUNT_CAP = 10_000;
const POSITION_KEYS = 2;

const FILTER = `a.submitted_at IS NOT NULL AND a.state = ANY($1::text[]) AND ($2::text IS NULL OR a.organisation_kind = $2)
  AND ($3::uuid IS NULL OR a.claimed_by = $3) AND a.sandbox_id IS NOT DISTINCT FROM $4::uuid`;

/** The reviewers' queue, longest waiting first. Submission times are whole milliseconds, so they survive in a cursor. */
@Injectable()
export class QueueRepository {
  async page(q: Queryable, actor: Actor, filter: QueueFilter, input: PageInput): Promise<Page<QueueLine>> {
    const first = checkFirst(input.first);
    const [at, id] = input.after ? positionOf(input.after, POSITION_KEYS) : [null, null];
    const rows = await q.rows<QueueLine>(
      `SELECT a.id, a.organisation_id AS "organisationId", a.organisation_kind AS "organisationKind", a.state,
              a.business_name AS "businessName", a.submission, a.submitted_at AS "submittedAt",
              a.claimed_by AS "claimedBy", a.claim_expires_at AS "claimExpiresAt", a.decided_at AS "decidedAt",
              a.valid_until AS "validUntil", a.created_at AS "createdAt",
              (SELECT count(*)::int FROM verification_checks c WHERE c.application_id = a.id
                  AND c.submission = a.submission AND c.passed = false) AS warnings
         FROM verification_applications a
        WHERE ${FILTER} AND ($5::bigint IS NULL OR (a.submitted_at, a.id) > (to_timestamp($5::bigint / 1000.0), $6::uuid))
        ORDER BY a.submitted_at, a.id LIMIT $7`,
      [...filterValues(actor, filter), millis(at), uuid(id), first + 1],
    );
    return pageOf(rows, first, (row) => [row.submittedAt!.getTime(), row.id]);
  }

  async count(q: Queryable, actor: Actor, filter: QueueFilter): Promise<number> {
    const row = await q.one<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT 1 FROM verification_applications a WHERE ${FILTER} LIMIT ${COUNT_CAP}) AS counted`,
      filterValues(actor, filter),
    );
    return row!.total;
  }
}

function filterValues({ memberId, sandboxId }: Actor, filter: QueueFilter): unknown[] {
  return [filter.states ?? WAITING, filter.kind ?? null, filter.mine ? memberId : null, sandboxId];
}

function millis(value: unknown): number | null {
  if (value === null || (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 1e14))
    return value;
  throw notACursor();
}

function uuid(value: unknown): string | null {
  if (value === null || isUuid(value)) return value;
  throw notACursor();
}

function notACursor(): InvalidInput {
  return invalid('FOREIGN_CURSOR', { path: 'after' });
}
