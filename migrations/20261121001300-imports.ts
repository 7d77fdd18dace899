import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workbooks and NDJSON beside CSV and JSON, batches that are only tried, and batches that follow their creditor's books. */
export class Imports20261121001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_batches
        ADD COLUMN mode text NOT NULL DEFAULT 'create',
        ADD COLUMN dry_run boolean NOT NULL DEFAULT false,
        ADD COLUMN dry_run_of uuid,
        ADD COLUMN sandbox_id uuid,
        ADD COLUMN updated_rows integer NOT NULL DEFAULT 0,
        ADD COLUMN unchanged_rows integer NOT NULL DEFAULT 0,
        ADD COLUMN settled_rows integer NOT NULL DEFAULT 0,
        ADD COLUMN withdrawn_rows integer NOT NULL DEFAULT 0,
        ADD COLUMN repayment_rows integer NOT NULL DEFAULT 0,
        DROP CONSTRAINT case_batches_format_known,
        DROP CONSTRAINT case_batches_counts_add_up,
        ADD CONSTRAINT case_batches_format_known CHECK (format IN ('csv','json','xlsx','ndjson')),
        ADD CONSTRAINT case_batches_mode_known CHECK (mode IN ('create','upsert')),
        ADD CONSTRAINT case_batches_counts_add_up
          CHECK (admitted_rows + in_review_rows + duplicate_rows + rejected_rows + updated_rows + unchanged_rows
            + settled_rows + withdrawn_rows + repayment_rows = processed_rows),
        ADD CONSTRAINT case_batches_carried_out_for_real CHECK (dry_run_of IS NULL OR NOT dry_run),
        ADD CONSTRAINT case_batches_sandbox_id_fk FOREIGN KEY (sandbox_id) REFERENCES sandboxes (id),
        ADD CONSTRAINT case_batches_dry_run_of_fk FOREIGN KEY (dry_run_of) REFERENCES case_batches (id)
    `);
    await runner.query(
      'CREATE UNIQUE INDEX case_batches_carried_out_once ON case_batches (dry_run_of) WHERE dry_run_of IS NOT NULL',
    );
    await runner.query(`
      ALTER TABLE case_batch_rows
        ADD COLUMN dry_run boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT case_batch_rows_outcome_known,
        DROP CONSTRAINT case_batch_rows_case_unless_rejected,
        ADD CONSTRAINT case_batch_rows_outcome_known CHECK (outcome IN ('admitted','in_review','duplicate','rejected',
          'updated','unchanged','settled','withdrawn','repayment_reported')),
        ADD CONSTRAINT case_batch_rows_case_unless_rejected CHECK (dry_run OR outcome IN ('rejected','unchanged') OR case_id IS NOT NULL)
    `);
    await runner.query(
      'CREATE INDEX case_batch_rows_by_reference ON case_batch_rows (batch_id, external_ref) WHERE dry_run',
    );
  }

  /** Refuses while there is a batch that only this version understands: its rows would be nobody's. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_batch_rows_by_reference');
    await runner.query(`
      ALTER TABLE case_batch_rows
        DROP CONSTRAINT case_batch_rows_case_unless_rejected,
        DROP CONSTRAINT case_batch_rows_outcome_known,
        ADD CONSTRAINT case_batch_rows_outcome_known CHECK (outcome IN ('admitted','in_review','duplicate','rejected')),
        ADD CONSTRAINT case_batch_rows_case_unless_rejected CHECK ((outcome = 'rejected') = (case_id IS NULL)),
        DROP COLUMN dry_run
    `);
    await runner.query('DROP INDEX case_batches_carried_out_once');
    await runner.query(`
      ALTER TABLE case_batches
        DROP CONSTRAINT case_batches_dry_run_of_fk,
        DROP CONSTRAINT case_batches_sandbox_id_fk,
        DROP CONSTRAINT case_batches_carried_out_for_real,
        DROP CONSTRAINT case_batches_counts_add_up,
        DROP CONSTRAINT case_batches_mode_known,
        DROP CONSTRAINT case_batches_format_known,
        ADD CONSTRAINT case_batches_format_known CHECK (format IN ('csv','json')),
        ADD CONSTRAINT case_batches_counts_add_up
          CHECK (admitted_rows + in_review_rows + duplicate_rows + rejected_rows = processed_rows),
        DROP COLUMN repayment_rows,
        DROP COLUMN withdrawn_rows,
        DROP COLUMN settled_rows,
        DROP COLUMN unchanged_rows,
        DROP COLUMN updated_rows,
        DROP COLUMN sandbox_id,
        DROP COLUMN dry_run_of,
        DROP COLUMN dry_run,
        DROP COLUMN mode
    `);
  }
}
