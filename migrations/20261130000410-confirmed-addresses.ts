import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An address belongs to the member who confirmed it, not to whoever named it first. Those who log in with theirs today have.
 * Also the tokens that are sent by mail to members who have joined already.
 */
export class ConfirmedAddresses20261130000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query('ALTER TABLE members ADD COLUMN email_confirmed_at timestamptz');
    await runner.query(`UPDATE members SET email_confirmed_at = created_at WHERE state = 'active'`);
    await runner.query(
      'CREATE UNIQUE INDEX members_one_confirmed_per_email ON members (email) WHERE email_confirmed_at IS NOT NULL',
    );
    await runner.query('CREATE UNIQUE INDEX members_one_per_email_of_organisation ON members (organisation_id, email)');
    await runner.query('ALTER TABLE members DROP CONSTRAINT members_one_per_email');
    await runner.query(`
      ALTER TABLE members ADD CONSTRAINT members_active_alone_is_confirmed
        CHECK (email_confirmed_at IS NULL OR state = 'active')
    `);
    await runner.query(`
      CREATE TABLE mail_tokens (
        token_hash bytea PRIMARY KEY,
        member_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT mail_tokens_member_id_fk FOREIGN KEY (member_id) REFERENCES members (id)
      )
    `);
    await runner.query('CREATE UNIQUE INDEX mail_tokens_one_per_member ON mail_tokens (member_id)');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON mail_tokens TO recourse_app');
  }

  /** Where several named one address, the member who confirmed it keeps it, else the first; the others get another one. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    await runner.query('DROP TABLE mail_tokens');
    await runner.query('ALTER TABLE members DROP CONSTRAINT members_active_alone_is_confirmed');
    await runner.query('DROP INDEX members_one_confirmed_per_email, members_one_per_email_of_organisation');
    await runner.query(`
      UPDATE members m SET email = m.id::text || '+' || m.email
        FROM (SELECT id, row_number() OVER (PARTITION BY email ORDER BY email_confirmed_at NULLS LAST, id) AS nth FROM members) r
       WHERE r.id = m.id AND r.nth > 1
    `);
    await runner.query('ALTER TABLE members ADD CONSTRAINT members_one_per_email UNIQUE (email)');
    await runner.query('ALTER TABLE members DROP COLUMN email_confirmed_at');
  }
}
