import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Batches of cases from ERPs, and what became of each of their rows. */
export class Intake20261121000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_batches (
        id uuid PRIMARY KEY,
        creditor_id uuid NOT NULL,
        member_id uuid,
        state text NOT NULL,
        format text NOT NULL,
        encoding text NOT NULL,
        file_id uuid NOT NULL,
        defaults jsonb NOT NULL DEFAULT '{}',
        unknown_columns text[] NOT NULL DEFAULT '{}',
        total_rows integer NOT NULL,
        cursor integer NOT NULL DEFAULT 0,
        processed_rows integer NOT NULL DEFAULT 0,
        admitted_rows integer NOT NULL DEFAULT 0,
        in_review_rows integer NOT NULL DEFAULT 0,
        duplicate_rows integer NOT NULL DEFAULT 0,
        rejected_rows integer NOT NULL DEFAULT 0,
        failure_code text,
        stalls integer NOT NULL DEFAULT 0,
        touched_at timestamptz,
        started_at timestamptz,
        finished_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT case_batches_creditor_id_fk FOREIGN KEY (creditor_id) REFERENCES organisations (id),
        CONSTRAINT case_batches_file_id_fk FOREIGN KEY (file_id) REFERENCES files (id),
        CONSTRAINT case_batches_state_known CHECK (state IN ('received','processing','completed','failed','cancelled')),
        CONSTRAINT case_batches_format_known CHECK (format IN ('csv','json')),
        CONSTRAINT case_batches_counts_add_up
          CHECK (admitted_rows + in_review_rows + duplicate_rows + rejected_rows = processed_rows),
        CONSTRAINT case_batches_processed_within_total CHECK (processed_rows BETWEEN 0 AND total_rows),
        CONSTRAINT case_batches_complete_when_completed CHECK (state <> 'completed' OR processed_rows = total_rows),
        CONSTRAINT case_batches_finished_when_final
          CHECK ((state IN ('completed','failed','cancelled')) = (finished_at IS NOT NULL))
      ) WITH (fillfactor = 70)
    `);
    await runner.query('CREATE INDEX case_batches_by_creditor ON case_batches (creditor_id, id)');
    await runner.query(`CREATE INDEX case_batches_to_do ON case_batches (id) WHERE state IN ('received','processing')`);
    await runner.query(`
      CREATE TABLE case_batch_rows (
        batch_id uuid NOT NULL,
        row_number integer NOT NULL,
        external_ref text,
        outcome text NOT NULL,
        case_id uuid,
        reasons jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (batch_id, row_number),
        CONSTRAINT case_batch_rows_batch_id_fk FOREIGN KEY (batch_id) REFERENCES case_batches (id),
        CONSTRAINT case_batch_rows_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT case_batch_rows_outcome_known CHECK (outcome IN ('admitted','in_review','duplicate','rejected')),
        CONSTRAINT case_batch_rows_case_unless_rejected CHECK ((outcome = 'rejected') = (case_id IS NULL)),
        CONSTRAINT case_batch_rows_reason_when_rejected CHECK (outcome <> 'rejected' OR jsonb_array_length(reasons) > 0)
      )
    `);
    await runner.query('CREATE INDEX case_batch_rows_by_outcome ON case_batch_rows (batch_id, outcome, row_number)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON case_batches TO recourse_app');
    await runner.query('GRANT SELECT, INSERT ON case_batch_rows TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_batch_rows, case_batches');
  }
}
