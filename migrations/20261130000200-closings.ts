import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A holder proposes to close a case, and its creditor answers; the platform can freeze a held case. All columns are empty on
 * the rows there are, so the check need not read them (NOT VALID) while the table is locked.
 */
export class Closings20261130000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query(`
      ALTER TABLE grabs
        ADD COLUMN close_code text,
        ADD COLUMN close_proposed_at timestamptz,
        ADD COLUMN close_by timestamptz,
        ADD COLUMN close_declined_at timestamptz,
        ADD COLUMN frozen_at timestamptz,
        ADD CONSTRAINT grabs_close_proposed_whole CHECK (num_nonnulls(close_code, close_proposed_at, close_by) IN (0, 3)) NOT VALID
    `);
    await runner.query(
      `CREATE INDEX grabs_closing ON grabs (close_by) WHERE state = 'active' AND close_by IS NOT NULL`,
    );
    await runner.query(`SET LOCAL lock_timeout = DEFAULT`);
  }

  /** A grab whose close was proposed stays active: its case is closed by nobody. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query('DROP INDEX grabs_closing');
    await runner.query(`
      ALTER TABLE grabs DROP COLUMN frozen_at, DROP COLUMN close_declined_at, DROP COLUMN close_by,
        DROP COLUMN close_proposed_at, DROP COLUMN close_code
    `);
    await runner.query(`SET LOCAL lock_timeout = DEFAULT`);
  }
}
