import { Injectable } from '@nestjs/common';
import { Clock, type Day, type Fen, newId } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { type CommissionTier, readTiers, type StoredTier } from '../admission/index.js';
import { HALL_STRETCH, HallChanges, REFRESH_LISTING } from '../hall/index.js';
import type { CaseEntity } from './case.entity.js';
import { type CaseState, CLOSED_STATES, HELD_STATES } from './case.lifecycle.js';
import { type ListedNow, type Mover, REFRESHED } from './case-moves.repository.js';

/** What a read without a lock returns of a case: enough to refuse a late grab. */
export type CaseGlance = Pick<CaseEntity, 'id' | 'creditorId' | 'sandboxId' | 'state' | 'debtorIdIndex'>;

/** The terms of a listed case, read under its lock. */
export interface ListedCase
  extends Pick<
    CaseEntity,
    'id' | 'creditorId' | 'sandboxId' | 'serviceLine' | 'matter' | 'dueOn' | 'commissionBps' | 'debtorIdIndex'
  > {
  /** Still owed: outstanding less recovered. */
  amountFen: Fen;
  tiers: CommissionTier[];
}

/** What was recovered of the outstanding amount so far, and the state of the case. */
export type Recovery = Pick<CaseEntity, 'recoveredFen' | 'outstandingFen' | 'state'>;

/** A repayment that is confirmed; with `deltaFen` below zero one that is reversed. */
export interface Recovered {
  readonly repaymentId: string;
  readonly paidOn: Day;
  readonly deltaFen: Fen;
}

/** A locked case: its money, and the state in which it was frozen, if it is. */
export type LockedCase = Recovery & Pick<CaseEntity, 'creditorId' | 'heldFrom'>;

const STATES_OF = `
  SELECT id, creditor_id AS "creditorId", sandbox_id AS "sandboxId", state, debtor_id_index AS "debtorIdIndex" FROM cases WHERE id = ANY ($1::uuid[])`;

