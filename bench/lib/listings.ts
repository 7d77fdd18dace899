import type { Ground } from './ground.js';

const CATEGORIES = ['commercial_receivable', 'property_management_fee', 'online_loan', 'credit_card', 'private_loan'];

/** A week old, so that their own events are delivered and gone. Cases as a batch of receivables would have left them: listed, amounts and ages spread as in an ERP's export. */
const CASES = `
  INSERT INTO cases (id, number, creditor_id, external_ref, state, category, service_line, region_code, debtor_kind,
    debtor_masked_name, debtor_sealed, debtor_id_index, principal_fen, penalty_fen, paid_fen, outstanding_fen, due_on,
    limitation_expires_on, legal_origin, evidence_kinds, evidence_bps, score, grade, commission_bps, listed_at, accepted_at, created_at)
  SELECT uuidv7(make_interval(secs => (n - $4::int) * 0.05)), 'BE-' || n, ($1::uuid[])[1 + n % cardinality($1::uuid[])],
    'B' || n, 'listed', ($2::text[])[1 + (random() ^ 2 * cardinality($2::text[]))::int % cardinality($2::text[])],
    'agency_dunning', (ARRAY['440305', '310115', '110105', '330106', '510107', '420106', '320505', '610113'])[1 + (random() * 7)::int],
    CASE WHEN random() < 0.3 THEN 'person' ELSE 'enterprise' END, '某某**公司', decode(repeat('5a', 220), 'hex'),
    sha256(('debtor ' || n)::bytea), amount, 0, 0, amount, due, due + 1095, 'trade', '{contract,invoice}',
    (4000 + random() * 6000)::int, (30 + random() * 65)::int, (ARRAY['A', 'B', 'C', 'D', 'E'])[1 + (random() * 4)::int],
    (800 + random() * 2200)::int, now() + make_interval(secs => (n - $4::int) * 0.05), now(), now() - interval '7 days'
  FROM generate_series($3::int, $4::int) AS n,
    LATERAL (SELECT (200000 * 24.9 ^ (random() + n * 0))::bigint AS amount, current_date - (20 + random() ^ 1.5 * 900)::int - n * 0 AS due) AS made`;

const HALL = `
  INSERT INTO hall_listings (case_id, creditor_id, category, service_line, province, region_code, debtor_kind, amount_fen,
    due_on, commission_bps, evidence_bps, score, grade, listed_at)
  SELECT id, creditor_id, category, service_line, substr(region_code, 1, 2) || '0000', region_code, debtor_kind,
    outstanding_fen, due_on, commission_bps, evidence_bps, score, grade, listed_at
  FROM cases WHERE state = 'listed' AND NOT EXISTS (SELECT FROM hall_listings WHERE case_id = cases.id)`;

const HISTORY = `
  INSERT INTO case_events (id, case_id, act, to_state, actor_organisation_id, created_at)
  SELECT gen_random_uuid(), id, 'admit', 'listed', creditor_id, created_at FROM cases
  WHERE NOT EXISTS (SELECT FROM case_events WHERE case_id = cases.id)`;

const CHUNK = 100_000;

/** Empties everything that hangs on cases, so that every round begins alike. */
export async function clearCases(ground: Ground): Promise<void> {
  await ground.owner('TRUNCATE cases, provider_slots, grab_rate_buckets, outbox_events, inbox CASCADE');
}

/** Lists cases number `from` to `to`, set-wise, as the owner of the tables. */
export async function listCases(ground: Ground, creditors: string[], from: number, to: number): Promise<void> {
  for (let first = from; first <= to; first += CHUNK) {
    const last = Math.min(to, first + CHUNK - 1);
    await ground.owner(CASES, [creditors, CATEGORIES, first, last]);
  }
  await ground.owner(HALL);
  await ground.owner(HISTORY);
  for (const table of ['cases', 'hall_listings', 'case_events']) await ground.owner(`VACUUM (ANALYZE) ${table}`);
  await ground.checkpoint();
}
