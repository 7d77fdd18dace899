import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followGrabs } from './20261130000720-standing-sums.js';

/** Stands for the creditor of a grab that was recorded before creditors were. */
const UNKNOWN = '00000000-0000-0000-0000-000000000000';

const SUMS = 'completed_cases, claimed_fen, expected_fen, expected_squared, recovered_fen, repaid_fen, repaid_fen_days';

/** The sums of a provider are kept by creditor, so that no single creditor decides about its standing. */
export class StandingByCreditor20261130000830 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const table of ['standing_grabs', 'standing_sums']) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN creditor_id uuid NOT NULL DEFAULT '${UNKNOWN}'`);
    }
    await runner.query(`
      ALTER TABLE standing_sums DROP CONSTRAINT standing_sums_pkey, ADD PRIMARY KEY (provider_id, creditor_id)
    `);
    await followGrabs(runner, 'provider_id, creditor_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`
      CREATE TEMPORARY TABLE sums_by_provider ON COMMIT DROP AS
      SELECT provider_id, ${SUMS.split(', ')
        .map((column) => `sum(${column}) AS ${column}`)
        .join(', ')} FROM standing_sums GROUP BY provider_id
    `);
    await runner.query('DELETE FROM standing_sums');
    await followGrabs(runner, 'provider_id');
    await runner.query('ALTER TABLE standing_grabs DROP COLUMN creditor_id');
    await runner.query('ALTER TABLE standing_sums DROP COLUMN creditor_id, ADD PRIMARY KEY (provider_id)');
    await runner.query(
      `INSERT INTO standing_sums (provider_id, ${SUMS}) SELECT provider_id, ${SUMS} FROM sums_by_provider`,
    );
  }
}
