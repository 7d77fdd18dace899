import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API keys that rotate and know their addresses; OAuth clients with their secrets, public keys and used assertions. */
export class MachineAccess20261121001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE api_keys
        ADD COLUMN addresses text[] NOT NULL DEFAULT '{}',
        ADD COLUMN replaces_id uuid,
        ADD COLUMN last_used_from text,
        ADD CONSTRAINT api_keys_replaces_id_fk FOREIGN KEY (replaces_id) REFERENCES api_keys (id),
        ADD CONSTRAINT api_keys_replaced_once UNIQUE (replaces_id),
        ADD CONSTRAINT api_keys_few_addresses CHECK (cardinality(addresses) <= 50)
    `);
    await runner.query('ALTER TABLE audit_records ADD COLUMN oauth_client_id uuid');
    await runner.query(`
      CREATE TABLE oauth_clients (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        name text NOT NULL,
        auth_method text NOT NULL,
        scopes text[] NOT NULL,
        addresses text[] NOT NULL DEFAULT '{}',
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        last_used_at timestamptz,
        last_used_from text,
        CONSTRAINT oauth_clients_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT oauth_clients_created_by_fk FOREIGN KEY (created_by) REFERENCES members (id),
        CONSTRAINT oauth_clients_auth_method_known
          CHECK (auth_method IN ('private_key_jwt','client_secret_basic','client_secret_post')),
        CONSTRAINT oauth_clients_has_scope CHECK (cardinality(scopes) >= 1),
        CONSTRAINT oauth_clients_few_addresses CHECK (cardinality(addresses) <= 50)
      )
    `);
    await runner.query('CREATE INDEX oauth_clients_by_organisation ON oauth_clients (organisation_id, id)');
    await runner.query(`
      CREATE TABLE oauth_client_secrets (
        id uuid PRIMARY KEY,
        client_id uuid NOT NULL,
        secret_hash bytea NOT NULL,
        ending text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        CONSTRAINT oauth_client_secrets_client_id_fk FOREIGN KEY (client_id) REFERENCES oauth_clients (id)
      )
    `);
    await runner.query('CREATE INDEX oauth_client_secrets_by_client ON oauth_client_secrets (client_id, id)');
    await runner.query(`
      CREATE TABLE oauth_client_keys (
        id uuid PRIMARY KEY,
        client_id uuid NOT NULL,
        kid text NOT NULL,
        jwk jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT oauth_client_keys_client_id_fk FOREIGN KEY (client_id) REFERENCES oauth_clients (id),
        CONSTRAINT oauth_client_keys_one_per_kid UNIQUE (client_id, kid),
        CONSTRAINT oauth_client_keys_are_public CHECK (NOT jwk ?| ARRAY['d','p','q','dp','dq','qi','oth','k'])
      )
    `);
    // An assertion's id, hashed, until the assertion is over: the primary key is what makes each good for once.
    await runner.query(`
      CREATE TABLE oauth_assertions (
        client_id uuid NOT NULL,
        jti_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT oauth_assertions_work_once PRIMARY KEY (client_id, jti_hash),
        CONSTRAINT oauth_assertions_client_id_fk FOREIGN KEY (client_id) REFERENCES oauth_clients (id)
      )
    `);
    await runner.query('CREATE INDEX oauth_assertions_by_age ON oauth_assertions (expires_at)');
    await runner.query(`
      CREATE TABLE oauth_revoked_tokens (
        token_id uuid PRIMARY KEY,
        expires_at timestamptz NOT NULL
      )
    `);
    await runner.query('CREATE INDEX oauth_revoked_tokens_by_age ON oauth_revoked_tokens (expires_at)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON oauth_clients TO recourse_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON oauth_client_secrets TO recourse_app');
    await runner.query('GRANT SELECT, INSERT, DELETE ON oauth_client_keys TO recourse_app');
    // Rows are locked for deletion, which asks for the right to change them.
    await runner.query(
      'GRANT SELECT, INSERT, UPDATE, DELETE ON oauth_assertions, oauth_revoked_tokens TO recourse_app',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE oauth_revoked_tokens, oauth_assertions, oauth_client_keys, oauth_client_secrets, oauth_clients',
    );
    await runner.query('ALTER TABLE audit_records DROP COLUMN oauth_client_id');
    await runner.query(
      'ALTER TABLE api_keys DROP COLUMN addresses, DROP COLUMN replaces_id, DROP COLUMN last_used_from',
    );
  }
}
