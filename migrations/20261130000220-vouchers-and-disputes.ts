import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each by its name: what of `repayments` it holds. */
const INDEXES: Record<string, string> = {
  repayments_by_voucher: '(voucher_file_id) WHERE voucher_file_id IS NOT NULL',
  repayments_disputed: '(id) WHERE disputed_at IS NOT NULL',
};

/**
 * Finds the repayment that a voucher proves, and the repayments that were disputed. Built beside running traffic, so outside a
 * transaction; what an interrupted run left half built is built anew.
 */
export class VouchersAndDisputes20261130000220 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, definition] of Object.entries(INDEXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON repayments ${definition}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX repayments_disputed');
    await runner.query('DROP INDEX repayments_by_voucher');
  }
}
