import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/index.js';
import { columnsOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { type ApplicantKind } from '../approvals/index.js';
import { inWorldOf, sandboxOf } from '../worlds/index.js';
import { ApplicationEntity } from './verification.entity.js';
import { type ApplicationState, EDITABLE } from './verification.lifecycle.js';

export type ApplicationRow = ApplicationEntity & {
  /** Whether a reviewer's claim is in force, by the database's clock. */
  claimInForce: boolean;
};
/** A row that has just moved, with the state it left. */
export type MovedApplication = ApplicationRow & { fromState: ApplicationState };

const COLUMNS = `${columnsOf(ApplicationEntity, 'a')},
  coalesce(a.claim_expires_at > now(), false) AS "claimInForce"`;

const LIVE = `a.state NOT IN ('expired','revoked')`;
const LAPSED = 'a.claim_expires_at <= now()';
/** The database decides what has passed, in China's calendar. */
const LAST_DAY_PASSED = `a.valid_until < (now() AT TIME ZONE 'Asia/Shanghai')::date`;
const UNCLAIM = 'claimed_by = NULL, claim_expires_at = NULL';

/** The reviewer who holds the claim of an application. */
export interface Claimant {
  memberId: string;
  organisationId: string;
}

/** A claimant's decision; an approval names its last day. */
export type Decision = { to: 'approved'; validUntil: Day } | { to: 'rejected' };

/** A test application that can be decided now. */
export interface WaitingApplication {
  id: string;
  sandboxId: string;
  waitedSeconds: number;
}

/** The columns that hold the facts of an application. */
export type StatedColumns = Pick<
  ApplicationRow,
  'businessName' | 'factsSealed' | 'creditCodeIndex' | 'licenceValidUntil'
>;

@Injectable()
export class ApplicationRepository {
  byId(q: Queryable, id: string): Promise<ApplicationRow | undefined> {
    return q.one(`SELECT ${COLUMNS} FROM verification_applications a WHERE a.id = $1`, [id]);
  }

  /** The organisation's newest application, whatever its state. */
  newestOf(q: Queryable, organisationId: string): Promise<ApplicationRow | undefined> {
    return q.one(
      `SELECT ${COLUMNS} FROM verification_applications a WHERE a.organisation_id = $1 ORDER BY a.id DESC LIMIT 1`,
      [organisationId],
    );
  }

  /** The one application of the organisation that has not ended, locked. */
  lockLive(tx: Tx, organisationId: string): Promise<ApplicationRow | undefined> {
    return tx.one(
      `SELECT ${COLUMNS} FROM verification_applications a WHERE a.organisation_id = $1 AND ${LIVE} FOR UPDATE`,
      [organisationId],
    );
  }

  /** Begins a draft; returns nothing when the organisation already has a live application. */
  insertDraft(
    tx: Tx,
    id: string,
    owner: { organisationId: string; kind: ApplicantKind },
    factsSealed: Buffer,
  ): Promise<ApplicationRow | undefined> {
    return tx.one(
      `INSERT INTO verification_applications AS a (id, organisation_id, sandbox_id, organisation_kind, state, facts_sealed)
       VALUES ($1, $2, ${sandboxOf('$2')}, $3, 'draft', $4)
       ON CONFLICT (organisation_id) WHERE state NOT IN ('expired','revoked') DO NOTHING RETURNING ${COLUMNS}`,
      [id, owner.organisationId, owner.kind, factsSealed],
    );
  }

  /** Replaces the facts of an application, while it may be edited. */
  write(tx: Tx, id: string, stated: StatedColumns): Promise<ApplicationRow | undefined> {
    return tx.one(
      `UPDATE verification_applications AS a SET business_name = $3, facts_sealed = $4, credit_code_index = $5,
              licence_valid_until = $6, updated_at = now()
        WHERE a.id = $1 AND a.state = ANY($2::text[]) RETURNING ${COLUMNS}`,
      [id, EDITABLE, stated.businessName, stated.factsSealed, stated.creditCodeIndex, stated.licenceValidUntil],
    );
  }

  /** The applicant submits it, again after a rejection. Whole milliseconds, so that a queue cursor holds the exact time. */
  submit(tx: Tx, id: string): Promise<MovedApplication | undefined> {
    const set = `submission = a.submission + 1, submitted_at = date_trunc('milliseconds', now()), decided_at = NULL`;
    return this.move(tx, id, EDITABLE, 'submitted', 'true', set);
  }

  /** Claims a waiting application for some minutes; never one of the claimant's own organisation. */
  claimFree(tx: Tx, id: string, claimant: Claimant, minutes: number): Promise<MovedApplication | undefined> {
    const { memberId, organisationId } = claimant;
    const set = 'claimed_by = $5, claim_expires_at = now() + make_interval(mins => $6)';
    return this.move(tx, id, ['submitted'], 'in_review', 'a.organisation_id <> $4', set, [
      ...[organisationId, memberId, minutes],
    ]);
  }

  /** Puts a claimed application back into the queue, for the member who claimed it. */
  giveBack(tx: Tx, id: string, memberId: string): Promise<MovedApplication | undefined> {
    return this.move(tx, id, ['in_review'], 'submitted', 'a.claimed_by = $4', UNCLAIM, [memberId]);
  }

  /** Puts an application whose claim has lapsed back into the queue. */
  releaseLapsed(tx: Tx, id: string): Promise<MovedApplication | undefined> {
    return this.move(tx, id, ['in_review'], 'submitted', LAPSED, UNCLAIM);
  }

  /** The decision of a claimant whose claim is in force; never about the claimant's own organisation. */
  decide(tx: Tx, id: string, claimant: Claimant, decision: Decision): Promise<MovedApplication | undefined> {
    const { memberId, organisationId } = claimant;
    const only = 'a.claimed_by = $4 AND a.claim_expires_at > now() AND a.organisation_id <> $5';
    const set = `${UNCLAIM}, decided_at = now(), valid_until = coalesce($6::date, a.valid_until)`;
    const validUntil = decision.to === 'approved' ? decision.validUntil : null;
    return this.move(tx, id, ['in_review'], decision.to, only, set, [memberId, organisationId, validUntil]);
  }

  /** A move after an approval: suspended, approved again, or revoked; never by a member of the organisation itself. */
  followUp(
    tx: Tx,
    id: string,
    from: readonly ('approved' | 'suspended')[],
    to: 'approved' | 'suspended' | 'revoked',
    byOrganisationId: string,
  ): Promise<MovedApplication | undefined> {
    return this.move(tx, id, from, to, 'a.organisation_id <> $4', 'decided_at = now()', [byOrganisationId]);
  }

  /** Ends an approval whose last day has passed. */
  expire(tx: Tx, id: string): Promise<MovedApplication | undefined> {
    return this.move(tx, id, ['approved'], 'expired', LAST_DAY_PASSED);
  }

  /** Marks approvals that end within so many days as warned of, each once; returns them. */
  warnEnding(tx: Tx, days: number, limit: number): Promise<ApplicationRow[]> {
    return tx.rows<ApplicationRow>(
      `UPDATE verification_applications a SET expiry_warned_at = now()
        WHERE a.id IN (SELECT id FROM verification_applications WHERE state = 'approved' AND expiry_warned_at IS NULL
                          AND valid_until <= (now() AT TIME ZONE 'Asia/Shanghai')::date + $1::int
                        ORDER BY valid_until LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [days, limit],
    );
  }

  /** Extends a claim in force of this reviewer. */
  extendClaim(tx: Tx, id: string, memberId: string, minutes: number): Promise<ApplicationRow | undefined> {
    return tx.one(
      `UPDATE verification_applications a SET claim_expires_at = now() + make_interval(mins => $3), updated_at = now()
        WHERE a.id = $1 AND a.state = 'in_review' AND a.claimed_by = $2 AND a.claim_expires_at > now()
       RETURNING ${COLUMNS}`,
      [id, memberId, minutes],
    );
  }

  /** Ids of approvals whose last day has passed, or of lapsed claims; locked, skipping rows that others have locked. */
  async due(tx: Tx, what: 'approval' | 'claim', limit: number): Promise<string[]> {
    const condition =
      what === 'approval' ? `a.state = 'approved' AND ${LAST_DAY_PASSED}` : `a.state = 'in_review' AND ${LAPSED}`;
    const rows = await tx.rows<{ id: string }>(
      `SELECT a.id FROM verification_applications a WHERE ${condition} ORDER BY a.id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
    return rows.map((row) => row.id);
  }

  /** Whether another organisation of the same world is approved (or suspended) under the credit code. */
  async creditCodeTaken(q: Queryable, index: Buffer, organisationId: string): Promise<boolean> {
    const other = await q.one(
      `SELECT 1 FROM verification_applications a
        WHERE a.credit_code_index = $1 AND a.state IN ('approved','suspended') AND a.organisation_id <> $2
          AND ${inWorldOf('a.organisation_id', '$2')}`,
      [index, organisationId],
    );
    return other !== undefined;
  }

  /** Test applications to decide: submitted ones with the register's answer; claimed ones after so many seconds. */
  async waitingInSandboxes(q: Queryable, slowSeconds: number, limit: number): Promise<WaitingApplication[]> {
    return q.rows<WaitingApplication>(
      `SELECT a.id, a.sandbox_id AS "sandboxId", extract(epoch FROM now() - a.submitted_at)::float8 AS "waitedSeconds"
         FROM verification_applications a
        WHERE a.sandbox_id IS NOT NULL AND CASE a.state
                WHEN 'submitted' THEN EXISTS (SELECT 1 FROM verification_checks c WHERE c.application_id = a.id
                                                 AND c.submission = a.submission AND c.code = 'REGISTRY_AGREES')
                WHEN 'in_review' THEN a.submitted_at <= now() - make_interval(secs => $1) END
          AND a.state IN ('submitted','in_review')
        ORDER BY a.submitted_at LIMIT $2`,
      [slowSeconds, limit],
    );
  }

  /** Applications without a registry answer, submitted at least so many seconds ago. */
  async withoutRegistryAnswer(q: Queryable, seconds: number, limit: number): Promise<string[]> {
    const rows = await q.rows<{ id: string }>(
      `SELECT a.id FROM verification_applications a
        WHERE a.state IN ('submitted','in_review') AND a.submitted_at < now() - make_interval(secs => $1)
          AND NOT EXISTS (SELECT 1 FROM verification_checks c WHERE c.application_id = a.id
                             AND c.submission = a.submission AND c.code = 'REGISTRY_AGREES')
        ORDER BY a.submitted_at LIMIT $2`,
      [seconds, limit],
    );
    return rows.map((row) => row.id);
  }

  /**
   * One state move. No row: its state was not in `from`, or `only` was false; another request may have been first. The
   * parameters of `only` and `set` are `$4` and up.
   */
  private move(
    tx: Tx,
    id: string,
    from: readonly ApplicationState[],
    to: ApplicationState,
    only: string,
    set = '',
    values: unknown[] = [],
  ): Promise<MovedApplication | undefined> {
    return tx.one(
      `WITH old AS (
         SELECT a.id, a.state FROM verification_applications a
          WHERE a.id = $1 AND a.state = ANY($2::text[]) AND ${only} FOR UPDATE)
       UPDATE verification_applications a SET state = $3, updated_at = now()${set && `, ${set}`}
         FROM old WHERE a.id = old.id RETURNING ${COLUMNS}, old.state AS "fromState"`,
      [id, from, to, ...values],
    );
  }
}
