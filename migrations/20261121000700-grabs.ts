import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grabs, the slots that count what each provider holds, and the token buckets that limit how fast it may try. */
export class Grabs20261121000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grabs (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        member_id uuid,
        creditor_id uuid NOT NULL,
        state text NOT NULL,
        amount_fen bigint NOT NULL,
        months_overdue integer NOT NULL,
        terms jsonb NOT NULL,
        grabbed_at timestamptz NOT NULL DEFAULT now(),
        accept_by timestamptz NOT NULL,
        activity_by timestamptz NOT NULL,
        exclusive_until timestamptz NOT NULL,
        accepted_at timestamptz,
        first_activity_at timestamptz,
        ended_at timestamptz,
        end_reason text,
        penalty_points integer NOT NULL DEFAULT 0,
        CONSTRAINT grabs_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT grabs_provider_id_fk FOREIGN KEY (provider_id) REFERENCES organisations (id),
        CONSTRAINT grabs_state_known CHECK (state IN ('active','completed','returned','expired','recalled')),
        CONSTRAINT grabs_ended_when_not_active CHECK ((state = 'active') = (ended_at IS NULL)),
        CONSTRAINT grabs_amount_positive CHECK (amount_fen > 0)
      ) WITH (fillfactor = 85)
    `);
    await runner.query(`CREATE UNIQUE INDEX grabs_one_active_per_case ON grabs (case_id) WHERE state = 'active'`);
    await runner.query('CREATE INDEX grabs_by_provider ON grabs (provider_id, id)');
    await runner.query('CREATE INDEX grabs_by_case ON grabs (case_id, id)');
    await runner.query(`
      CREATE INDEX grabs_waiting ON grabs (accept_by)
      WHERE state = 'active' AND (accepted_at IS NULL OR first_activity_at IS NULL)
    `);
    await runner.query(`
      CREATE TABLE provider_slots (
        provider_id uuid PRIMARY KEY,
        held integer NOT NULL DEFAULT 0,
        suspended_until timestamptz,
        CONSTRAINT provider_slots_provider_id_fk FOREIGN KEY (provider_id) REFERENCES organisations (id),
        CONSTRAINT provider_slots_held_not_negative CHECK (held >= 0)
      ) WITH (fillfactor = 50)
    `);
    // Unlogged: a crash empties the buckets, which only forgives; no attempt then waits for the disk.
    await runner.query(`
      CREATE UNLOGGED TABLE grab_rate_buckets (
        provider_id uuid PRIMARY KEY,
        tokens double precision NOT NULL,
        refilled_at timestamptz NOT NULL,
        granted integer NOT NULL
      ) WITH (fillfactor = 50)
    `);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON grabs, provider_slots, grab_rate_buckets TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE grab_rate_buckets, provider_slots, grabs');
  }
}
