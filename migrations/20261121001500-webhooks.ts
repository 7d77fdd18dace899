import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where events go out to: endpoints of organisations, what is to be delivered to each, and every attempt at it. */
export class Webhooks20261121001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_endpoints (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL CONSTRAINT webhook_endpoints_organisation_id_fk REFERENCES organisations (id),
        organisation_kind text NOT NULL,
        sandbox_id uuid CONSTRAINT webhook_endpoints_sandbox_id_fk REFERENCES sandboxes (id),
        url text NOT NULL,
        description text,
        types text[] NOT NULL,
        state text NOT NULL,
        disabled_reason text,
        disabled_at timestamptz,
        failing_since timestamptz,
        secret_sealed bytea,
        previous_secret_sealed bytea,
        previous_secret_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT webhook_endpoints_state_known CHECK (state IN ('enabled','disabled','deleted')),
        CONSTRAINT webhook_endpoints_reason_known CHECK (disabled_reason IN ('owner','gone','failing')),
        CONSTRAINT webhook_endpoints_disabled_has_a_reason
          CHECK ((state = 'disabled') = (disabled_reason IS NOT NULL AND disabled_at IS NOT NULL)),
        CONSTRAINT webhook_endpoints_has_a_secret_while_it_lives CHECK ((state = 'deleted') = (secret_sealed IS NULL)),
        CONSTRAINT webhook_endpoints_previous_secret_ends
          CHECK ((previous_secret_sealed IS NULL) = (previous_secret_until IS NULL))
      )
    `);
    await runner.query(`
      CREATE INDEX webhook_endpoints_of_organisation ON webhook_endpoints (organisation_id, id) WHERE state <> 'deleted'
    `);
    await runner.query(`
      CREATE INDEX webhook_endpoints_of_kind ON webhook_endpoints (organisation_kind) WHERE state = 'enabled'
    `);
    await runner.query(`
      CREATE TABLE webhook_messages (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        body text NOT NULL,
        occurred_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )
    `);
    await runner.query('CREATE INDEX webhook_messages_by_age ON webhook_messages (created_at)');
    await runner.query(`
      CREATE TABLE webhook_deliveries (
        id uuid PRIMARY KEY,
        endpoint_id uuid NOT NULL CONSTRAINT webhook_deliveries_endpoint_id_fk REFERENCES webhook_endpoints (id),
        message_id uuid NOT NULL CONSTRAINT webhook_deliveries_message_id_fk REFERENCES webhook_messages (id),
        type text NOT NULL,
        state text NOT NULL DEFAULT 'pending',
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz,
        lease uuid,
        replays integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT webhook_deliveries_state_known CHECK (state IN ('pending','delivered','failed')),
        CONSTRAINT webhook_deliveries_pending_has_a_next_attempt CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL)),
        CONSTRAINT webhook_deliveries_only_pending_is_held CHECK (lease IS NULL OR state = 'pending'),
        CONSTRAINT webhook_deliveries_finished_has_a_time CHECK ((state = 'pending') = (finished_at IS NULL))
      ) WITH (fillfactor = 80)
    `);
    await runner.query(`
      CREATE UNIQUE INDEX webhook_deliveries_once_per_message ON webhook_deliveries (message_id, endpoint_id)
    `);
    await runner.query('CREATE INDEX webhook_deliveries_of_endpoint ON webhook_deliveries (endpoint_id, id)');
    await runner.query(`
      CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, next_attempt_at) WHERE state = 'pending'
    `);
    await runner.query('CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at)');
    await runner.query(`
      CREATE TABLE webhook_attempts (
        id uuid PRIMARY KEY,
        delivery_id uuid NOT NULL
          CONSTRAINT webhook_attempts_delivery_id_fk REFERENCES webhook_deliveries (id) ON DELETE CASCADE,
        attempted_at timestamptz NOT NULL DEFAULT now(),
        duration_ms integer NOT NULL,
        request_headers jsonb NOT NULL,
        status integer,
        answer text,
        error text,
        error_detail text,
        CONSTRAINT webhook_attempts_answered_or_failed CHECK (status IS NOT NULL OR error IS NOT NULL),
        CONSTRAINT webhook_attempts_answer_is_short CHECK (octet_length(answer) <= 4096)
      )
    `);
    await runner.query('CREATE INDEX webhook_attempts_of_delivery ON webhook_attempts (delivery_id, id)');
    await runner.query(`
      CREATE TABLE webhook_replays (
        id uuid PRIMARY KEY,
        endpoint_id uuid NOT NULL CONSTRAINT webhook_replays_endpoint_id_fk REFERENCES webhook_endpoints (id),
        since timestamptz NOT NULL,
        types text[] NOT NULL,
        position bigint NOT NULL,
        until_position bigint NOT NULL,
        state text NOT NULL,
        queued integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT webhook_replays_state_known CHECK (state IN ('running','done')),
        CONSTRAINT webhook_replays_done_has_a_time CHECK ((state = 'done') = (finished_at IS NOT NULL))
      )
    `);
    await runner.query(`
      CREATE UNIQUE INDEX webhook_replays_one_running_per_endpoint ON webhook_replays (endpoint_id) WHERE state = 'running'
    `);
    await runner.query(`
      CREATE TABLE webhook_cursors (
        name text PRIMARY KEY,
        position bigint NOT NULL,
        moved_at timestamptz NOT NULL DEFAULT now()
      )
    `);
    await runner.query(`INSERT INTO webhook_cursors (name, position) VALUES ('feed', 0)`);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON webhook_endpoints, webhook_replays TO recourse_app');
    await runner.query('GRANT SELECT, UPDATE ON webhook_cursors TO recourse_app');
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_messages, webhook_deliveries, webhook_attempts TO recourse_app
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['cursors', 'replays', 'attempts', 'deliveries', 'messages', 'endpoints']) {
      await runner.query(`DROP TABLE webhook_${table}`);
    }
  }
}
