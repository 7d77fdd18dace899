import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases that get their line in one statement: it locks no case, and a few thousand rows are written quickly. */
const BATCH = 5_000;

const LINE = `case_id, line_number, kind, principal_fen, penalty_fen, paid_fen, due_on, invoiced_on, last_interrupted_on,
  limitation_expires_on`;

/** A case of before as one line: its own amounts and days. */
const ONE_LINE = `c.id, 1, CASE c.category WHEN 'commercial_receivable' THEN 'invoice' WHEN 'property_management_fee' THEN 'fee_period'
  WHEN 'online_loan' THEN 'loan' WHEN 'private_loan' THEN 'loan' ELSE 'other' END,
  c.principal_fen, c.penalty_fen, c.paid_fen, c.due_on, c.invoiced_on, c.last_interrupted_on, c.limitation_expires_on`;

/**
 * What a case consists of. Every case of before becomes one line, and so does one that a process of the release before inserts or
 * revises while both run: two triggers see to that, and refuse amounts that the open lines do not make.
 */
export class CaseLines20261201000010 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET lock_timeout = '5s'`);
    try {
      for (const column of ['debtor_id_kind text', 'matter text', 'claim_terms jsonb']) {
        await runner.query(`ALTER TABLE cases ADD COLUMN IF NOT EXISTS ${column}`);
      }
      await table(runner);
      await triggers(runner);
    } finally {
      await runner.query('RESET lock_timeout');
    }
    await fill(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP TRIGGER cases_have_lines ON cases');
    await runner.query('DROP TRIGGER cases_agree_with_lines ON cases');
    await runner.query('DROP FUNCTION give_cases_lines()');
    await runner.query('DROP FUNCTION keep_case_to_its_lines()');
    await runner.query('DROP TABLE case_lines');
    await runner.query('ALTER TABLE cases DROP COLUMN claim_terms, DROP COLUMN matter, DROP COLUMN debtor_id_kind');
  }
}

async function table(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE IF NOT EXISTS case_lines (
      case_id uuid NOT NULL,
      line_number integer NOT NULL,
      kind text NOT NULL,
      document_number text,
      period_from date,
      period_to date,
      due_on date NOT NULL,
      invoiced_on date,
      principal_fen bigint NOT NULL,
      penalty_fen bigint NOT NULL,
      paid_fen bigint NOT NULL,
      last_interrupted_on date,
      clock jsonb NOT NULL DEFAULT '[]',
      limitation_expires_on date,
      withdrawn_at timestamptz,
      CONSTRAINT case_lines_pkey PRIMARY KEY (case_id, line_number),
      CONSTRAINT case_lines_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
      CONSTRAINT case_lines_kind_known CHECK (kind IN ('invoice','fee_period','instalment','loan','credit_note','other')),
      CONSTRAINT case_lines_amounts_have_one_sign CHECK (CASE WHEN kind = 'credit_note'
        THEN principal_fen <= 0 AND penalty_fen <= 0 AND paid_fen <= 0 AND principal_fen + penalty_fen <= paid_fen
        ELSE principal_fen >= 0 AND penalty_fen >= 0 AND paid_fen >= 0 AND principal_fen + penalty_fen >= paid_fen END),
      CONSTRAINT case_lines_period_in_order CHECK (period_from <= period_to)
    ) WITH (fillfactor = 90)
  `);
  await runner.query('GRANT SELECT, INSERT, UPDATE ON case_lines TO recourse_app');
}

async function triggers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION give_cases_lines() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO case_lines (${LINE}) SELECT ${ONE_LINE} FROM fresh c
      WHERE NOT EXISTS (SELECT 1 FROM case_lines l WHERE l.case_id = c.id);
      RETURN NULL;
    END $$
  `);
  await runner.query(`
    CREATE OR REPLACE TRIGGER cases_have_lines AFTER INSERT ON cases REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION give_cases_lines()
  `);
  await runner.query(`
    CREATE OR REPLACE FUNCTION keep_case_to_its_lines() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      made record;
    BEGIN
      SELECT count(*) AS lines, sum(principal_fen) AS principal, sum(penalty_fen) AS penalty, sum(paid_fen) AS paid
        INTO made FROM case_lines WHERE case_id = NEW.id AND withdrawn_at IS NULL;
      IF made.lines = 1 THEN
        UPDATE case_lines SET principal_fen = NEW.principal_fen, penalty_fen = NEW.penalty_fen, paid_fen = NEW.paid_fen,
          due_on = NEW.due_on, invoiced_on = NEW.invoiced_on, last_interrupted_on = NEW.last_interrupted_on,
          limitation_expires_on = NEW.limitation_expires_on
        WHERE case_id = NEW.id AND withdrawn_at IS NULL
          AND (principal_fen, penalty_fen, paid_fen, due_on)
            IS DISTINCT FROM (NEW.principal_fen, NEW.penalty_fen, NEW.paid_fen, NEW.due_on);
      ELSIF made.lines > 1 AND (made.principal, made.penalty, made.paid)
          IS DISTINCT FROM (NEW.principal_fen, NEW.penalty_fen, NEW.paid_fen) THEN
        RAISE EXCEPTION 'the lines of case % do not make its amounts', NEW.id USING ERRCODE = 'check_violation';
      END IF;
      RETURN NULL;
    END $$
  `);
  await runner.query(`
    CREATE OR REPLACE TRIGGER cases_agree_with_lines AFTER UPDATE ON cases FOR EACH ROW
    WHEN (OLD.principal_fen IS DISTINCT FROM NEW.principal_fen OR OLD.penalty_fen IS DISTINCT FROM NEW.penalty_fen
      OR OLD.paid_fen IS DISTINCT FROM NEW.paid_fen OR OLD.due_on IS DISTINCT FROM NEW.due_on)
    EXECUTE FUNCTION keep_case_to_its_lines()
  `);
}

/** Batch after batch, each its own transaction; a case that has lines already keeps them. */
async function fill(runner: QueryRunner): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const [row] = (await runner.query(
      `WITH batch AS (SELECT * FROM cases WHERE id > $1 ORDER BY id LIMIT ${BATCH}), lined AS (
         INSERT INTO case_lines (${LINE}) SELECT ${ONE_LINE} FROM batch c
         WHERE NOT EXISTS (SELECT 1 FROM case_lines l WHERE l.case_id = c.id)
         ON CONFLICT DO NOTHING)
       SELECT max(id::text) AS last FROM batch`,
      [after],
    )) as { last: string | null }[];
    if (!row?.last) return;
    after = row.last;
  }
}
