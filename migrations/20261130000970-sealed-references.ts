import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reporter's reference and the name of a file that was sent in are sealed from now on: equal references are found by a keyed
 * index, a file by a keyed digest of its name. What was stored in clear is sealed by `npm run seal-texts`, for which a migration has no
 * keys. The unique index of before stays, for processes of before and for rows that are not sealed yet.
 */
export class SealedReferences20261130000970 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET lock_timeout = '5s'`);
    try {
      await runner.query('ALTER TABLE repayments ADD COLUMN IF NOT EXISTS external_ref_index bytea');
      await runner.query('ALTER TABLE erp_sync_rows ADD COLUMN IF NOT EXISTS file_name text');
    } finally {
      await runner.query('RESET lock_timeout');
    }
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS repayments_once_per_sealed_ref');
    await runner.query(`
      CREATE UNIQUE INDEX CONCURRENTLY repayments_once_per_sealed_ref
      ON repayments (case_id, reporter_id, external_ref_index)
      WHERE external_ref_index IS NOT NULL AND state <> 'rejected'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP INDEX repayments_once_per_sealed_ref');
    await runner.query('ALTER TABLE repayments DROP COLUMN external_ref_index');
    await runner.query('ALTER TABLE erp_sync_rows DROP COLUMN file_name');
  }
}
