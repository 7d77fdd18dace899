import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a process compare the schema with its build: a probe must not need the owner's login. */
export class SchemaSeen20261130000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT ON schema_migrations TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT ON schema_migrations FROM recourse_app');
  }
}
