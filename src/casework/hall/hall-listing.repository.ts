import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/index.js';

/** Months overdue as `monthsBetween` counts them, in China's calendar. */
const MONTHS = `(
  (extract(year FROM t.today) - extract(year FROM m.due_on)) * 12 + extract(month FROM t.today) - extract(month FROM m.due_on)
  - (extract(day FROM t.today) < extract(day FROM m.due_on))::int)`;

/** The offer's rate for the case as it enters: the last tier that it reaches, else the base rate (commission-offer.policy). */
const RATE = `COALESCE((
  SELECT (tier->>'bps')::int
  FROM jsonb_array_elements(m.commission_tiers) WITH ORDINALITY AS e (tier, n)
  WHERE m.outstanding_fen - m.recovered_fen >= COALESCE((tier->>'minAmountFen')::bigint, 0)
    AND ${MONTHS} >= COALESCE((tier->>'minMonthsOverdue')::int, 0)
  ORDER BY n DESC LIMIT 1), m.commission_bps)`;

const TODAY = `(SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) t`;

/**
 * How a listing enters and leaves the hall: parts of the very statement that moves the case, so that a case is listed
 * exactly when it has a listing, in every snapshot. Each part reads `moved`, the rows of `cases` the statement changed.
 */
export const ENTER_HALL = `
  entered AS (
    INSERT INTO hall_listings (case_id, creditor_id, sandbox_id, category, service_line, province, region_code, debtor_kind,
      amount_fen, due_on, commission_bps, evidence_bps, score, grade, listed_at)
    SELECT m.id, m.creditor_id, m.sandbox_id, m.category, m.service_line, substr(m.region_code, 1, 2) || '0000', m.region_code,
      m.debtor_kind, m.outstanding_fen - m.recovered_fen, m.due_on, ${RATE}, m.evidence_bps, m.score, m.grade,
      m.listed_at
    FROM moved m, ${TODAY} WHERE m.state = 'listed'
  )`;

export const LEAVE_HALL = `
  gone AS (DELETE FROM hall_listings h USING moved m WHERE h.case_id = m.id)`;

/** After money came in on a listed case, or its evidence changed. Runs in the transaction that holds the case's lock. */
export const REFRESH_LISTING = `
  UPDATE hall_listings h
  SET amount_fen = m.outstanding_fen - m.recovered_fen, evidence_bps = m.evidence_bps, score = m.score, grade = m.grade,
      commission_bps = ${RATE}
  FROM cases m, ${TODAY} WHERE m.id = h.case_id AND m.id = $1`;

/** After the creditor's books changed a listed case: part of the statement that changes it. */
export const REVISE_LISTING = `
  shown AS (
    UPDATE hall_listings h
    SET amount_fen = m.outstanding_fen - m.recovered_fen, due_on = m.due_on, score = m.score, grade = m.grade,
        commission_bps = ${RATE}
    FROM moved m, ${TODAY} WHERE m.id = h.case_id
  )`;

/** Offers with tiers by age change their rate as months pass: one stretch of listings after a case id, rated anew. */
const RATE_ANEW = `
  WITH stretch AS (
    SELECT case_id FROM hall_listings WHERE case_id > $1 ORDER BY case_id LIMIT $2
  ), fresh AS (
    SELECT m.id, ${RATE} AS rate
    FROM stretch s JOIN cases m ON m.id = s.case_id, ${TODAY}
    WHERE m.state = 'listed' AND m.commission_tiers <> '[]'::jsonb
  ), rated AS (
    UPDATE hall_listings h SET commission_bps = fresh.rate FROM fresh
    WHERE h.case_id = fresh.id AND h.commission_bps <> fresh.rate
  )
  SELECT max(case_id::text)::uuid AS last, count(*)::int AS count FROM stretch`;

@Injectable()
export class HallListingRepository {
  /** Rates one stretch of listings anew; answers where it ended, or undefined at the end of the hall. */
  async rateAnew(q: Queryable, after: string, limit: number): Promise<string | undefined> {
    const row = await q.one<{ last: string | null; count: number }>(RATE_ANEW, [after, limit]);
    return row && row.count === limit ? (row.last ?? undefined) : undefined;
  }
}
