import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The month in China that an entry counts for, as the repository writes it. */
const MONTH = `(date_trunc('month', occurred_at AT TIME ZONE 'UTC' + interval '8 hours')::date)`;

/**
 * Entries are read by the month of an account, in the order of their numbers: a page of them is then a walk along this index. In
 * place of the index by time, since a booking should not have to write both. Built beside running traffic, so outside a transaction.
 */
export class LedgerEntriesByMonth20261130000930 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS ledger_entries_by_month');
    await runner.query(
      `CREATE INDEX CONCURRENTLY ledger_entries_by_month ON ledger_entries (account_id, ${MONTH}, seq)`,
    );
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS ledger_entries_by_account');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Steps back are taken in a transaction.
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('CREATE INDEX ledger_entries_by_account ON ledger_entries (account_id, occurred_at, seq)');
    await runner.query('DROP INDEX ledger_entries_by_month');
  }
}
