import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The oldest entries of the inbox are removed a few at a time: in their order, which a BRIN index cannot give. Built beside
 * running traffic, so outside a transaction.
 */
export class InboxByTime20261121002000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS inbox_by_time');
    await runner.query('CREATE INDEX CONCURRENTLY inbox_by_time ON inbox (handled_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX inbox_by_time');
    await runner.query('CREATE INDEX inbox_by_time ON inbox USING brin (handled_at)');
  }
}
