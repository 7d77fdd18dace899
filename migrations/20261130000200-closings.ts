import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A holder proposes to close a case, and its creditor answers; the platform can freeze a held case. All columns are empty on
 * the rows there are, so the check need not read them (NOT VALID) while the table is locked. The index is built beside running
 * traffic, so outside a transaction.
 */
export class Closings20261130000200 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET lock_timeout = '10s'`);
    try {
      // One statement: an interrupted run leaves all of it or nothing, and can be repeated.
      await runner.query(`
        ALTER TABLE grabs
          ADD COLUMN IF NOT EXISTS close_code text,
          ADD COLUMN IF NOT EXISTS close_proposed_at timestamptz,
          ADD COLUMN IF NOT EXISTS close_by timestamptz,
          ADD COLUMN IF NOT EXISTS close_declined_at timestamptz,
          ADD COLUMN IF NOT EXISTS frozen_at timestamptz,
          DROP CONSTRAINT IF EXISTS grabs_close_proposed_whole,
          ADD CONSTRAINT grabs_close_proposed_whole CHECK (num_nonnulls(close_code, close_proposed_at, close_by) IN (0, 3)) NOT VALID
      `);
    } finally {
      await runner.query('RESET lock_timeout');
    }
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS grabs_closing');
    await runner.query(
      `CREATE INDEX CONCURRENTLY grabs_closing ON grabs (close_by) WHERE state = 'active' AND close_by IS NOT NULL`,
    );
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
