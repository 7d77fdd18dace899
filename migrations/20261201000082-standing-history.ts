import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each standing followed from, appeals against it, and the platform's vetoes. */
export class StandingHistory20261201000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`
      ALTER TABLE provider_standings
        ADD COLUMN earned_grade text,
        ADD COLUMN veto_grade text,
        ADD COLUMN veto_reason text,
        ADD COLUMN veto_until date
    `);
    await runner.query(`
      ALTER TABLE provider_standings
        ADD CONSTRAINT provider_standings_veto_whole CHECK (num_nulls(veto_grade, veto_reason, veto_until) IN (0, 3))
    `);
    await runner.query(
      'CREATE INDEX provider_standings_vetoed ON provider_standings (veto_until) WHERE veto_until IS NOT NULL',
    );
    await changes(runner);
    await appeals(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP TABLE standing_appeals');
    await runner.query('DROP TABLE standing_changes');
    await runner.query('DROP INDEX provider_standings_vetoed');
    await runner.query(`
      ALTER TABLE provider_standings
        DROP COLUMN earned_grade, DROP COLUMN veto_grade, DROP COLUMN veto_reason, DROP COLUMN veto_until
    `);
  }
}

/** Written once; kept as long as the other histories, which the law wants kept for five years. */
async function changes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE standing_changes (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL,
      cause text NOT NULL,
      grade text NOT NULL,
      earned_grade text NOT NULL,
      cases_held integer NOT NULL,
      largest_case_fen bigint,
      figures_version integer,
      facts jsonb NOT NULL,
      explanation jsonb NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT standing_changes_provider_id_fk FOREIGN KEY (provider_id) REFERENCES organisations (id),
      CONSTRAINT standing_changes_grade_known CHECK (grade IN ('junior','middle','senior','expert')),
      CONSTRAINT standing_changes_cause_known CHECK (cause IN ('computed','veto','veto_lifted','appeal'))
    )
  `);
  await runner.query('CREATE INDEX standing_changes_by_provider ON standing_changes (provider_id, id)');
  await runner.query(`
    CREATE TRIGGER standing_changes_kept_five_years BEFORE DELETE ON standing_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_removing_young('changed_at')
  `);
  await runner.query('GRANT SELECT, INSERT, DELETE ON standing_changes TO recourse_app');
}

async function appeals(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE standing_appeals (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL,
      sandbox_id uuid,
      standing_change_id uuid NOT NULL,
      grab_id uuid,
      state text NOT NULL,
      reason text NOT NULL,
      statement text NOT NULL,
      answer text,
      answer_note text,
      opened_by uuid,
      opened_at timestamptz NOT NULL DEFAULT now(),
      decided_by uuid,
      decided_at timestamptz,
      CONSTRAINT standing_appeals_provider_id_fk FOREIGN KEY (provider_id) REFERENCES organisations (id),
      CONSTRAINT standing_appeals_state_known CHECK (state IN ('open','upheld','dismissed','withdrawn')),
      CONSTRAINT standing_appeals_decided CHECK ((state = 'open') = (decided_at IS NULL)),
      CONSTRAINT standing_appeals_answered CHECK ((state IN ('upheld','dismissed')) = (answer IS NOT NULL))
    )
  `);
  await runner.query(
    `CREATE UNIQUE INDEX standing_appeals_one_open ON standing_appeals (provider_id) WHERE state = 'open'`,
  );
  await runner.query('CREATE INDEX standing_appeals_by_provider ON standing_appeals (provider_id, id)');
  await runner.query('CREATE INDEX standing_appeals_by_state ON standing_appeals (state, id)');
  await runner.query(
    'CREATE INDEX standing_appeals_of_sandbox ON standing_appeals (sandbox_id, id) WHERE sandbox_id IS NOT NULL',
  );
  await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON standing_appeals TO recourse_app');
}
