import type { MigrationInterface, QueryRunner } from 'typeorm';
import { HELD, sums } from './20261201000080-holds-given-back.js';

/**
 * The days on which a case stood still through no fault of its holder do not count as held. Freezes that are over already left no trace
 * of how long they were; what was charged for them stays.
 */
export class DaysThatStoodStill20261202000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const table of ['grabs', 'standing_grabs']) {
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN spared_seconds integer NOT NULL DEFAULT 0, ADD COLUMN spared_since timestamptz
      `);
    }
    await sums(runner, `${HELD} - make_interval(secs => f.spared_seconds)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await sums(runner);
    for (const table of ['standing_grabs', 'grabs']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN spared_seconds, DROP COLUMN spared_since`);
    }
  }
}
