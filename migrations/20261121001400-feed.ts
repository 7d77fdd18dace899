import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes out live: one row per event and audience, in the order of its commit, and how far it was removed again. */
export class Feed20261121001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feed_events (
        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id uuid NOT NULL,
        type text NOT NULL,
        audience text NOT NULL,
        organisation_id uuid CONSTRAINT feed_events_organisation_id_fk REFERENCES organisations (id),
        case_id uuid,
        batch_id uuid,
        sandbox_id uuid CONSTRAINT feed_events_sandbox_id_fk REFERENCES sandboxes (id),
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        CONSTRAINT feed_events_audience_known CHECK (audience IN ('hall', 'review', 'organisation')),
        CONSTRAINT feed_events_organisation_where_meant CHECK ((audience = 'organisation') = (organisation_id IS NOT NULL))
      )
    `);
    await runner.query(
      'CREATE INDEX feed_events_of_organisation ON feed_events (organisation_id, position) WHERE organisation_id IS NOT NULL',
    );
    // One for each world: whoever follows the hall of a sandbox must not walk through all that the live one heard.
    await runner.query(`
      CREATE INDEX feed_events_of_audience ON feed_events (audience, position)
      WHERE organisation_id IS NULL AND sandbox_id IS NULL
    `);
    await runner.query(`
      CREATE INDEX feed_events_of_sandbox ON feed_events (sandbox_id, audience, position)
      WHERE organisation_id IS NULL AND sandbox_id IS NOT NULL
    `);
    await runner.query('CREATE INDEX feed_events_by_time ON feed_events (occurred_at)');
    await runner.query(`
      CREATE TABLE feed_horizon (
        single boolean PRIMARY KEY DEFAULT true,
        pruned_through bigint NOT NULL DEFAULT 0,
        CONSTRAINT feed_horizon_one_row CHECK (single)
      )
    `);
    await runner.query('INSERT INTO feed_horizon DEFAULT VALUES');
    await runner.query('GRANT SELECT, INSERT, DELETE ON feed_events TO recourse_app');
    await runner.query('GRANT SELECT, UPDATE ON feed_horizon TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feed_horizon, feed_events');
  }
}
