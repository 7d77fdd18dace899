import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What creditors do to the lines of their cases: applied at once, or proposed to the holder. */
export class LineChanges20261201000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`
      CREATE TABLE case_line_changes (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        creditor_id uuid NOT NULL,
        proposed_by uuid,
        grab_id uuid,
        provider_id uuid,
        act text NOT NULL,
        line_number integer,
        line jsonb,
        state text NOT NULL,
        from_fen bigint NOT NULL,
        outstanding_fen bigint NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        decided_by uuid,
        CONSTRAINT case_line_changes_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT case_line_changes_grab_id_fk FOREIGN KEY (grab_id) REFERENCES grabs (id),
        CONSTRAINT case_line_changes_act_known CHECK (act IN ('add','correct','withdraw')),
        CONSTRAINT case_line_changes_state_known CHECK (state IN ('applied','pending','agreed','declined','lapsed')),
        CONSTRAINT case_line_changes_line_unless_withdrawn CHECK ((act = 'withdraw') = (line IS NULL)),
        CONSTRAINT case_line_changes_number_unless_added CHECK ((act = 'add') = (line_number IS NULL)),
        CONSTRAINT case_line_changes_proposed_to_a_holder CHECK ((state = 'applied') = (grab_id IS NULL)
          AND (grab_id IS NULL) = (provider_id IS NULL)),
        CONSTRAINT case_line_changes_decided_unless_pending CHECK ((state = 'pending') = (decided_at IS NULL)),
        CONSTRAINT case_line_changes_leave_something CHECK (outstanding_fen > 0)
      )
    `);
    await runner.query('CREATE INDEX case_line_changes_by_case ON case_line_changes (case_id, id)');
    await runner.query(`
      CREATE UNIQUE INDEX case_line_changes_one_pending ON case_line_changes (case_id) WHERE state = 'pending'
    `);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON case_line_changes TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP TABLE case_line_changes');
  }
}
