import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, their members, sessions with refresh tokens, API keys, and the memory of failed logins. */
export class Identity20261121000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT organisations_kind_known CHECK (kind IN ('creditor','agency','law_firm','platform'))
      )
    `);
    await runner.query(`
      CREATE TABLE members (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        email text NOT NULL,
        name text NOT NULL,
        roles text[] NOT NULL,
        state text NOT NULL,
        password_hash text,
        invitation_hash bytea,
        invitation_expires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        deactivated_at timestamptz,
        CONSTRAINT members_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT members_one_per_email UNIQUE (email),
        CONSTRAINT members_email_in_lower_case CHECK (email = lower(email)),
        CONSTRAINT members_roles_known CHECK (cardinality(roles) >= 1
          AND roles <@ ARRAY['owner','operator','finance','viewer','reviewer','risk']),
        CONSTRAINT members_state_known CHECK (state IN ('invited','active','deactivated')),
        CONSTRAINT members_active_has_password CHECK (state <> 'active' OR password_hash IS NOT NULL),
        CONSTRAINT members_invited_has_invitation CHECK ((state = 'invited') = (invitation_hash IS NOT NULL)
          AND (invitation_hash IS NULL) = (invitation_expires_at IS NULL))
      )
    `);
    await runner.query('CREATE INDEX members_by_organisation ON members (organisation_id, id)');
    await runner.query('CREATE UNIQUE INDEX members_one_per_invitation ON members (invitation_hash)');
    await runner.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        member_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        refreshed_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoked_reason text,
        CONSTRAINT sessions_member_id_fk FOREIGN KEY (member_id) REFERENCES members (id),
        CONSTRAINT sessions_reason_known CHECK (revoked_reason IN
          ('logout','logout_everywhere','refresh_reused','deactivated','password_changed')),
        CONSTRAINT sessions_revoked_has_reason CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
      )
    `);
    await runner.query('CREATE INDEX sessions_by_member ON sessions (member_id, expires_at)');
    await runner.query(`
      CREATE TABLE refresh_tokens (
        token_hash bytea PRIMARY KEY,
        session_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        CONSTRAINT refresh_tokens_session_id_fk FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
      )
    `);
    await runner.query(
      'CREATE UNIQUE INDEX refresh_tokens_one_unused_per_session ON refresh_tokens (session_id) WHERE used_at IS NULL',
    );
    await runner.query('CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id)');
    await runner.query(`
      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        name text NOT NULL,
        key_hash bytea NOT NULL,
        ending text NOT NULL,
        scopes text[] NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz,
        CONSTRAINT api_keys_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT api_keys_created_by_fk FOREIGN KEY (created_by) REFERENCES members (id),
        CONSTRAINT api_keys_hash_once UNIQUE (key_hash),
        CONSTRAINT api_keys_has_scope CHECK (cardinality(scopes) >= 1)
      )
    `);
    await runner.query('CREATE INDEX api_keys_by_organisation ON api_keys (organisation_id, id)');
    await runner.query(`
      CREATE TABLE login_failures (
        subject text PRIMARY KEY,
        failures integer NOT NULL,
        last_failed_at timestamptz NOT NULL DEFAULT now(),
        blocked_until timestamptz,
        CONSTRAINT login_failures_counts CHECK (failures >= 1)
      )
    `);
    await runner.query('CREATE INDEX login_failures_by_age ON login_failures (last_failed_at)');
    await runner.query('GRANT SELECT, INSERT ON organisations TO recourse_app');
    await runner.query('GRANT UPDATE (name) ON organisations TO recourse_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON members, api_keys TO recourse_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, login_failures TO recourse_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON refresh_tokens TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE login_failures, api_keys, refresh_tokens, sessions, members, organisations');
  }
}
