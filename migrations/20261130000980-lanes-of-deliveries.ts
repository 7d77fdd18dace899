import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Four cursors instead of one: each queues the events for a quarter of the organisations. The first keeps its name, so that a process
 * of the release before goes on with it; what it and the others queue twice is one delivery.
 */
export class LanesOfDeliveries20261130000980 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE webhook_cursors ADD COLUMN lane smallint NOT NULL DEFAULT 0');
    await runner.query(`
      INSERT INTO webhook_cursors (name, position, lane)
      SELECT 'feed:' || n, position, n FROM webhook_cursors, generate_series(1, 3) AS n WHERE name = 'feed'
    `);
  }

  /** The one cursor starts where the last of them was; what was queued beyond stays one delivery. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`
      UPDATE webhook_cursors SET position = (SELECT min(position) FROM webhook_cursors) WHERE name = 'feed'
    `);
    await runner.query(`DELETE FROM webhook_cursors WHERE name <> 'feed'`);
    await runner.query('ALTER TABLE webhook_cursors DROP COLUMN lane');
  }
}
