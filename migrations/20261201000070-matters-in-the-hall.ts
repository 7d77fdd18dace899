import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a listed case is about, so that law firms see which cases they may take. A column without a default rewrites nothing. */
export class MattersInTheHall20261201000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE hall_listings ADD COLUMN matter text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE hall_listings DROP COLUMN matter');
  }
}
