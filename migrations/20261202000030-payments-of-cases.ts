import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases that get their payments in one statement: it locks few, and they are written quickly. */
const BATCH = 2_000;

/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

const FILL = `
  WITH next AS (
    SELECT DISTINCT case_id FROM repayments WHERE state = 'confirmed' AND case_id > $1 ORDER BY case_id LIMIT ${BATCH}
  ), locked AS (
    SELECT c.id FROM cases c JOIN next n ON n.case_id = c.id ORDER BY c.id FOR NO KEY UPDATE OF c
  ), filled AS (
    UPDATE cases c SET payments = (
        SELECT jsonb_agg(jsonb_build_object('id', r.id::text, 'paidOn', r.paid_on::text, 'amountFen', r.amount_fen::text)
          ORDER BY r.paid_on, r.id)
        FROM repayments r WHERE r.case_id = c.id AND r.state = 'confirmed')
    FROM locked l WHERE c.id = l.id
  )
  SELECT max(case_id::text) AS last FROM next`;

/** What was confirmed as paid on a case, with its days: it interrupts limitation periods and covers charges before principal. */
export class PaymentsOfCases20261202000030 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET lock_timeout = '5s'`);
    try {
      await runner.query('ALTER TABLE cases ADD COLUMN IF NOT EXISTS payments jsonb');
    } finally {
      await runner.query('RESET lock_timeout');
    }
    for (let last: string | undefined = FIRST; last; ) {
      const [batch] = (await runner.query(FILL, [last])) as { last: string | null }[];
      last = batch?.last ?? undefined;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE cases DROP COLUMN payments');
  }
}
