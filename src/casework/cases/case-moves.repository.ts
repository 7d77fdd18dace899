import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { HistoryTexts } from '../debtors/index.js';
import { ENTER_HALL, HallChanges, LEAVE_HALL } from '../hall/index.js';
import type { CaseEntity } from './case.entity.js';
import type { CaseState } from './case.lifecycle.js';

/** A case with what the hall shows of it. */
export interface ListedNow
  extends Pick<CaseEntity, 'id' | 'creditorId' | 'state' | 'category' | 'serviceLine' | 'commissionBps' | 'grade'>,
    Pick<CaseEntity, 'outstandingFen' | 'recoveredFen'> {}

/** A case as a move left it. */
export interface MovedCase extends ListedNow {
  fromState: CaseState;
}

/** After `REFRESH_LISTING`: the cases `moved` as `ListedNow`, with the rate that the hall shows. */
export const REFRESHED = `SELECT m.id, m.creditor_id AS "creditorId", m.state, m.category, m.service_line AS "serviceLine",
    m.outstanding_fen AS "outstandingFen", m.recovered_fen AS "recoveredFen", m.grade,
    COALESCE((SELECT f.rate FROM fresh f WHERE f.id = m.id), m.commission_bps) AS "commissionBps"
  FROM moved m ORDER BY m.id`;

/** What a move may change besides the state: SQL over the case `c`, with the move's value as $7. */
const CHANGES = {
  none: '',
  list: ', listed_at = now(), accepted_at = COALESCE(c.accepted_at, now()), held_from = NULL, closed_at = NULL, close_code = NULL',
  claim: ', reviewer_id = $7::uuid',
  release: ', held_from = NULL',
  hold: ', held_from = old.state',
  free: ", held_from = 'listed'",
  close: ', closed_at = now(), held_from = NULL, close_code = $7::text',
} as const;

/** A case paid in full is not listed. */
const UNPAID = ' AND c.recovered_fen < c.outstanding_fen';

export interface Move {
  /** The act in the history, such as `grab`, `admit` or `withdraw`. */
  act: string;
  to: CaseState;
  /** The states from which it is allowed. */
  from: readonly CaseState[];
  change?: keyof typeof CHANGES;
  /** The reviewer's id of a claim, the code of a close. */
  value?: string | null;
  /** Facts for the history; never personal data, but `reason` and `note` of one case, which are sealed. */
  facts?: Record<string, unknown>;
}

/** The organisation and member that caused a move; absent when the platform acts automatically, as at an expiry. */
export interface Mover {
  organisationId?: string | null;
  memberId?: string | null;
}

/** One case to move, and who caused it. */
export interface MoveOf extends Mover {
  caseId: string;
}

/**
 * Moves any number of cases in one statement: locks them in id order, moves those in an allowed state, enters or leaves the hall and
 * writes a line of history each. A case missing among the returned rows was not in such a state.
 */
function moveSql(change: keyof typeof CHANGES, hall: 'enter' | 'leave' | 'none'): string {
  const part = { enter: `,${ENTER_HALL}`, leave: `,${LEAVE_HALL}`, none: '' }[hall];
  const value = change === 'claim' || change === 'close';
  return `
  WITH given AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) AS g (case_id, event_id, organisation_id, member_id)
  ), old AS (
    SELECT c.id, c.state FROM cases c
    WHERE c.id = ANY ($1::uuid[]) AND c.state = ANY ($5::text[])${change === 'list' ? UNPAID : ''}
    ORDER BY c.id FOR NO KEY UPDATE
  ), moved AS (
    UPDATE cases c SET state = $6::text, updated_at = now()${CHANGES[change]}
    FROM old WHERE c.id = old.id
    RETURNING c.*, old.state AS from_state
  ), logged AS (
    INSERT INTO case_events (id, case_id, act, from_state, to_state, actor_organisation_id, actor_member_id, facts)
    SELECT g.event_id, m.id, ${value ? '$8' : '$7'}::text, m.from_state, m.state, g.organisation_id, g.member_id,
      ${value ? '$9' : '$8'}::jsonb
    FROM moved m JOIN given g ON g.case_id = m.id
  )${part}
  SELECT id, creditor_id AS "creditorId", from_state AS "fromState", state, category, service_line AS "serviceLine",
    outstanding_fen AS "outstandingFen", recovered_fen AS "recoveredFen", commission_bps AS "commissionBps", grade
  FROM moved ORDER BY id`;
}

const statements = new Map<string, string>();

function statement(change: keyof typeof CHANGES, hall: 'enter' | 'leave' | 'none'): { name: string; sql: string } {
  const name = `cases.move.${change}.${hall}`;
  const sql = statements.get(name) ?? moveSql(change, hall);
  statements.set(name, sql);
  return { name, sql };
}

/** The one place where the state of a case changes, apart from `recover` of `CaseClaimsRepository`. */
@Injectable()
export class CaseMovesRepository {
  constructor(
    private readonly clock: Clock,
    private readonly hall: HallChanges,
    private readonly texts: HistoryTexts,
  ) {}

  async move(tx: Tx, cases: readonly MoveOf[], move: Move): Promise<MovedCase[]> {
    if (cases.length === 0) return [];
    const change = move.change ?? 'none';
    const hall = move.to === 'listed' ? 'enter' : move.from.includes('listed') ? 'leave' : 'none';
    const { name, sql } = statement(change, hall);
    const organisationIds = cases.map((one) => one.organisationId ?? null);
    const params: unknown[] = [
      cases.map((one) => one.caseId),
      cases.map(() => newId(this.clock.millis())),
      organisationIds,
      cases.map((one) => one.memberId ?? null),
      move.from,
      move.to,
    ];
    if (change === 'claim' || change === 'close') params.push(move.value ?? null);
    const [first, ...others] = cases;
    // What stands beside many cases at once is a phrase of the platform; what a person wrote is about one.
    const facts = others.length > 0 ? move.facts : this.texts.sealed(first!.caseId, move.facts ?? {});
    params.push(move.act, JSON.stringify(facts ?? {}));
    if (hall !== 'none') this.hall.changedBy(tx, organisationIds);
    return tx.rows<MovedCase>(sql, params, name);
  }
}
