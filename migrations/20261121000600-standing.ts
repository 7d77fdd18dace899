import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts standing is computed from, each with a key of its own so that events may come twice or in any order, and its result. */
export class Standing20261121000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standing_grabs (
        grab_id uuid PRIMARY KEY,
        provider_id uuid NOT NULL,
        state text NOT NULL,
        amount_fen bigint NOT NULL,
        expected_fen bigint NOT NULL,
        months_overdue integer NOT NULL,
        penalty_points integer NOT NULL DEFAULT 0,
        grabbed_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT standing_grabs_state_known CHECK (state IN ('active','completed','returned','expired','recalled'))
      )
    `);
    await runner.query('CREATE INDEX standing_grabs_by_provider ON standing_grabs (provider_id)');
    await runner.query(`
      CREATE TABLE standing_recoveries (
        repayment_id uuid PRIMARY KEY,
        grab_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        amount_fen bigint NOT NULL,
        recovered_at timestamptz NOT NULL,
        reversed boolean NOT NULL DEFAULT false,
        CONSTRAINT standing_recoveries_amount_positive CHECK (amount_fen > 0)
      )
    `);
    await runner.query('CREATE INDEX standing_recoveries_by_grab ON standing_recoveries (grab_id)');
    await runner.query(`
      CREATE TABLE provider_standings (
        provider_id uuid PRIMARY KEY,
        grade text NOT NULL,
        cases_held integer NOT NULL,
        largest_case_fen bigint,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT provider_standings_provider_id_fk FOREIGN KEY (provider_id) REFERENCES organisations (id),
        CONSTRAINT provider_standings_grade_known CHECK (grade IN ('junior','middle','senior','expert')),
        CONSTRAINT provider_standings_cases_held_not_negative CHECK (cases_held >= 0)
      )
    `);
    await runner.query(
      'GRANT SELECT, INSERT, UPDATE ON standing_grabs, standing_recoveries, provider_standings TO recourse_app',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider_standings, standing_recoveries, standing_grabs');
  }
}
