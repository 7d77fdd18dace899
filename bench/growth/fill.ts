import type pg from 'pg';

/** How much the filled database holds. */
export interface FillSize {
  readonly cases: number;
  /** Events of outbox and feed, each; acts and answers are as many, or a share of it. */
  readonly events: number;
  /** Repayments of the big provider. */
  readonly repayments: number;
  readonly endpoints: number;
}

const organisation = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Who stands out in the filled database: with a long history, or with nearly none among those who have one. */
export const WHO = {
  platform: organisation(1),
  bigCreditor: organisation(0x10),
  smallCreditor: organisation(0x11),
  bigProvider: organisation(0x100),
  smallProvider: organisation(0x101),
  sandbox: organisation(0x200),
  testPlatform: organisation(0x201),
  testCreditor: organisation(0x202),
  testProvider: organisation(0x203),
} as const;

const OTHERS = 40;
/** Changes of standings, half of them the big provider's, and its appeals. */
const [CHANGES, APPEALS] = [4_000, 4_000];
/** The older half of what is kept for a while only is older than that. */
const SIX_YEARS = 2_200 * 86_400;
const TWO_MONTHS = 60 * 86_400;

/** An id as old as its row: `age` is SQL for seconds. */
const idAged = (age: string) => `uuidv7(make_interval(secs => -(${age})))`;
/** SQL: the age in seconds of row `n` of `count`: the first half spread around `old`, the rest over the last hours. */
const ageOf = (count: number, old: number) =>
  `(CASE WHEN n <= ${count / 2} THEN ${old} + ${count} - n ELSE (${count} - n) * 0.01 END)`;
const other = (base: number) => `('00000000-0000-7000-8000-' || lpad(to_hex(${base} + n % ${OTHERS}), 12, '0'))::uuid`;
const series = (count: number) => `generate_series(1, ${Math.floor(count)}) AS n`;

/**
 * Fills every table that grows, set-wise, as a superuser and without triggers: whoever is in `WHO` has a long history or a
 * short one, everybody else's lies around it. Ends with ANALYZE, as a database that has run for a while would have.
 */
export async function fillDatabase(admin: pg.Client, size: FillSize, say: (line: string) => void = () => undefined) {
  await admin.query("SET session_replication_role = 'replica'");
  for (const [name, sql] of [
    ...people(),
    ...casework(size),
    ...money(),
    ...traffic(size),
    ...webhooks(size),
    ...kept(size),
  ]) {
    const { rowCount } = await admin.query(sql);
    say(`filled ${name}: ${rowCount}`);
  }
  // Their triggers make the sums.
  await admin.query("SET session_replication_role = 'origin'");
  for (const [name, sql] of standing()) {
    const { rowCount } = await admin.query(sql);
    say(`filled ${name}: ${rowCount}`);
  }
  await admin.query('VACUUM ANALYZE');
}

type Step = readonly [table: string, sql: string];

function people(): Step[] {
  const rows = [
    [WHO.platform, 'platform', null],
    [WHO.bigCreditor, 'creditor', null],
    [WHO.smallCreditor, 'creditor', null],
    [WHO.bigProvider, 'agency', null],
    [WHO.smallProvider, 'agency', null],
    [WHO.testPlatform, 'platform', WHO.sandbox],
    [WHO.testCreditor, 'creditor', WHO.sandbox],
    [WHO.testProvider, 'agency', WHO.sandbox],
  ] as const;
  const values = rows.map(
    ([id, kind, sandbox]) => `('${id}', '${kind}', 'Filled', ${sandbox ? `'${sandbox}'` : 'NULL'})`,
  );
  return [
    [
      'sandboxes',
      `INSERT INTO sandboxes (id, owner_id, name) VALUES ('${WHO.sandbox}', '${WHO.bigCreditor}', 'Filled')`,
    ],
    ['organisations', `INSERT INTO organisations (id, kind, name, sandbox_id) VALUES ${values.join(', ')}`],
    [
      'organisations',
      `INSERT INTO organisations (id, kind, name)
       SELECT ${other(0x20)}, 'creditor', 'Filled' FROM ${series(OTHERS)} UNION ALL SELECT ${other(0x120)}, 'agency', 'Filled' FROM ${series(OTHERS)}`,
    ],
  ];
}

