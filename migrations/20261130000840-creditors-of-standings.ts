import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of one transaction: whoever changes a standing meanwhile waits for no longer than these take. */
const BATCH = 2_000;

/**
 * Fills in who was the creditor of each grab that counts in a standing; the sums follow by themselves. Each batch is committed by
 * itself, and what was filled in before an interruption stays.
 */
export class CreditorsOfStandings20261130000840 implements MigrationInterface {
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const [batch] = await runner.query(
        `WITH batch AS MATERIALIZED (
           SELECT grab_id FROM standing_grabs WHERE grab_id > $1 ORDER BY grab_id LIMIT ${BATCH}
         ), filled AS (
           UPDATE standing_grabs s SET creditor_id = g.creditor_id FROM batch b JOIN grabs g ON g.id = b.grab_id
           WHERE s.grab_id = b.grab_id AND s.creditor_id <> g.creditor_id
         )
         SELECT max(grab_id::text) AS last FROM batch`,
        [after],
      );
      // No row at all where the migrations are run on paper, to give the rights again.
      if (!batch?.last) return;
      after = batch.last;
    }
  }

  /** The column goes with the migration before. */
  async down(): Promise<void> {}
}
