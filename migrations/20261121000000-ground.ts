import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The role the application works under, and the versioned policy table that holds every configurable default. */
export class Ground20261121000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Roles belong to the whole server, so another database of the same server may have made it already, even this moment.
    await runner.query(`
      DO $$
      BEGIN
        CREATE ROLE recourse_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
    `);
    // PostgreSQL 16 and later give the creator of a role no right to take it on; a superuser needs none.
    await runner.query(`
      DO $$
      BEGIN
        EXECUTE format('GRANT recourse_app TO %I', current_user);
      EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN NULL;
      END $$;
    `);
    await runner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await runner.query('GRANT USAGE ON SCHEMA public TO recourse_app');
    await runner.query(`
      CREATE TABLE policies (
        name text NOT NULL,
        version integer NOT NULL,
        value jsonb NOT NULL,
        changed_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT policies_pkey PRIMARY KEY (name, version),
        CONSTRAINT policies_version_counts_up CHECK (version >= 1)
      )
    `);
    await runner.query('GRANT SELECT, INSERT ON policies TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE policies');
    await runner.query('REVOKE USAGE ON SCHEMA public FROM recourse_app');
  }
}
