const LAW_FIRM_LINES = `('lawyer_dunning', 'lawyer_letter', 'legal')`;

/** Months overdue in China's calendar, and the last tier of the offer that the case reaches. */
const MONTHS = `(extract(year FROM age(t.today, w.due_on)) * 12 + extract(month FROM age(t.today, w.due_on)))::int`;
const RATE = `coalesce((
  SELECT (tier->>'bps')::int FROM jsonb_array_elements(w.commission_tiers) WITH ORDINALITY AS e (tier, n)
  WHERE w.outstanding_fen - w.recovered_fen >= coalesce((tier->>'minAmountFen')::bigint, 0)
    AND ${MONTHS} >= coalesce((tier->>'minMonthsOverdue')::int, 0)
  ORDER BY n DESC LIMIT 1), w.commission_bps)`;

/** Everybody who stands behind the creditor and the debtor of the wanted case. */
const RELATED = `EXISTS (
  SELECT FROM verification_parties p WHERE p.organisation_id = $2 AND (
    p.party_index = w.debtor_id_index
    OR EXISTS (SELECT FROM verification_parties q WHERE q.organisation_id = w.creditor_id AND q.party_index = p.party_index)
    OR EXISTS (
      SELECT FROM verification_parties own
      JOIN verification_applications o ON o.id = own.application_id AND o.state IN ('approved', 'suspended', 'expired')
      JOIN verification_parties q ON q.application_id = own.application_id AND q.party_index = p.party_index
      WHERE own.role = 'organisation' AND own.party_index = w.debtor_id_index)))`;

/**
 * One grab as one statement of plain SQL: the same rules and the same writes as the product, one request at a time.
 * $1 case, $2 provider, $3 member. A row when the grab was won, none when not. Written as well as we can: a latecomer
 * reads one row and locks nothing, the slot is locked before the case, and each write is conditional.
 */
export const GRAB_ONE = `
WITH wanted AS (
  SELECT c.* FROM cases c WHERE c.id = $1::uuid AND c.state = 'listed' AND c.recovered_fen < c.outstanding_fen
), allowed AS (
  SELECT a.organisation_kind, s.cases_held
  FROM wanted w
  JOIN LATERAL (
    SELECT v.organisation_kind FROM verification_applications v
    WHERE v.organisation_id = $2::uuid AND v.sandbox_id IS NOT DISTINCT FROM w.sandbox_id AND v.state = 'approved' AND (now() AT TIME ZONE 'Asia/Shanghai')::date <= v.valid_until
    ORDER BY v.id DESC LIMIT 1) a ON true
  JOIN provider_standings s ON s.provider_id = $2::uuid
  WHERE (w.service_line NOT IN ${LAW_FIRM_LINES} OR a.organisation_kind = 'law_firm')
    AND (s.largest_case_fen IS NULL OR w.outstanding_fen - w.recovered_fen < s.largest_case_fen)
    AND NOT EXISTS (SELECT FROM grabs g WHERE g.case_id = $1::uuid AND g.provider_id = $2::uuid AND g.state IN ('returned', 'expired'))
    AND NOT ${RELATED}
), slot AS (
  SELECT p.provider_id, a.organisation_kind FROM provider_slots p, allowed a
  WHERE p.provider_id = $2::uuid AND p.held < a.cases_held AND coalesce(p.suspended_until <= now(), true)
  FOR NO KEY UPDATE OF p
), claimed AS (
  UPDATE cases c SET state = 'grabbed', updated_at = now() FROM slot
  WHERE c.id = $1::uuid AND c.state = 'listed' RETURNING c.id, slot.organisation_kind
), gone AS (
  DELETE FROM hall_listings h USING claimed WHERE h.case_id = claimed.id
), counted AS (
  UPDATE provider_slots p SET held = held + 1 FROM claimed WHERE p.provider_id = $2::uuid
), taken AS (
  INSERT INTO grabs AS g (id, case_id, provider_id, member_id, creditor_id, state, amount_fen, months_overdue, terms,
    accept_by, activity_by, exclusive_until, sandbox_id)
  SELECT uuidv7(), w.id, $2::uuid, $3::uuid, w.creditor_id, 'active', w.outstanding_fen - w.recovered_fen, ${MONTHS},
    jsonb_build_object('commissionBps', ${RATE}, 'serviceFeeBps', 200,
      'capKind', CASE WHEN c.organisation_kind = 'law_firm' THEN 'lawyer' ELSE 'none' END),
    now() + interval '48 hours', now() + interval '72 hours', now() + interval '6 months', w.sandbox_id
  FROM claimed c, wanted w, (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) t
  RETURNING g.*
), logged AS (
  INSERT INTO case_events (id, case_id, act, from_state, to_state, actor_organisation_id, actor_member_id)
  SELECT uuidv7(), case_id, 'grab', 'listed', 'grabbed', provider_id, member_id FROM taken
), disclosed AS (
  INSERT INTO case_disclosures (id, case_id, organisation_id, member_id, stage, purpose)
  SELECT uuidv7(), case_id, provider_id, member_id, 'holder_masked', 'assess a grabbed case before the entrustment' FROM taken
), announced AS (
  INSERT INTO outbox_events (id, name, payload)
  SELECT uuidv7(), 'grab.taken.v1', jsonb_build_object('grabId', id, 'caseId', case_id, 'providerId', provider_id,
    'creditorId', creditor_id, 'amountFen', amount_fen::text, 'monthsOverdue', months_overdue) FROM taken
)
SELECT id, case_id AS "caseId", provider_id AS "providerId", state, amount_fen AS "amountFen", months_overdue AS "monthsOverdue",
  terms, grabbed_at AS "grabbedAt", accept_by AS "acceptBy", activity_by AS "activityBy", exclusive_until AS "exclusiveUntil"
FROM taken`;
