/** Months overdue as `monthsBetween` counts them, in China's calendar. */
const MONTHS = `(
  (extract(year FROM t.today) - extract(year FROM m.due_on)) * 12 + extract(month FROM t.today) - extract(month FROM m.due_on)
  - (extract(day FROM t.today) < extract(day FROM m.due_on))::int)`;

/** The offer's rate for the case as it enters: the last tier that it reaches, else the base rate (commission-offer.policy). */
export const RATE = `COALESCE((
  SELECT (tier->>'bps')::int
  FROM jsonb_array_elements(m.commission_tiers) WITH ORDINALITY AS e (tier, n)
  WHERE m.outstanding_fen - m.recovered_fen >= COALESCE((tier->>'minAmountFen')::bigint, 0)
    AND ${MONTHS} >= COALESCE((tier->>'minMonthsOverdue')::int, 0)
  ORDER BY n DESC LIMIT 1), m.commission_bps)`;

export const TODAY = `(SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) t`;

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
