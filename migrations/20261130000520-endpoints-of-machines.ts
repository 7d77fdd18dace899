import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which webhook endpoints machines made: a machine changes the secrets of these alone. The audit knows it of the earlier ones. */
export class EndpointsOfMachines20261130000520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query('ALTER TABLE webhook_endpoints ADD COLUMN made_by_machine boolean NOT NULL DEFAULT false');
    await runner.query(`
      UPDATE webhook_endpoints e SET made_by_machine = true
        FROM audit_records a
       WHERE a.subject_kind = 'webhook_endpoint' AND a.subject_id = e.id AND a.act = 'webhook-endpoint.create'
         AND coalesce(a.api_key_id, a.oauth_client_id) IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query('ALTER TABLE webhook_endpoints DROP COLUMN made_by_machine');
  }
}
