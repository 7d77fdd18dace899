import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sandboxes: groups of test organisations that see each other and nothing live. */
export class Sandboxes20261121001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sandboxes (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL CONSTRAINT sandboxes_owner_id_fk REFERENCES organisations (id),
        name text NOT NULL,
        advanced_seconds bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        CONSTRAINT sandboxes_clock_goes_forward CHECK (advanced_seconds >= 0)
      )
    `);
    await runner.query('CREATE INDEX sandboxes_of_owner ON sandboxes (owner_id, id)');
    await runner.query(
      'ALTER TABLE organisations ADD COLUMN sandbox_id uuid CONSTRAINT organisations_sandbox_id_fk REFERENCES sandboxes (id)',
    );
    await runner.query(
      'CREATE INDEX organisations_of_sandbox ON organisations (sandbox_id) WHERE sandbox_id IS NOT NULL',
    );
    await runner.query('GRANT SELECT, INSERT, UPDATE ON sandboxes TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisations DROP COLUMN sandbox_id');
    await runner.query('DROP TABLE sandboxes');
  }
}
