import { Injectable } from '@nestjs/common';
import { type BasisPoints, Clock, type Day, type Fen, newId } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import {
  type CaseGrade,
  type CommissionTier,
  type DebtCategory,
  type DebtorKind,
  readTiers,
  type ServiceLine,
  type StoredTier,
} from '../admission/index.js';
import { HALL_STRETCH, HallChanges, REFRESH_LISTING } from '../hall/index.js';
import { type CaseState, CLOSED_STATES } from './case.lifecycle.js';
import type { Mover } from './case-moves.repository.js';

/** What a cheap read says of a case, enough to turn a latecomer away. */
export interface CaseGlance {
  id: string;
  creditorId: string;
  /** The world it belongs to: for a caller of another there is no such case. Never changes. */
  sandboxId: string | null;
  state: CaseState;
  /** As in `ListedCase`; like the creditor it never changes. */
  debtorIdIndex: Buffer | null;
}

/** The terms of a listed case as they stand while its row is locked. */
export interface ListedCase {
  id: string;
  creditorId: string;
  sandboxId: string | null;
  /** What is still owed: outstanding less recovered. */
  amountFen: Fen;
  category: DebtCategory;
  serviceLine: ServiceLine;
  dueOn: Day;
  regionCode: string | null;
  commissionBps: BasisPoints;
  tiers: CommissionTier[];
  debtorKind: DebtorKind;
  /** Compare with `DebtorIndex.ofIdNumber` of a provider's credit code and of its people's identity numbers. */
  debtorIdIndex: Buffer | null;
  score: number;
  grade: CaseGrade;
}

/** Money recovered on a case so far, of what is outstanding, and the state that follows from it. */
export interface Recovery {
  recoveredFen: Fen;
  outstandingFen: Fen;
  state: CaseState;
}

const STATES_OF = `
  SELECT id, creditor_id AS "creditorId", sandbox_id AS "sandboxId", state, debtor_id_index AS "debtorIdIndex" FROM cases WHERE id = ANY ($1::uuid[])`;

const LOCK_LISTED = `
  SELECT id, creditor_id AS "creditorId", sandbox_id AS "sandboxId", outstanding_fen - recovered_fen AS "amountFen", category,
    service_line AS "serviceLine", due_on AS "dueOn", region_code AS "regionCode", commission_bps AS "commissionBps",
    commission_tiers AS tiers, debtor_kind AS "debtorKind", debtor_id_index AS "debtorIdIndex", score, grade
  FROM cases WHERE id = ANY ($1::uuid[]) AND state = 'listed' AND recovered_fen < outstanding_fen
  ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;

/** States in which money may still come in or be taken back: once offered to providers, always. */
const EARNING: readonly CaseState[] = [
  'listed',
  'grabbed',
  'in_collection',
  'on_hold',
  'in_litigation',
  'returned',
  ...CLOSED_STATES,
];

/** A case that ended because it was paid, and now turns out not to be. */
const UNPAID_AFTER_ALL = `c.close_code = 'paid' AND c.recovered_fen + $2::bigint < c.outstanding_fen`;

/**
 * One statement: the amount stays within 0 and outstanding, and a case closed by its money follows its money, on record. One
 * that was closed as paid and is not is open again: it goes back to its creditor, who may relist it.
 */
const RECOVER = `
  WITH old AS (
    SELECT id, state FROM cases WHERE id = $1 AND state = ANY ($3::text[]) FOR NO KEY UPDATE
  ), moved AS (
    UPDATE cases c SET recovered_fen = c.recovered_fen + $2::bigint, updated_at = now(),
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

const REFRESH = `
  WITH moved AS (
    SELECT * FROM cases WHERE id = $1
  ),${REFRESH_LISTING}
  SELECT id FROM moved`;

/** Offers with tiers by age change their rate as months pass: one stretch of listings, shown anew. */
const RATE_ANEW = `
  WITH stretch AS (${HALL_STRETCH}), moved AS (
    SELECT c.* FROM stretch s JOIN cases c ON c.id = s.case_id WHERE c.commission_tiers <> '[]'::jsonb
  ),${REFRESH_LISTING}
  SELECT max(case_id::text)::uuid AS last, count(*)::int AS count FROM stretch`;

const LOCK_MONEY = `
  SELECT state, recovered_fen AS "recoveredFen", outstanding_fen AS "outstandingFen"
  FROM cases WHERE id = $1 FOR NO KEY UPDATE`;

/** The statements grabs and repayments run through, set-wise where many contend. */
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

  recover(tx: Tx, caseId: string, deltaFen: Fen, by: Mover): Promise<Recovery | undefined> {
    const eventId = newId(this.clock.millis());
    const params = [caseId, deltaFen.toString(), EARNING, eventId, by.organisationId ?? null, by.memberId ?? null];
    return tx.one<Recovery>(RECOVER, params, 'cases.recover');
  }

  mayEarn(state: CaseState): boolean {
    return EARNING.includes(state);
  }

  /** The case's lock, and what decides its end. */
  lock(tx: Tx, caseId: string): Promise<Recovery | undefined> {
    return tx.one<Recovery>(LOCK_MONEY, [caseId]);
  }

  async refreshListing(tx: Tx, caseId: string, by: Mover): Promise<void> {
    this.hall.changedBy(tx, [by.organisationId]);
    await tx.rows(REFRESH, [caseId]);
  }

  /** Rates one stretch of listings anew; answers where it ended, or undefined at the end of the hall. */
  async rateAnew(q: Queryable, after: string, limit: number): Promise<string | undefined> {
    const row = await q.one<{ last: string | null; count: number }>(RATE_ANEW, [after, limit]);
    return row && row.count === limit ? (row.last ?? undefined) : undefined;
  }
}
