import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change that added a line names it by its number, once the line is in the case. */
export class NumbersOfAddedLines20261202000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE case_line_changes DROP CONSTRAINT case_line_changes_number_unless_added');
    await runner.query(`
      ALTER TABLE case_line_changes ADD CONSTRAINT case_line_changes_number_once_known
        CHECK (line_number IS NOT NULL OR act = 'add') NOT VALID
    `);
    await runner.query('ALTER TABLE case_line_changes VALIDATE CONSTRAINT case_line_changes_number_once_known');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE case_line_changes DROP CONSTRAINT case_line_changes_number_once_known');
    await runner.query(`UPDATE case_line_changes SET line_number = NULL WHERE act = 'add'`);
    await runner.query(`
      ALTER TABLE case_line_changes ADD CONSTRAINT case_line_changes_number_unless_added
        CHECK ((act = 'add') = (line_number IS NULL))
    `);
  }
}
