import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines of a lower amount that a creditor's books show of a held case. */
export class LinesOfRevisions20261201000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE case_revisions ADD COLUMN lines jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE case_revisions DROP COLUMN lines');
  }
}
