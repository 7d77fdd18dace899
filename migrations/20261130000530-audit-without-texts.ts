import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTS = ['repayment.reject', 'repayment.dispute', 'repayment.reverse', 'case.admit'];

/** What people wrote stands, sealed, beside what it is about; the audit keeps the act. The texts copied there are taken out once. */
export class AuditWithoutTexts20261130000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query('ALTER TABLE audit_records DISABLE TRIGGER audit_records_append_only');
    await runner.query(`UPDATE audit_records SET facts = facts - 'reason' WHERE act = ANY ($1) AND facts ? 'reason'`, [
      ACTS,
    ]);
    await runner.query('ALTER TABLE audit_records ENABLE TRIGGER audit_records_append_only');
  }

  /** The copies are not brought back; the texts themselves are where they were. */
  async down(): Promise<void> {}
}
