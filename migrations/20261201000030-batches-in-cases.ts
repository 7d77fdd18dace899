import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the rows of a batch make cases, and which sheets of its workbook were not read. */
export class BatchesInCases20261201000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`ALTER TABLE case_batches ADD COLUMN grouping text NOT NULL DEFAULT 'document'
      CONSTRAINT case_batches_grouping_known CHECK (grouping IN ('document', 'debtor'))`);
    await runner.query('ALTER TABLE case_batches ADD COLUMN in_groups boolean NOT NULL DEFAULT false');
    await runner.query(`ALTER TABLE case_batches ADD COLUMN unread_sheets text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(
      'ALTER TABLE case_batches DROP COLUMN unread_sheets, DROP COLUMN in_groups, DROP COLUMN grouping',
    );
  }
}
