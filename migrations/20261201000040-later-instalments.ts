import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which instalment on the case of a document is about it, when an earlier case about the document has ended. */
export class LaterInstalments20261201000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE erp_sync_rows ADD COLUMN from_due_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE erp_sync_rows DROP COLUMN from_due_on');
  }
}