function casework({ cases, repayments }: FillSize): Step[] {
  const creditor = `CASE WHEN n % 20000 = 1 THEN '${WHO.smallCreditor}'::uuid WHEN n % 10000 = 2 THEN '${WHO.testCreditor}'::uuid
    WHEN n % 2 = 0 THEN '${WHO.bigCreditor}'::uuid ELSE ${other(0x20)} END`;
  const state = `CASE WHEN n % 2000 = 3 THEN 'under_review' WHEN n % 2000 = 4 THEN 'in_litigation' WHEN n % 10 < 4 THEN 'listed' ELSE 'recovered' END`;
  const provider = `CASE WHEN n % 5000 = 8 THEN '${WHO.smallProvider}'::uuid WHEN n % 10000 = 9 THEN '${WHO.testProvider}'::uuid
    WHEN n <= ${repayments} AND n % 2 = 0 OR n % 4 = 0 THEN '${WHO.bigProvider}'::uuid ELSE ${other(0x120)} END`;
  const grabState = `CASE WHEN n % 1000 = 6 THEN 'returned' WHEN n % 1000 = 4 THEN 'expired' WHEN n % 4000 = 2 THEN 'active' ELSE 'completed' END`;
  return [
    [
      'cases',
      `INSERT INTO cases (id, number, creditor_id, sandbox_id, external_ref, state, category, service_line, debtor_kind, debtor_masked_name,
         debtor_sealed, principal_fen, penalty_fen, paid_fen, outstanding_fen, due_on, limitation_expires_on, evidence_bps, score, grade, commission_bps, listed_at)
       SELECT ${idAged(`(${cases} - n) * 10`)}, 'F' || n, ${creditor}, CASE WHEN n % 10000 = 2 THEN '${WHO.sandbox}'::uuid END, 'ref-' || n, ${state},
         'commercial_receivable', 'agency_dunning', 'enterprise', '某某', '\\x00', 1000000, 0, 0, 1000000, current_date - 90, current_date + 900,
         5000, 50, 'C', 1500, now() - make_interval(secs => (${cases} - n) * 10) FROM ${series(cases)}`,
    ],
    [
      'hall_listings',
      `INSERT INTO hall_listings (case_id, creditor_id, category, service_line, debtor_kind, amount_fen, due_on, commission_bps, evidence_bps,
         score, grade, listed_at, sandbox_id)
       SELECT id, creditor_id, category, service_line, debtor_kind, 1000000 + (hashtext(number) & 65535), due_on, commission_bps,
         evidence_bps, hashtext(number) & 63, grade, listed_at, sandbox_id FROM cases WHERE state = 'listed'`,
    ],
    [
      'case_events',
      `INSERT INTO case_events (id, case_id, act, to_state, created_at)
       SELECT ${idAged(ageOf(cases, SIX_YEARS))}, c.id, 'case.post', 'listed', now() - make_interval(secs => ${ageOf(cases, SIX_YEARS)})
       FROM (SELECT id, row_number() OVER () AS n FROM cases) c`,
    ],
    [
      'grabs',
      `INSERT INTO grabs (id, case_id, provider_id, creditor_id, sandbox_id, state, amount_fen, months_overdue, terms, accept_by, activity_by,
         exclusive_until, accepted_at, first_activity_at, ended_at)
       SELECT ${idAged(`(${cases} - n) * 10`)}, id, ${provider}, creditor_id, CASE WHEN n % 10000 = 9 THEN '${WHO.sandbox}'::uuid END, ${grabState},
         1000000, 3, '{}', now() + interval '1 day', now() + interval '1 day', now() + interval '100 days', now(), now(),
         CASE WHEN ${grabState} <> 'active' THEN now() - make_interval(secs => (${cases} - n) * 10) END
       FROM (SELECT id, creditor_id, row_number() OVER (ORDER BY id) AS n FROM cases WHERE state = 'recovered') c`,
    ],
    [
      'case_disclosures',
      `INSERT INTO case_disclosures (id, case_id, organisation_id, stage, purpose, disclosed_at, revoked_at)
       SELECT ${idAged(ageOf(cases, SIX_YEARS))}, case_id, provider_id, stage, 'Filled', now() - make_interval(secs => ${ageOf(cases, SIX_YEARS)}),
         CASE WHEN state <> 'active' AND n % 3 > 0 THEN now() - make_interval(secs => ${ageOf(cases, SIX_YEARS)}) END
       FROM (SELECT case_id, provider_id, state, row_number() OVER (ORDER BY id) AS n FROM grabs) g, unnest('{holder_masked,holder_full}'::text[]) stage`,
    ],
  ];
}

