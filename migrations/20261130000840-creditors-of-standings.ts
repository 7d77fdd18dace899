import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fills in who was the creditor of each grab that counts in a standing; the sums follow by themselves. Nobody waits for it. */
export class CreditorsOfStandings20261130000840 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE standing_grabs s SET creditor_id = g.creditor_id FROM grabs g WHERE g.id = s.grab_id AND s.creditor_id <> g.creditor_id
    `);
  }

  /** The column goes with the migration before. */
  async down(): Promise<void> {}
}
