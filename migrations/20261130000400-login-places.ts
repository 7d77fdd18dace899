import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From where each account was logged in, hashed. What was counted per account alone is forgotten: it is counted per address now. */
export class LoginPlaces20261130000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE login_places (
        account text NOT NULL,
        place text NOT NULL,
        last_login_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT login_places_pk PRIMARY KEY (account, place)
      )
    `);
    await runner.query('CREATE INDEX login_places_by_age ON login_places (last_login_at)');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON login_places TO recourse_app');
    await runner.query(`DELETE FROM login_failures WHERE subject LIKE 'account:%'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE login_places');
  }
}
