import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record of work on a case. What was said may name people, so it is sealed. */
export class Collection20261121000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activities (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        grab_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        member_id uuid,
        kind text NOT NULL,
        outcome text NOT NULL,
        note_sealed bytea,
        happened_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT activities_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT activities_grab_id_fk FOREIGN KEY (grab_id) REFERENCES grabs (id),
        CONSTRAINT activities_kind_known CHECK (kind IN ('call','message','letter','visit','negotiation')),
        CONSTRAINT activities_outcome_known CHECK (outcome IN ('reached','not_reached','refused','promised','delivered','other'))
      )
    `);
    await runner.query('CREATE INDEX activities_by_case ON activities (case_id, id)');
    await runner.query('GRANT SELECT, INSERT ON activities TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE activities');
  }
}