function money(): Step[] {
  const state = `CASE WHEN n % 2000 = 3 THEN 'rejected' WHEN n % 2000 = 5 THEN 'reported' ELSE 'confirmed' END`;
  return [
    [
      'repayments',
      `INSERT INTO repayments (id, case_id, grab_id, creditor_id, provider_id, amount_fen, paid_on, channel, payee, state, reporter_id,
         confirmed_at, confirmed_how, rejected_at, auto_confirm_at)
       SELECT ${idAged('(1000000 - n) * 20')}, case_id, id, creditor_id, provider_id, 100000 + n % 1000, current_date, 'bank_transfer', 'creditor', ${state},
         creditor_id, CASE WHEN ${state} = 'confirmed' THEN now() END, CASE WHEN ${state} = 'confirmed' THEN 'creditor' END,
         CASE WHEN ${state} = 'rejected' THEN now() END, now() + interval '7 days'
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM grabs WHERE state = 'completed') g`,
    ],
    [
      'ledger_accounts',
      `INSERT INTO ledger_accounts (id, owner_organisation_id, kind, counterparty_id)
       SELECT gen_random_uuid(), creditor_id, 'creditor_payable', NULL::uuid FROM repayments GROUP BY creditor_id
       UNION ALL SELECT gen_random_uuid(), provider_id, 'provider_receivable', NULL FROM repayments GROUP BY provider_id
       UNION ALL SELECT gen_random_uuid(), '${WHO.platform}', 'platform_fee', creditor_id FROM repayments GROUP BY creditor_id`,
    ],
    [
      'ledger_transfers',
      `INSERT INTO ledger_transfers (id, key, kind, reference_kind, reference_id, case_id, occurred_at)
       SELECT id, 'repayment:' || id, 'repayment', 'repayment', id, case_id, now() - make_interval(secs => row_number() OVER (ORDER BY id DESC) * 20)
       FROM repayments WHERE state = 'confirmed'`,
    ],
    [
      'ledger_entries',
      `INSERT INTO ledger_entries (id, transfer_id, account_id, part, amount_fen, occurred_at)
       SELECT gen_random_uuid(), t.id, a.id, part, amount, t.occurred_at
       FROM ledger_transfers t JOIN repayments r ON r.id = t.id CROSS JOIN LATERAL (VALUES
         ('creditor_payable', r.creditor_id, NULL::uuid, 'commission', -20000), ('provider_receivable', r.provider_id, NULL, 'commission', 15000),
         ('platform_fee', '${WHO.platform}', r.creditor_id, 'service_fee', 5000)) AS l (kind, owner, counterparty, part, amount)
       JOIN ledger_accounts a ON a.owner_organisation_id = l.owner AND a.kind = l.kind AND a.counterparty_id IS NOT DISTINCT FROM l.counterparty
       ORDER BY t.occurred_at`,
    ],
    [
      'ledger_months',
      `INSERT INTO ledger_months (account_id, month, moved_fen)
       SELECT account_id, date_trunc('month', occurred_at AT TIME ZONE 'UTC' + interval '8 hours')::date, sum(amount_fen) FROM ledger_entries GROUP BY 1, 2`,
    ],
    [
      'ledger_accounts',
      `UPDATE ledger_accounts a SET balance_fen = m.sum FROM (SELECT account_id, sum(moved_fen) FROM ledger_months GROUP BY 1) m WHERE m.account_id = a.id`,
    ],
    [
      'commissions',
      `INSERT INTO commissions (id, repayment_id, grab_id, case_id, creditor_id, provider_id, payee, terms, repaid_fen, commission_fen,
         service_fee_fen, state, transfer_id, billable_at, booked_at)
       SELECT gen_random_uuid(), id, grab_id, case_id, creditor_id, provider_id, 'creditor', '{}', amount_fen, 15000, 5000, 'booked', id,
         now() - interval '1 day', now() - interval '4 days' FROM repayments WHERE state = 'confirmed'`,
    ],
  ];
}

