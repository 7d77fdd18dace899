/** Months overdue, counted like `monthsBetween`, in China's calendar. */
const MONTHS = `(
  (extract(year FROM t.today) - extract(year FROM m.due_on)) * 12 + extract(month FROM t.today) - extract(month FROM m.due_on)
  - (extract(day FROM t.today) < extract(day FROM m.due_on))::int)`;

/** The offer's rate for the case `m` on the day `t.today`. A property test holds it to `rateFor`. */
export const RATE = `COALESCE((
  SELECT (tier->>'bps')::int
  FROM jsonb_array_elements(m.commission_tiers) WITH ORDINALITY AS e (tier, n)
  WHERE m.outstanding_fen - m.recovered_fen >= COALESCE((tier->>'minAmountFen')::bigint, 0)
    AND ${MONTHS} >= COALESCE((tier->>'minMonthsOverdue')::int, 0)
  ORDER BY n DESC LIMIT 1), m.commission_bps)`;

const TODAY = `(SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) t`;

/**
 * Parts of the statement that moves a case, so that in every snapshot a case is listed exactly when it has a listing. Each part
 * reads `moved`, the rows of `cases` that the statement changed.
 */
export const ENTER_HALL = `
  entered AS (
    INSERT INTO hall_listings (case_id, creditor_id, sandbox_id, category, service_line, province, region_code, debtor_kind,
      amount_fen, due_on, commission_bps, evidence_bps, score, grade, listed_at, matter)
    SELECT m.id, m.creditor_id, m.sandbox_id, m.category, m.service_line, substr(m.region_code, 1, 2) || '0000', m.region_code,
      m.debtor_kind, m.outstanding_fen - m.recovered_fen, m.due_on, ${RATE}, m.evidence_bps, m.score, m.grade,
      m.listed_at, m.matter
    FROM moved m, ${TODAY} WHERE m.state = 'listed'
  )`;

export const LEAVE_HALL = `
  gone AS (DELETE FROM hall_listings h USING moved m WHERE h.case_id = m.id)`;

/** Updates listings after a repayment, new evidence, a change in the books, or a month that reaches another tier. */
export const REFRESH_LISTING = `
  fresh AS (
    SELECT m.id, m.outstanding_fen - m.recovered_fen AS amount_fen, m.due_on, m.evidence_bps, m.score, m.grade, m.matter,
      ${RATE} AS rate
    FROM moved m, ${TODAY} WHERE m.state = 'listed'
  ), shown AS (
    UPDATE hall_listings h
    SET amount_fen = f.amount_fen, due_on = f.due_on, evidence_bps = f.evidence_bps, score = f.score, grade = f.grade,
        commission_bps = f.rate, matter = f.matter
    FROM fresh f WHERE h.case_id = f.id
      AND (h.amount_fen, h.due_on, h.evidence_bps, h.score, h.grade, h.commission_bps, h.matter)
        IS DISTINCT FROM (f.amount_fen, f.due_on, f.evidence_bps, f.score, f.grade, f.rate, f.matter)
  )`;

/** The cases of the next $2 listings after the case $1. */
export const HALL_STRETCH = 'SELECT case_id FROM hall_listings WHERE case_id > $1 ORDER BY case_id LIMIT $2';

/** The cases listed in the hall of the sandbox $1. */
export const LISTED_IN_SANDBOX = 'SELECT case_id AS id FROM hall_listings WHERE sandbox_id = $1 ORDER BY case_id';
