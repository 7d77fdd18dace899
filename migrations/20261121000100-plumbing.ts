import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox and inbox, sweeps, idempotency keys, the audit trail, stored files and the wrapped data keys. */
export class Plumbing20261121000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await outbox(runner);
    await sweeps(runner);
    await idempotency(runner);
    await audit(runner);
    await files(runner);
    await dataKeys(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_keys, files, audit_records');
    await runner.query('DROP FUNCTION refuse_rewriting()');
    await runner.query('DROP FUNCTION idempotency_claim(uuid, text)');
    await runner.query('DROP TABLE idempotency_keys, sweeps, inbox, outbox_events');
  }
}

async function outbox(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE outbox_events (
      id uuid PRIMARY KEY,
      seq bigint GENERATED ALWAYS AS IDENTITY,
      name text NOT NULL,
      payload jsonb NOT NULL,
      request_id text,
      occurred_at timestamptz NOT NULL DEFAULT now(),
      state text NOT NULL DEFAULT 'pending',
      available_at timestamptz NOT NULL DEFAULT now(),
      claimed_by uuid,
      lease_until timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      last_error text,
      done_at timestamptz,
      CONSTRAINT outbox_events_state_known CHECK (state IN ('pending', 'claimed', 'done', 'dead')),
      CONSTRAINT outbox_events_claim_has_a_lease CHECK ((state = 'claimed') = (lease_until IS NOT NULL)),
      CONSTRAINT outbox_events_done_has_a_time CHECK ((state = 'done') = (done_at IS NOT NULL))
    ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02)
  `);
  await runner.query(`CREATE INDEX outbox_events_pending ON outbox_events (seq) WHERE state = 'pending'`);
  await runner.query(`CREATE INDEX outbox_events_claimed ON outbox_events (lease_until) WHERE state = 'claimed'`);
  await runner.query(`CREATE INDEX outbox_events_done ON outbox_events (done_at) WHERE state = 'done'`);
  await runner.query(`CREATE INDEX outbox_events_dead ON outbox_events (seq) WHERE state = 'dead'`);
  await runner.query(`
    CREATE TABLE inbox (
      consumer text NOT NULL,
      event_id uuid NOT NULL,
      handled_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT inbox_each_event_once PRIMARY KEY (consumer, event_id)
    )
  `);
  await runner.query('CREATE INDEX inbox_by_time ON inbox USING brin (handled_at)');
  await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_events TO recourse_app');
  await runner.query('GRANT SELECT, INSERT, DELETE ON inbox TO recourse_app');
}

async function sweeps(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE sweeps (
      name text PRIMARY KEY,
      every_ms integer NOT NULL,
      next_run_at timestamptz NOT NULL DEFAULT now(),
      lease_until timestamptz,
      last_run_at timestamptz,
      last_error text,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT sweeps_period_positive CHECK (every_ms > 0)
    )
  `);
  await runner.query('GRANT SELECT, INSERT, UPDATE ON sweeps TO recourse_app');
}

async function idempotency(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE idempotency_keys (
      organisation_id uuid NOT NULL,
      key text NOT NULL,
      operation text NOT NULL,
      request_hash bytea NOT NULL,
      response jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT idempotency_keys_once PRIMARY KEY (organisation_id, key),
      CONSTRAINT idempotency_keys_key_short CHECK (length(key) BETWEEN 1 AND 255)
    )
  `);
  await runner.query('CREATE INDEX idempotency_keys_by_time ON idempotency_keys USING brin (created_at)');
  // Lock first, then read in a statement of its own: each statement of a volatile function sees what was committed before
  // it began, so a caller that got the lock also sees the row of whoever held the lock before.
  await runner.query(`
    CREATE FUNCTION idempotency_claim(organisation uuid, claimed text)
    RETURNS TABLE (locked boolean, operation text, request_hash bytea, response jsonb)
    LANGUAGE plpgsql VOLATILE AS $$
    DECLARE
      got boolean := pg_try_advisory_xact_lock(hashtextextended(organisation::text || ':' || claimed, 0));
    BEGIN
      RETURN QUERY
        SELECT got, k.operation, k.request_hash, k.response
          FROM (SELECT) AS one
          LEFT JOIN idempotency_keys k ON k.organisation_id = organisation AND k.key = claimed;
    END $$
  `);
  await runner.query('GRANT SELECT, INSERT, DELETE ON idempotency_keys TO recourse_app');
  await runner.query('GRANT EXECUTE ON FUNCTION idempotency_claim(uuid, text) TO recourse_app');
}

async function audit(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE audit_records (
      id uuid PRIMARY KEY,
      seq bigint GENERATED ALWAYS AS IDENTITY,
      organisation_id uuid,
      member_id uuid,
      api_key_id uuid,
      act text NOT NULL,
      subject_kind text NOT NULL,
      subject_id uuid NOT NULL,
      facts jsonb NOT NULL DEFAULT '{}',
      request_id text,
      created_at timestamptz NOT NULL DEFAULT now()
    )
  `);
  await runner.query('CREATE INDEX audit_records_by_subject ON audit_records (subject_kind, subject_id, seq)');
  await runner.query('CREATE INDEX audit_records_by_organisation ON audit_records (organisation_id, seq)');
  await runner.query(`
    CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only: % is not allowed', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
    END $$
  `);
  await runner.query(`
    CREATE TRIGGER audit_records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_records
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
  `);
  await runner.query('REVOKE ALL ON audit_records FROM PUBLIC, recourse_app');
  await runner.query('GRANT SELECT, INSERT ON audit_records TO recourse_app');
}

async function files(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE files (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL,
      media_type text NOT NULL,
      bytes integer NOT NULL,
      sha256 bytea NOT NULL,
      storage_key text NOT NULL,
      filename_sealed bytea NOT NULL,
      purpose text NOT NULL,
      created_by uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT files_storage_key_once UNIQUE (storage_key),
      CONSTRAINT files_bytes_positive CHECK (bytes > 0),
      CONSTRAINT files_sha256_whole CHECK (length(sha256) = 32)
    )
  `);
  await runner.query('CREATE INDEX files_by_organisation ON files (organisation_id, id)');
  await runner.query('GRANT SELECT, INSERT ON files TO recourse_app');
}

async function dataKeys(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE data_keys (
      version integer PRIMARY KEY,
      wrapped bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT data_keys_version_in_two_bytes CHECK (version BETWEEN 0 AND 65535)
    )
  `);
  await runner.query('GRANT SELECT, INSERT ON data_keys TO recourse_app');
}