function standing(): Step[] {
  return [
    [
      'standing_grabs',
      `INSERT INTO standing_grabs (grab_id, provider_id, creditor_id, state, amount_fen, expected_fen, months_overdue, penalty_points, grabbed_at, ended_at)
       SELECT id, provider_id, creditor_id, state, amount_fen, 700000, 3, CASE WHEN state IN ('returned', 'expired') THEN 30 ELSE 0 END,
         coalesce(ended_at, now()) - interval '30 days', ended_at FROM grabs`,
    ],
    [
      'standing_recoveries',
      `INSERT INTO standing_recoveries (repayment_id, grab_id, provider_id, amount_fen, recovered_at)
       SELECT id, grab_id, provider_id, amount_fen, confirmed_at FROM repayments WHERE state = 'confirmed'`,
    ],
    [
      'provider_standings',
      `INSERT INTO provider_standings (provider_id, grade, cases_held, updated_at)
       SELECT id, 'junior', 3, now() - interval '2 days' FROM organisations WHERE kind = 'agency'`,
    ],
    [
      'standing_changes',
      `INSERT INTO standing_changes (id, provider_id, cause, grade, earned_grade, cases_held, facts, explanation, changed_at)
       SELECT ${idAged(ageOf(CHANGES, SIX_YEARS))}, CASE WHEN n % 2 = 0 THEN '${WHO.bigProvider}'::uuid ELSE a.id END, 'computed', 'junior', 'junior', 3,
         '{}', '[]', now() - make_interval(secs => ${ageOf(CHANGES, SIX_YEARS)})
       FROM ${series(CHANGES)}
       JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS many FROM organisations WHERE kind = 'agency') a ON a.at = n % a.many`,
    ],
    [
      'standing_appeals',
      `INSERT INTO standing_appeals (id, provider_id, standing_change_id, state, reason, statement, answer, opened_at, decided_at)
       SELECT ${idAged(ageOf(APPEALS, SIX_YEARS))}, '${WHO.bigProvider}', gen_random_uuid(), 'dismissed', 'other', '', 'not_shown',
         now() - make_interval(secs => ${ageOf(APPEALS, SIX_YEARS)}), now() - make_interval(secs => ${ageOf(APPEALS, SIX_YEARS)})
       FROM ${series(APPEALS)}`,
    ],
  ];
}

