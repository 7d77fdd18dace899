import pg from 'pg';
import { copyIn } from './copy.js';
import type { ExportFile } from './export.js';

const COLUMNS = [
  ...['bill', 'invoiced', 'due', 'debtor', 'currency', 'total', 'settled', 'open', 'status', 'cancelled', 'seller'],
  ...['contract', 'category', 'origin', 'kind', 'id_number', 'mobile', 'region', 'evidence', 'note'],
];

const STAGE = `CREATE TEMP TABLE staging (n integer GENERATED ALWAYS AS IDENTITY, case_id uuid DEFAULT uuidv7(),
  ${COLUMNS.map((name) => `${name} text`).join(', ')}) ON COMMIT DROP`;
const COPY = `COPY staging (${COLUMNS.join(', ')}) FROM STDIN WITH (FORMAT csv, HEADER true, ENCODING 'GB18030')`;

const fen = (column: string) => `(replace(${column}, ',', '')::numeric * 100)::bigint`;

/** The same rows in the same tables as an admitted file leaves behind. $1 creditor, $2 batch, $3 file. Nothing is checked. */
const BATCH = [
  `INSERT INTO files (id, organisation_id, media_type, bytes, sha256, storage_key, filename_sealed, purpose)
   VALUES ($3::uuid, $1::uuid, 'text/csv', 1, sha256('x'), 'bench/' || $3::uuid, '\\x00', 'case_batch') RETURNING $2::uuid`,
  `INSERT INTO case_batches (id, creditor_id, state, format, encoding, file_id, total_rows, processed_rows, admitted_rows, finished_at)
   SELECT $2::uuid, $1::uuid, 'completed', 'csv', 'gb18030', $3::uuid, n, n, n, now() FROM (SELECT count(*)::int AS n FROM staging) counted`,
];

const CASES = `
  INSERT INTO cases (id, number, creditor_id, external_ref, batch_id, state, category, service_line, region_code, debtor_kind,
    debtor_masked_name, debtor_sealed, debtor_id_index, debtor_phone_index, contract_number, principal_fen, penalty_fen, paid_fen,
    outstanding_fen, due_on, invoiced_on, limitation_expires_on, legal_origin, evidence_kinds, evidence_bps, score, grade,
    commission_bps, listed_at, accepted_at)
  SELECT case_id, 'DC-2026-' || lpad(nextval('case_numbers')::text, 6, '0'), $1::uuid, bill, $2::uuid, 'listed',
    'commercial_receivable', 'agency_dunning', '440305', CASE kind WHEN '企业' THEN 'enterprise' ELSE 'person' END,
    left(debtor, 2) || '**' || right(debtor, 2), convert_to(json_build_object('name', debtor, 'idNumber', id_number,
      'phone', mobile, 'note', note)::text, 'UTF8'), sha256(id_number::bytea), sha256(mobile::bytea), contract,
    ${fen('total')}, 0, ${fen('settled')}, ${fen('open')}, due::date, invoiced::date, due::date + 1095, 'trade',
    '{contract,invoice}', 6000, 70, 'B', 1200, now(), now()
  FROM staging`;

const HALL = `
  INSERT INTO hall_listings (case_id, creditor_id, category, service_line, province, region_code, debtor_kind, amount_fen,
    due_on, commission_bps, evidence_bps, score, grade, listed_at)
  SELECT id, creditor_id, category, service_line, substr(region_code, 1, 2) || '0000', region_code, debtor_kind,
    outstanding_fen, due_on, commission_bps, evidence_bps, score, grade, listed_at
  FROM cases WHERE batch_id = $2::uuid AND $1::uuid IS NOT NULL`;

const HISTORY = `
  INSERT INTO case_events (id, case_id, act, to_state, actor_organisation_id, facts)
  SELECT uuidv7(), id, 'admit', 'listed', $1::uuid, jsonb_build_object('automatic', true, 'number', number,
    'evidenceBps', evidence_bps, 'outstandingFen', outstanding_fen::text, 'commissionBps', commission_bps)
  FROM cases WHERE batch_id = $2::uuid`;

/** As the consumers of these events expect them. */
const OUTBOX = `
  INSERT INTO outbox_events (id, name, payload)
  SELECT uuidv7(), 'cases.posted.v1', jsonb_build_object('creditorId', $1::uuid, 'batchId', $2::uuid, 'cases', jsonb_agg(
    jsonb_build_object('caseId', id, 'number', number, 'state', state, 'category', category, 'serviceLine', service_line,
      'outstandingFen', outstanding_fen::text, 'commissionBps', commission_bps, 'grade', grade)))
  FROM (SELECT *, row_number() OVER () / 10 AS slice FROM cases WHERE batch_id = $2::uuid) posted
  GROUP BY slice`;

const ROWS = `
  INSERT INTO case_batch_rows (batch_id, row_number, external_ref, outcome, case_id)
  SELECT $2::uuid, n + 1, bill, 'admitted', case_id FROM staging WHERE $1::uuid IS NOT NULL`;

/** COPY into a staging table, then one INSERT … SELECT per table; a transaction per file. */
export async function plainSql(databaseUrl: string, creditorId: string, files: readonly ExportFile[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const file of files) await load(client, creditorId, file);
  } finally {
    await client.end();
  }
}

async function load(client: pg.Client, creditorId: string, file: ExportFile): Promise<void> {
  const ids = await client.query('SELECT uuidv7()::text AS batch, uuidv7()::text AS file');
  const { batch, file: fileId } = ids.rows[0];
  await client.query('BEGIN');
  await client.query(STAGE);
  await copyIn(client, COPY, file.bytes);
  for (const statement of BATCH) {
    const values = [creditorId, batch, fileId];
    await client.query(statement, values);
  }
  for (const statement of [CASES, HALL, HISTORY, OUTBOX, ROWS]) await client.query(statement, [creditorId, batch]);
  await client.query('COMMIT');
}
