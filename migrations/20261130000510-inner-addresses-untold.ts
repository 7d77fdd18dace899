import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of webhooks named the address inside to which a host pointed; it says now only that it was not public. */
export class InnerAddressesUntold20261130000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE webhook_attempts SET error_detail = 'ADDRESS_NOT_PUBLIC'
                         WHERE error = 'REFUSED_ADDRESS' AND error_detail LIKE '% is not a public address'`);
  }

  /** The addresses are not brought back. */
  async down(): Promise<void> {}
}
