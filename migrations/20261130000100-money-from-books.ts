import type { MigrationInterface, QueryRunner } from 'typeorm';

const UNIQUE_VIOLATION = '23505';
const MOST_TRIES = 5;

/**
 * Money that creditors' books show: what they showed last, how a repayment follows from it, and lower amounts that wait for
 * consent. Every step can be repeated after an interrupted run.
 */
export class MoneyFromBooks20261130000100 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await inTransaction(runner, () => this.columns(runner));
    for (let tries = 1; !(await this.oncePerVoucher(runner)); tries += 1) {
      if (tries === MOST_TRIES)
        throw new Error('one voucher goes on being reported twice: migrate again at a calmer time');
    }
    await inTransaction(runner, () => this.revisions(runner));
  }

  private async columns(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE cases ADD COLUMN IF NOT EXISTS books_paid_fen bigint, ADD COLUMN IF NOT EXISTS books_source text',
    );
    await runner.query(`
      ALTER TABLE repayments
        ADD COLUMN IF NOT EXISTS not_duplicate_because text,
        ADD COLUMN IF NOT EXISTS books_paid_before_fen bigint,
        ADD COLUMN IF NOT EXISTS books_paid_now_fen bigint,
        DROP CONSTRAINT IF EXISTS repayments_within_the_rise_of_the_books,
        ADD CONSTRAINT repayments_within_the_rise_of_the_books CHECK (
          (books_paid_before_fen IS NULL) = (books_paid_now_fen IS NULL)
          AND (books_paid_now_fen IS NULL OR amount_fen <= books_paid_now_fen - books_paid_before_fen)) NOT VALID
    `);
  }

  /** Built beside running traffic. False when a voucher was reported again meanwhile by a process of the former version. */
  private async oncePerVoucher(runner: QueryRunner): Promise<boolean> {
    // What one voucher proved several times so far keeps standing, with the reason that it is older than the rule.
    await runner.query(`
      UPDATE repayments r SET not_duplicate_because = 'reported before one voucher proved one repayment'
      WHERE r.voucher_file_id IS NOT NULL AND r.not_duplicate_because IS NULL AND r.state IN ('reported', 'confirmed') AND EXISTS (
        SELECT 1 FROM repayments e
        WHERE e.voucher_file_id = r.voucher_file_id AND e.id < r.id AND e.state IN ('reported', 'confirmed'))
    `);
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS repayments_once_per_voucher');
    try {
      await runner.query(`
        CREATE UNIQUE INDEX CONCURRENTLY repayments_once_per_voucher ON repayments (voucher_file_id)
        WHERE voucher_file_id IS NOT NULL AND not_duplicate_because IS NULL AND state IN ('reported', 'confirmed')
      `);
      return true;
    } catch (error) {
      if ((error as { driverError?: { code?: string } }).driverError?.code !== UNIQUE_VIOLATION) throw error;
      return false;
    }
  }

  private async revisions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS case_revisions (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        creditor_id uuid NOT NULL,
        batch_id uuid,
        state text NOT NULL,
        from_fen bigint NOT NULL,
        principal_fen bigint NOT NULL,
        penalty_fen bigint NOT NULL,
        paid_fen bigint NOT NULL,
        outstanding_fen bigint NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        decided_by uuid,
        decline_reason text,
        CONSTRAINT case_revisions_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT case_revisions_creditor_id_fk FOREIGN KEY (creditor_id) REFERENCES organisations (id),
        CONSTRAINT case_revisions_batch_id_fk FOREIGN KEY (batch_id) REFERENCES case_batches (id),
        CONSTRAINT case_revisions_state_known CHECK (state IN ('pending','confirmed','declined','lapsed')),
        CONSTRAINT case_revisions_only_lower CHECK (outstanding_fen > 0 AND outstanding_fen < from_fen),
        CONSTRAINT case_revisions_amounts_agree CHECK (principal_fen + penalty_fen - paid_fen = outstanding_fen),
        CONSTRAINT case_revisions_decided_has_a_time CHECK ((state = 'pending') = (decided_at IS NULL)),
        CONSTRAINT case_revisions_declined_has_a_reason CHECK ((state = 'declined') = (decline_reason IS NOT NULL))
      )
    `);
    await runner.query(
      `CREATE UNIQUE INDEX IF NOT EXISTS case_revisions_one_pending ON case_revisions (case_id) WHERE state = 'pending'`,
    );
    await runner.query('CREATE INDEX IF NOT EXISTS case_revisions_by_case ON case_revisions (case_id, id)');
    await runner.query('CREATE INDEX IF NOT EXISTS case_revisions_by_creditor ON case_revisions (creditor_id, id)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON case_revisions TO recourse_app');
    await this.outcomes(runner, `,'revision_pending'`, ' + revision_rows');
  }

  /** What waited for consent is told as unchanged: that is what the former version would have to do with it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query(`UPDATE case_batch_rows SET outcome = 'unchanged' WHERE outcome = 'revision_pending'`);
    await runner.query(`UPDATE erp_sync_rows SET outcome = 'unchanged' WHERE outcome = 'revision_pending'`);
    await this.outcomes(runner, '', '');
    await runner.query('DROP TABLE case_revisions');
    await runner.query('DROP INDEX repayments_once_per_voucher');
    await runner.query(`
      ALTER TABLE repayments
        DROP CONSTRAINT repayments_within_the_rise_of_the_books,
        DROP COLUMN books_paid_now_fen,
        DROP COLUMN books_paid_before_fen,
        DROP COLUMN not_duplicate_because
    `);
    await runner.query('ALTER TABLE cases DROP COLUMN books_source, DROP COLUMN books_paid_fen');
  }

  /** Rows written before satisfy the narrower rules, so nothing has to be read again under the lock. */
  private async outcomes(runner: QueryRunner, word: string, count: string): Promise<void> {
    await runner.query('ALTER TABLE case_batches DROP CONSTRAINT case_batches_counts_add_up');
    if (count === '') {
      await runner.query(
        'UPDATE case_batches SET unchanged_rows = unchanged_rows + revision_rows WHERE revision_rows > 0',
      );
      await runner.query('ALTER TABLE case_batches DROP COLUMN revision_rows');
    } else
      await runner.query('ALTER TABLE case_batches ADD COLUMN IF NOT EXISTS revision_rows integer NOT NULL DEFAULT 0');
    await runner.query(`
      ALTER TABLE case_batches ADD CONSTRAINT case_batches_counts_add_up
        CHECK (admitted_rows + in_review_rows + duplicate_rows + rejected_rows + updated_rows + unchanged_rows
          + settled_rows + withdrawn_rows + repayment_rows${count} = processed_rows) NOT VALID
    `);
    await runner.query(`
      ALTER TABLE case_batch_rows
        DROP CONSTRAINT case_batch_rows_outcome_known,
        ADD CONSTRAINT case_batch_rows_outcome_known CHECK (outcome IN ('admitted','in_review','duplicate','rejected',
          'updated','unchanged','settled','withdrawn','repayment_reported'${word})) NOT VALID
    `);
    await runner.query(`
      ALTER TABLE erp_sync_rows
        DROP CONSTRAINT erp_sync_rows_outcome_known,
        ADD CONSTRAINT erp_sync_rows_outcome_known CHECK (outcome IN ('admitted','in_review','updated','unchanged','settled',
          'withdrawn','repayment_reported','rejected','skipped'${word})) NOT VALID
    `);
  }
}

/** One step that happens as a whole or not at all. */
async function inTransaction(runner: QueryRunner, step: () => Promise<void>): Promise<void> {
  await runner.startTransaction();
  try {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await step();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