function traffic({ events }: FillSize): Step[] {
  const age = ageOf(events, TWO_MONTHS);
  const type = `CASE WHEN n % 5000 = 7 THEN 'case.closed' WHEN n % 3 = 0 THEN 'case.listed' ELSE 'case.posted' END`;
  const audience = `CASE WHEN n % 5 = 0 THEN 'hall' ELSE 'organisation' END`;
  return [
    [
      'outbox_events',
      `INSERT INTO outbox_events (id, name, payload, state, occurred_at, done_at)
       SELECT gen_random_uuid(), 'cases.posted.v1', '{}', CASE WHEN n % ${Math.ceil(events / 200)} = 0 THEN 'pending' ELSE 'done' END,
         now() - make_interval(secs => ${age}), CASE WHEN n % ${Math.ceil(events / 200)} > 0 THEN now() - make_interval(secs => ${age}) END FROM ${series(events)}`,
    ],
    [
      'inbox',
      `INSERT INTO inbox (consumer, event_id, handled_at) SELECT consumer, id, occurred_at FROM outbox_events, unnest('{feed,standing}'::text[]) consumer`,
    ],
    [
      'feed_events',
      `INSERT INTO feed_events (event_id, type, audience, organisation_id, case_id, data, occurred_at)
       SELECT gen_random_uuid(), ${type}, ${audience},
         CASE WHEN n % 5 > 0 THEN CASE WHEN n % 10000 = 3 THEN '${WHO.smallCreditor}'::uuid WHEN n % 2 = 0 THEN '${WHO.bigCreditor}' ELSE ${other(0x20)} END END,
         c.id, '{}', now() - make_interval(secs => ${age})
       FROM ${series(events)} JOIN (SELECT id, row_number() OVER () AS at FROM cases) c ON c.at = 1 + n % (SELECT count(*) FROM cases) ORDER BY n`,
    ],
  ];
}

function webhooks({ endpoints, events }: FillSize): Step[] {
  const deliveries = Math.floor(events / 10);
  const age = ageOf(deliveries, TWO_MONTHS);
  const endpoint = `('00000000-0000-7000-9000-' || lpad(to_hex(n % ${endpoints}), 12, '0'))::uuid`;
  return [
    [
      'webhook_endpoints',
      `INSERT INTO webhook_endpoints (id, organisation_id, organisation_kind, url, types, state, secret_sealed, failing_since)
       SELECT ${endpoint}, ${other(0x20)}, 'creditor', 'https://sink.example', '{}', 'enabled', '\\x00', CASE WHEN n % 5 = 0 THEN now() END FROM ${series(endpoints)}`,
    ],
    [
      'webhook_messages',
      `INSERT INTO webhook_messages (id, type, body, occurred_at, created_at)
       SELECT ${idAged(age)}, 'case.posted', '{}', now(), now() - make_interval(secs => ${age}) FROM ${series(deliveries)}`,
    ],
    [
      'webhook_deliveries',
      `INSERT INTO webhook_deliveries (id, endpoint_id, message_id, type, state, created_at, finished_at, next_attempt_at)
       SELECT id, ${endpoint}, id, type, CASE WHEN pending THEN 'pending' WHEN n % 3000 = 5 THEN 'failed' ELSE 'delivered' END, created_at,
         CASE WHEN NOT pending THEN created_at END,
         CASE WHEN pending THEN now() + CASE WHEN n % 20 = 0 THEN interval '-1 minute' ELSE interval '1 hour' END END
       FROM (SELECT *, n > ${deliveries} - 3 * ${endpoints} AS pending FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM webhook_messages) m) w`,
    ],
    [
      'webhook_attempts',
      `INSERT INTO webhook_attempts (id, delivery_id, attempted_at, duration_ms, request_headers, status)
       SELECT id, id, created_at, 5, '{}', 204 FROM webhook_deliveries WHERE state <> 'pending'`,
    ],
  ];
}

