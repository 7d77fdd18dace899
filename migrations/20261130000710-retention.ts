import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the application may remove once its time is over, and what may not be removed before the law's five years are. */
const REMOVED = [
  ...['case_events', 'case_disclosures', 'verification_events', 'verification_disclosures', 'debtor_read_counts'],
  ...['case_batch_rows', 'erp_sync_runs', 'erp_sync_rows', 'files', 'webhook_replays'],
];
/** Table and the column that says how old a row is. */
const FIVE_YEARS = [
  ['case_events', 'created_at'],
  ['case_disclosures', 'revoked_at'],
  ['verification_events', 'created_at'],
  ['verification_disclosures', 'disclosed_at'],
] as const;

export class Retention20261130000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await keptFiveYears(runner);
    await auditRecords(runner);
    await runner.query(`GRANT DELETE ON ${REMOVED.join(', ')} TO recourse_app`);
    // Without its upload a batch keeps its figures; contents are removed from the store after the row that names them.
    await runner.query('ALTER TABLE case_batches ALTER COLUMN file_id DROP NOT NULL');
    await runner.query(`
      CREATE TABLE file_removals (
        storage_key text PRIMARY KEY,
        created_at timestamptz NOT NULL DEFAULT now()
      )
    `);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON file_removals TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP TABLE file_removals');
    // A batch whose upload is gone cannot be shown by a release that expects it; its rows are gone already.
    await runner.query(
      'UPDATE case_batches SET dry_run_of = NULL WHERE dry_run_of IN (SELECT id FROM case_batches WHERE file_id IS NULL)',
    );
    await runner.query('DELETE FROM case_batches WHERE file_id IS NULL');
    await runner.query('ALTER TABLE case_batches ALTER COLUMN file_id SET NOT NULL');
    await runner.query(`REVOKE DELETE ON ${REMOVED.join(', ')} FROM recourse_app`);
    await runner.query('DROP FUNCTION forget_audit_records(interval, integer)');
    await runner.query('DROP TRIGGER audit_records_kept_five_years ON audit_records');
    await runner.query('DROP TRIGGER audit_records_append_only ON audit_records');
    await runner.query(`
      CREATE TRIGGER audit_records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_records
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
    `);
    await runner.query('DROP FUNCTION refuse_rewriting_unless_forgetting()');
    for (const [table] of FIVE_YEARS) await runner.query(`DROP TRIGGER ${table}_kept_five_years ON ${table}`);
    await runner.query('DROP FUNCTION refuse_removing_young()');
  }
}

/** Whoever asks, the owner of the table included. */
async function keptFiveYears(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION refuse_removing_young() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF coalesce((to_jsonb(OLD) ->> TG_ARGV[0])::timestamptz >= now() - interval '5 years', true) THEN
        RAISE EXCEPTION '% is append-only for five years', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN OLD;
    END $$
  `);
  for (const [table, column] of [...FIVE_YEARS, ['audit_records', 'created_at'] as const]) {
    await runner.query(`
      CREATE TRIGGER ${table}_kept_five_years BEFORE DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_removing_young('${column}')
    `);
  }
}

/** The application may not delete from the trail at all; this function does, the oldest first, and only what is old enough. */
async function auditRecords(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION refuse_rewriting_unless_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND current_setting('recourse.forgetting', true) = 'on' THEN RETURN NULL; END IF;
      RAISE EXCEPTION '% is append-only: % is not allowed', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
    END $$
  `);
  await runner.query('DROP TRIGGER audit_records_append_only ON audit_records');
  await runner.query(`
    CREATE TRIGGER audit_records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_records
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_unless_forgetting()
  `);
  await runner.query(`
    CREATE FUNCTION forget_audit_records(older_than interval, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE
      gone integer;
    BEGIN
      PERFORM set_config('recourse.forgetting', 'on', true);
      WITH oldest AS MATERIALIZED (SELECT id, created_at FROM audit_records ORDER BY id LIMIT most)
      DELETE FROM audit_records r USING oldest o
       WHERE r.id = o.id AND o.created_at < now() - greatest(older_than, interval '5 years 1 day');
      GET DIAGNOSTICS gone = ROW_COUNT;
      PERFORM set_config('recourse.forgetting', 'off', true);
      RETURN gone;
    END $$
  `);
  await runner.query('REVOKE ALL ON FUNCTION forget_audit_records(interval, integer) FROM PUBLIC');
  await runner.query('GRANT EXECUTE ON FUNCTION forget_audit_records(interval, integer) TO recourse_app');
}
