import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hash of a request is keyed from now on. Those without a key are forgotten, since a debtor could be found from them by
 * trying; the answers stay, so that a request sent again has no second effect.
 */
export class KeyedRequestHashes20261130000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE idempotency_keys SET request_hash = '' WHERE request_hash <> ''`);
  }

  /** Forgotten hashes do not come back. The code before would take every repetition for a reuse, which is refused: no second effect. */
  async down(): Promise<void> {}
}
