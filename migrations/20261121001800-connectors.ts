import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Connections to ERPs, their runs, and what became of each document. */
export class Connectors20261121001800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erp_connections (
        id uuid PRIMARY KEY,
        creditor_id uuid NOT NULL CONSTRAINT erp_connections_creditor_id_fk REFERENCES organisations (id),
        sandbox_id uuid CONSTRAINT erp_connections_sandbox_id_fk REFERENCES sandboxes (id),
        kind text NOT NULL,
        name text NOT NULL,
        base_url text,
        credentials_sealed bytea,
        interval_minutes integer NOT NULL,
        defaults jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'active',
        error_code text,
        since text,
        faults integer NOT NULL DEFAULT 0,
        next_sync_at timestamptz,
        lease_id uuid,
        lease_until timestamptz,
        last_synced_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        CONSTRAINT erp_connections_kind_known CHECK (kind IN ('odoo','erpnext','kingdee','ubl')),
        CONSTRAINT erp_connections_state_known CHECK (state IN ('active','paused','failing')),
        CONSTRAINT erp_connections_failing_says_why CHECK (state <> 'failing' OR error_code IS NOT NULL),
        CONSTRAINT erp_connections_not_asked_too_often CHECK (interval_minutes BETWEEN 5 AND 10080),
        CONSTRAINT erp_connections_pulled_has_address
          CHECK ((kind = 'ubl') = (base_url IS NULL)
             AND (credentials_sealed IS NULL) = (kind = 'ubl' OR deleted_at IS NOT NULL)),
        CONSTRAINT erp_connections_paused_waits CHECK (state <> 'paused' OR next_sync_at IS NULL),
        CONSTRAINT erp_connections_deleted_is_over CHECK (deleted_at IS NULL OR state = 'paused'),
        CONSTRAINT erp_connections_lease_ends CHECK ((lease_id IS NULL) = (lease_until IS NULL))
      ) WITH (fillfactor = 80)
    `);
    await runner.query('CREATE INDEX erp_connections_by_creditor ON erp_connections (creditor_id, id)');
    await runner.query(
      'CREATE INDEX erp_connections_due ON erp_connections (next_sync_at) WHERE next_sync_at IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE erp_sync_runs (
        id uuid PRIMARY KEY,
        connection_id uuid NOT NULL CONSTRAINT erp_sync_runs_connection_id_fk REFERENCES erp_connections (id),
        trigger text NOT NULL,
        state text NOT NULL DEFAULT 'running',
        since text,
        next_since text,
        phase text NOT NULL DEFAULT 'changed',
        after_key text,
        documents integer NOT NULL DEFAULT 0,
        counts jsonb NOT NULL DEFAULT '{}',
        faults integer NOT NULL DEFAULT 0,
        error_code text,
        started_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT erp_sync_runs_trigger_known CHECK (trigger IN ('schedule','manual','upload')),
        CONSTRAINT erp_sync_runs_state_known CHECK (state IN ('running','completed','failed','stopped')),
        CONSTRAINT erp_sync_runs_phase_known CHECK (phase IN ('changed','recheck')),
        CONSTRAINT erp_sync_runs_finished_when_final CHECK ((state = 'running') = (finished_at IS NULL)),
        CONSTRAINT erp_sync_runs_failed_says_why CHECK (state <> 'failed' OR error_code IS NOT NULL)
      ) WITH (fillfactor = 80)
    `);
    await runner.query('CREATE INDEX erp_sync_runs_by_connection ON erp_sync_runs (connection_id, id)');
    await runner.query(
      `CREATE UNIQUE INDEX erp_sync_runs_one_running_per_connection
         ON erp_sync_runs (connection_id) WHERE state = 'running'`,
    );
    await runner.query(`
      CREATE TABLE erp_sync_rows (
        connection_id uuid NOT NULL CONSTRAINT erp_sync_rows_connection_id_fk REFERENCES erp_connections (id),
        document_key text COLLATE "C" NOT NULL,
        number text,
        outcome text NOT NULL,
        case_id uuid CONSTRAINT erp_sync_rows_case_id_fk REFERENCES cases (id),
        reasons jsonb NOT NULL DEFAULT '[]',
        recheck_on date,
        run_id uuid NOT NULL CONSTRAINT erp_sync_rows_run_id_fk REFERENCES erp_sync_runs (id),
        decided_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (connection_id, document_key),
        CONSTRAINT erp_sync_rows_outcome_known CHECK (outcome IN ('admitted','in_review','updated','unchanged','settled',
          'withdrawn','repayment_reported','rejected','skipped')),
        CONSTRAINT erp_sync_rows_reason_when_passed_over
          CHECK (outcome NOT IN ('rejected','skipped') OR jsonb_array_length(reasons) > 0)
      )
    `);
    await runner.query('CREATE INDEX erp_sync_rows_by_outcome ON erp_sync_rows (connection_id, outcome, document_key)');
    await runner.query(`
      CREATE INDEX erp_sync_rows_to_recheck ON erp_sync_rows (connection_id, document_key, recheck_on)
        WHERE recheck_on IS NOT NULL
    `);
    await runner.query('CREATE INDEX erp_sync_rows_by_case ON erp_sync_rows (case_id) WHERE case_id IS NOT NULL');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON erp_connections, erp_sync_runs, erp_sync_rows TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erp_sync_rows, erp_sync_runs, erp_connections');
  }
}