const LOCK_LISTED = `
  SELECT id, creditor_id AS "creditorId", sandbox_id AS "sandboxId", outstanding_fen - recovered_fen AS "amountFen",
    service_line AS "serviceLine", matter, due_on AS "dueOn", commission_bps AS "commissionBps", commission_tiers AS tiers,
    debtor_id_index AS "debtorIdIndex"
  FROM cases WHERE id = ANY ($1::uuid[]) AND state = 'listed' AND recovered_fen < outstanding_fen
  ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;

/** States in which a repayment may be recorded or reversed: every state once the case was listed. */
const EARNING: readonly CaseState[] = ['listed', ...HELD_STATES, 'returned', ...CLOSED_STATES];

/** The case was closed as paid, and a reversal leaves a part unpaid. */
const UNPAID_AFTER_ALL = `c.close_code = 'paid' AND c.recovered_fen + $2::bigint < c.outstanding_fen`;

/** The payments that count: a new one is added, one that is taken back no longer interrupts or covers anything. */
const PAYMENTS_AFTER = `CASE WHEN $2::bigint > 0
      THEN coalesce(c.payments, '[]') || jsonb_build_array(jsonb_build_object(
        'id', $7::text, 'paidOn', $8::text, 'amountFen', $2::bigint::text))
      ELSE (SELECT jsonb_agg(p.one ORDER BY p.n) FROM jsonb_array_elements(c.payments) WITH ORDINALITY AS p (one, n)
            WHERE p.one->>'id' <> $7::text) END`;

/**
 * Adds the delta in one statement while the sum stays within 0…outstanding. The state of a closed case follows its amount, with a
 * line of history. A case closed as paid and no longer paid in full is open again: it becomes `returned`.
 */
const RECOVER = `
  WITH old AS (
    SELECT id, state FROM cases WHERE id = $1 AND state = ANY ($3::text[]) FOR NO KEY UPDATE
  ), moved AS (
    UPDATE cases c SET recovered_fen = c.recovered_fen + $2::bigint, payments = ${PAYMENTS_AFTER}, updated_at = now(),
      close_code = CASE WHEN ${UNPAID_AFTER_ALL} THEN NULL ELSE c.close_code END,
      closed_at = CASE WHEN ${UNPAID_AFTER_ALL} THEN NULL ELSE c.closed_at END,
      state = CASE WHEN ${UNPAID_AFTER_ALL} THEN 'returned'
                   WHEN c.state NOT IN ('recovered', 'partially_recovered', 'unrecovered') THEN c.state
                   WHEN c.recovered_fen + $2::bigint >= c.outstanding_fen THEN 'recovered'
                   WHEN c.recovered_fen + $2::bigint > 0 THEN 'partially_recovered'
                   ELSE 'unrecovered' END
    FROM old WHERE c.id = old.id AND c.recovered_fen + $2::bigint BETWEEN 0 AND c.outstanding_fen
    RETURNING c.id, c.recovered_fen, c.outstanding_fen, c.state, old.state AS from_state
  ), logged AS (
    INSERT INTO case_events (id, case_id, act, from_state, to_state, actor_organisation_id, actor_member_id)
    SELECT $4::uuid, m.id, CASE m.state WHEN 'returned' THEN 'reopen' ELSE 'restate' END, m.from_state, m.state, $5::uuid, $6::uuid FROM moved m WHERE m.state <> m.from_state
  )
  SELECT recovered_fen AS "recoveredFen", outstanding_fen AS "outstandingFen", state FROM moved`;

/** Locks the next listed cases of the creditor $1 after the case $2. */
const LISTED_OF = `
  SELECT id FROM cases WHERE creditor_id = $1 AND id > $2 AND state = 'listed' ORDER BY id LIMIT $3 FOR NO KEY UPDATE`;

/** Like `LISTED_OF`, those that left the hall by themselves because the verification of their creditor was not in force. */
const STOOD_DOWN = `
  SELECT c.id FROM cases c
  WHERE c.creditor_id = $1 AND c.id > $2 AND c.state = 'on_hold' AND c.held_from = 'listed'
    AND (SELECT e.actor_organisation_id IS NULL AND e.facts->>'reasonCode' = 'verification_lost'
         FROM case_events e WHERE e.case_id = c.id AND e.act = 'freeze' ORDER BY e.seq DESC LIMIT 1)
  ORDER BY c.id LIMIT $3 FOR NO KEY UPDATE OF c`;

const REFRESH = `
  WITH moved AS (
    SELECT * FROM cases WHERE id = $1
  ),${REFRESH_LISTING}
  ${REFRESHED}`;

/** Rates of offers with tiers by age change as months pass: refreshes one stretch of listings. */
const RATE_ANEW = `
  WITH stretch AS (${HALL_STRETCH}), moved AS (
    SELECT c.* FROM stretch s JOIN cases c ON c.id = s.case_id WHERE c.commission_tiers <> '[]'::jsonb
  ),${REFRESH_LISTING}
  SELECT max(case_id::text)::uuid AS last, count(*)::int AS count FROM stretch`;

const LOCK_CASE = `
  SELECT creditor_id AS "creditorId", state, held_from AS "heldFrom", recovered_fen AS "recoveredFen",
    outstanding_fen AS "outstandingFen"
  FROM cases WHERE id = $1 FOR NO KEY UPDATE`;

/** The statements behind grabs and repayments; those of the grab take any number of cases. */
@Injectable()
export class CaseClaimsRepository {
  constructor(
    private readonly clock: Clock,
    private readonly hall: HallChanges,
  ) {}

  statesOf(q: Queryable, caseIds: string[]): Promise<CaseGlance[]> {
    return q.rows<CaseGlance>(STATES_OF, [caseIds], 'cases.states');
  }

  async lockListed(tx: Tx, caseIds: string[]): Promise<ListedCase[]> {
    const rows = await tx.rows<ListedCase & { tiers: StoredTier[] }>(LOCK_LISTED, [caseIds], 'cases.lock-listed');
    return rows.map((row) => ({ ...row, tiers: readTiers(row.tiers) }));
  }

  recover(
    tx: Tx,
    caseId: string,
    { repaymentId, paidOn, deltaFen }: Recovered,
    by: Mover,
  ): Promise<Recovery | undefined> {
    const eventId = newId(this.clock.millis());
    const mover = [by.organisationId ?? null, by.memberId ?? null];
    const params = [caseId, deltaFen.toString(), EARNING, eventId, ...mover, repaymentId, paidOn];
    return tx.one<Recovery>(RECOVER, params, 'cases.recover');
  }

  mayEarn(state: CaseState): boolean {
    return EARNING.includes(state);
  }

  /** Locks the case and returns its amounts and state. */
  lock(tx: Tx, caseId: string): Promise<LockedCase | undefined> {
    return tx.one<LockedCase>(LOCK_CASE, [caseId]);
  }

  /** Locks the next cases of a creditor that are in the hall, or that left it while its verification was not in force. */
  async nextOf(tx: Tx, creditorId: string, where: 'listed' | 'stood_down', after: string, limit: number) {
    const found = await tx.rows<{ id: string }>(where === 'listed' ? LISTED_OF : STOOD_DOWN, [
      creditorId,
      after,
      limit,
    ]);
    return found.map(({ id }) => id);
  }

  async refreshListing(tx: Tx, caseId: string, by: Mover): Promise<ListedNow[]> {
    this.hall.changedBy(tx, [by.organisationId]);
    return tx.rows<ListedNow>(REFRESH, [caseId]);
  }

  /** Refreshes the rates of one stretch of listings. Returns where it ended; undefined at the end of the hall. */
  async rateAnew(q: Queryable, after: string, limit: number): Promise<string | undefined> {
    const row = await q.one<{ last: string | null; count: number }>(RATE_ANEW, [after, limit]);
    return row && row.count === limit ? (row.last ?? undefined) : undefined;
  }
}
