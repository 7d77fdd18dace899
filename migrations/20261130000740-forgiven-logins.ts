import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A count of failed logins may go back to none, so that tries forgiven at the same time leave nothing behind. */
export class ForgivenLogins20261130000740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE login_failures DROP CONSTRAINT login_failures_counts');
    await runner.query(
      'ALTER TABLE login_failures ADD CONSTRAINT login_failures_counts CHECK (failures >= 0) NOT VALID',
    );
    await runner.query('ALTER TABLE login_failures VALIDATE CONSTRAINT login_failures_counts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM login_failures WHERE failures = 0');
    await runner.query('ALTER TABLE login_failures DROP CONSTRAINT login_failures_counts');
    await runner.query('ALTER TABLE login_failures ADD CONSTRAINT login_failures_counts CHECK (failures >= 1)');
  }
}
