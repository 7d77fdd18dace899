import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lower amount of a held case that its creditor confirmed waits for the holder, like any change of its lines. */
export class AgreedRevisions20261202000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await this.changes(runner);
    await runner.query(`
      CREATE UNIQUE INDEX case_revisions_one_open ON case_revisions (case_id) WHERE state IN ('pending','proposed')
    `);
    await runner.query('DROP INDEX case_revisions_one_pending');
    await this.constrain(runner, 'case_revisions', {
      case_revisions_state_known: `state IN ('pending','proposed','confirmed','declined','lapsed')`,
      case_revisions_decided_has_a_time: `(state IN ('pending','proposed')) = (decided_at IS NULL)`,
      // A holder that declines gives no reason.
      case_revisions_declined_has_a_reason: `decline_reason IS NULL OR state = 'declined'`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`UPDATE case_revisions SET state = 'pending' WHERE state = 'proposed'`);
    await runner.query(
      `UPDATE case_revisions SET state = 'lapsed' WHERE state = 'declined' AND decline_reason IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX case_revisions_one_pending ON case_revisions (case_id) WHERE state = 'pending'`,
    );
    await runner.query('DROP INDEX case_revisions_one_open');
    await this.constrain(runner, 'case_revisions', {
      case_revisions_state_known: `state IN ('pending','confirmed','declined','lapsed')`,
      case_revisions_decided_has_a_time: `(state = 'pending') = (decided_at IS NULL)`,
      case_revisions_declined_has_a_reason: `(state = 'declined') = (decline_reason IS NOT NULL)`,
    });
    await runner.query(`DELETE FROM case_line_changes WHERE act = 'revise'`);
    await runner.query('ALTER TABLE case_line_changes DROP COLUMN lines');
    await this.constrain(runner, 'case_line_changes', {
      case_line_changes_act_known: `act IN ('add','correct','withdraw')`,
      case_line_changes_line_unless_withdrawn: `(act = 'withdraw') = (line IS NULL)`,
      case_line_changes_number_once_known: `line_number IS NOT NULL OR act = 'add'`,
    });
  }

  private async changes(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_line_changes ADD COLUMN lines jsonb');
    await this.constrain(runner, 'case_line_changes', {
      case_line_changes_act_known: `act IN ('add','correct','withdraw','revise')`,
      case_line_changes_line_unless_withdrawn: `(act IN ('withdraw','revise')) = (line IS NULL)`,
      case_line_changes_number_once_known: `line_number IS NOT NULL OR act IN ('add','revise')`,
    });
    await runner.query(`
      ALTER TABLE case_line_changes ADD CONSTRAINT case_line_changes_lines_of_a_revision
        CHECK ((act = 'revise') = (lines IS NOT NULL)) NOT VALID
    `);
    await runner.query('ALTER TABLE case_line_changes VALIDATE CONSTRAINT case_line_changes_lines_of_a_revision');
  }

  private async constrain(runner: QueryRunner, table: string, checks: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, check] of Object.entries(checks)) {
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${check}) NOT VALID`);
      await runner.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`);
    }
  }
}