/** Tables that only their retention and a few lists read. */
function kept({ events }: FillSize): Step[] {
  const few = 2 * Math.floor(events / 8);
  const syncRun = `('0187c000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid`;
  const fileAged = ageOf(few, TWO_MONTHS);
  const batches = Math.max(20, Math.floor(events / 10_000));
  return [
    [
      'audit_records',
      `INSERT INTO audit_records (id, organisation_id, act, subject_kind, subject_id, created_at)
       SELECT ${idAged(ageOf(few, SIX_YEARS))}, CASE WHEN n % 3000 = 1 THEN '${WHO.smallCreditor}'::uuid WHEN n % 5000 = 2 THEN '${WHO.testCreditor}'
           WHEN n % 2 = 0 THEN '${WHO.bigCreditor}' ELSE ${other(0x20)} END,
         CASE WHEN n % 5000 = 7 THEN 'case.close' WHEN n % 3000 = 4 THEN 'session.open' ELSE 'case.read' END, 'case', gen_random_uuid(), now() - make_interval(secs => ${ageOf(few, SIX_YEARS)}) FROM ${series(few)}`,
    ],
    [
      'idempotency_keys',
      `INSERT INTO idempotency_keys (organisation_id, key, operation, request_hash, response, created_at)
       SELECT '${WHO.bigCreditor}', 'key-' || n, 'case.post', '\\x00', '{}', now() - make_interval(secs => ${fileAged}) FROM ${series(few)}`,
    ],
    [
      'sessions',
      `INSERT INTO sessions (id, member_id, expires_at) SELECT ${idAged(`${fileAged} + 86400`)}, gen_random_uuid(), now() - make_interval(secs => ${fileAged}) FROM ${series(few)}`,
    ],
    [
      'debtor_read_counts',
      `INSERT INTO debtor_read_counts (organisation_id, hour, reads) SELECT ${other(0x120)}, now() - make_interval(hours => n), 1 FROM ${series(Math.min(few, 40_000))}`,
    ],
    [
      'login_failures',
      `INSERT INTO login_failures (subject, failures, last_failed_at) SELECT 'address:' || n, 1, now() - make_interval(secs => ${fileAged}) FROM ${series(few)}`,
    ],
    [
      'login_places',
      `INSERT INTO login_places (account, place, last_login_at)
       SELECT 'account-' || n, 'place', now() - make_interval(secs => ${ageOf(few, SIX_YEARS)}) FROM ${series(few)}`,
    ],
    [
      'erp_sync_runs',
      `INSERT INTO erp_sync_runs (id, connection_id, trigger, state, finished_at)
       SELECT ${syncRun}, '${WHO.bigCreditor}', 'schedule', 'completed', now() - make_interval(secs => ${ageOf(few / 2, SIX_YEARS)}) FROM ${series(few / 2)}`,
    ],
    [
      'erp_sync_rows',
      `INSERT INTO erp_sync_rows (connection_id, document_key, outcome, run_id, decided_at)
       SELECT '${WHO.bigCreditor}', 'document-' || d, 'admitted', ${syncRun}, now() - make_interval(secs => ${ageOf(few / 2, SIX_YEARS)})
       FROM (SELECT d, (d + 1) / 2 AS n FROM generate_series(1, ${2 * Math.floor(few / 2)}) AS d) s`,
    ],
    [
      'files',
      `INSERT INTO files (id, organisation_id, media_type, bytes, sha256, storage_key, filename_sealed, purpose, created_at)
       SELECT ${idAged(fileAged)}, '${WHO.bigCreditor}', 'text/csv', 1, sha256('x'), 'filled/' || n, '\\x00', 'case-batch', now() - make_interval(secs => ${fileAged})
       FROM ${series(few)}`,
    ],
    [
      'case_batches',
      `INSERT INTO case_batches (id, creditor_id, state, format, encoding, file_id, total_rows, processed_rows, admitted_rows, finished_at, created_at)
       SELECT ${idAged('(200 - n % 180) * 86400')}, '${WHO.bigCreditor}', 'completed', 'csv', 'utf-8', id, 500, 500, 500,
         now() - make_interval(days => (200 - n % 180)::int), now() - make_interval(days => (200 - n % 180)::int)
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM files LIMIT ${batches}) f`,
    ],
    [
      'case_batch_rows',
      `INSERT INTO case_batch_rows (batch_id, row_number, external_ref, outcome, case_id)
       SELECT id, n, 'ref-' || n, CASE WHEN n % 250 = 0 THEN 'duplicate' ELSE 'admitted' END, gen_random_uuid() FROM case_batches, ${series(500)}`,
    ],
  ];
}
