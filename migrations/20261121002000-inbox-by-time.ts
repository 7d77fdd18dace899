import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The oldest entries of the inbox are removed a few at a time: in their order, which a BRIN index cannot give. */
export class InboxByTime20261121002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX inbox_by_time');
    await runner.query('CREATE INDEX inbox_by_time ON inbox (handled_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX inbox_by_time');
    await runner.query('CREATE INDEX inbox_by_time ON inbox USING brin (handled_at)');
  }
}
