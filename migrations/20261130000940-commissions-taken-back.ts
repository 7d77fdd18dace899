import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A month's statement asks for what was taken back in it: rare, and without these only found by reading a party's whole history. */
const INDEXES = {
  commissions_taken_back_of_provider: 'provider_id',
  commissions_taken_back_of_creditor: 'creditor_id',
};

/** Built beside running traffic, so outside a transaction. */
export class CommissionsTakenBack20261130000940 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, party] of Object.entries(INDEXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(
        `CREATE INDEX CONCURRENTLY ${name} ON commissions (${party}, reversed_at) WHERE reversed_at IS NOT NULL`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    // Steps back are taken in a transaction.
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`DROP INDEX ${Object.keys(INDEXES).join(', ')}`);
  }
}
