import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organisation is warned once before its approval ends. */
export class ExpiryWarnings20261130000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query('ALTER TABLE verification_applications ADD COLUMN expiry_warned_at timestamptz');
    await runner.query(`
      CREATE INDEX verification_to_warn ON verification_applications (valid_until)
      WHERE state = 'approved' AND expiry_warned_at IS NULL
    `);
    await runner.query(`SET LOCAL lock_timeout = DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX verification_to_warn');
    await runner.query('ALTER TABLE verification_applications DROP COLUMN expiry_warned_at');
  }
}
