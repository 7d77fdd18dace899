import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the repayment that a voucher proves, and the repayments that were disputed. */
export class VouchersAndDisputes20261130000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query(
      'CREATE INDEX repayments_by_voucher ON repayments (voucher_file_id) WHERE voucher_file_id IS NOT NULL',
    );
    await runner.query('CREATE INDEX repayments_disputed ON repayments (id) WHERE disputed_at IS NOT NULL');
    await runner.query(`SET LOCAL lock_timeout = DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX repayments_disputed');
    await runner.query('DROP INDEX repayments_by_voucher');
  }
}
