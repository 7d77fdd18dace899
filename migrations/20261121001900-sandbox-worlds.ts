import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked for on hot paths says itself which world it belongs to: null is live, anything else one sandbox. */
const WORLDLY = ['cases', 'hall_listings', 'grabs', 'verification_applications'];

const FILL = [
  `UPDATE cases c SET sandbox_id = o.sandbox_id FROM organisations o
    WHERE o.id = c.creditor_id AND o.sandbox_id IS NOT NULL`,
  `UPDATE hall_listings h SET sandbox_id = c.sandbox_id FROM cases c WHERE c.id = h.case_id AND c.sandbox_id IS NOT NULL`,
  `UPDATE grabs g SET sandbox_id = c.sandbox_id FROM cases c WHERE c.id = g.case_id AND c.sandbox_id IS NOT NULL`,
  `UPDATE verification_applications v SET sandbox_id = o.sandbox_id FROM organisations o
    WHERE o.id = v.organisation_id AND o.sandbox_id IS NOT NULL`,
];

/** The orders of the hall. Live listings keep indexes of their own, so that test cases never lengthen a live walk. */
const HALL_ORDERS: Record<string, string> = {
  hall_newest: 'listed_at',
  hall_by_amount: 'amount_fen',
  hall_by_commission: 'commission_bps',
  hall_by_score: 'score',
  hall_by_age: 'due_on',
};

/** New ones, which hold test rows alone. */
const OF_SANDBOXES: Record<string, string> = {
  hall_of_sandbox: 'hall_listings (sandbox_id, listed_at, case_id) WHERE sandbox_id IS NOT NULL',
  cases_of_sandbox_to_review: `cases (created_at)
    WHERE sandbox_id IS NOT NULL AND state IN ('submitted','under_review')`,
  verification_of_sandbox_to_review: `verification_applications (submitted_at)
    WHERE sandbox_id IS NOT NULL AND state IN ('submitted','in_review')`,
};

/**
 * Keeps sandboxes and the live platform apart. The indexes are built beside running traffic, so outside a transaction; an
 * interrupted run can be repeated.
 */
export class SandboxWorlds20261121001900 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('cases', 'sandbox_id'))) await tellWorldsApart(runner);
    // The hall is looked at meanwhile: each order has its former index until the new one is whole.
    for (const [index, definition] of Object.entries(hallIndexes('WHERE sandbox_id IS NULL'))) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${index}_next`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${index}_next ON hall_listings ${definition}`);
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${index}`);
      await runner.query(`ALTER INDEX ${index}_next RENAME TO ${index}`);
    }
    for (const [index, definition] of Object.entries(OF_SANDBOXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${index}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${index} ON ${definition}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX organisations_one_platform_per_sandbox');
    await runner.query('DROP INDEX hall_of_sandbox');
    for (const [index, definition] of Object.entries(hallIndexes(''))) {
      await runner.query(`DROP INDEX ${index}`);
      await runner.query(`CREATE INDEX ${index} ON hall_listings ${definition}`);
    }
    for (const table of WORLDLY) await runner.query(`ALTER TABLE ${table} DROP COLUMN sandbox_id`);
    await runner.query(`
      CREATE UNIQUE INDEX verification_one_approved_per_credit_code ON verification_applications (credit_code_index)
      WHERE state IN ('approved','suspended')
    `);
  }
}

/** As a whole or not at all: a test row must never be seen as a live one. */
async function tellWorldsApart(runner: QueryRunner): Promise<void> {
  await runner.startTransaction();
  try {
    for (const table of WORLDLY) {
      await runner.query(
        `ALTER TABLE ${table} ADD COLUMN sandbox_id uuid CONSTRAINT ${table}_sandbox_id_fk REFERENCES sandboxes (id)`,
      );
    }
    // Sandboxes may have rows by now: none of them may come out as live. Before the indexes, which leave test rows out.
    for (const sql of FILL) await runner.query(sql);
    // A sandbox may use the credit code of a real company, and each sandbox again; within one world it is approved once.
    await runner.query('DROP INDEX verification_one_approved_per_credit_code');
    await runner.query(`
      CREATE UNIQUE INDEX verification_one_approved_per_credit_code
      ON verification_applications (credit_code_index, sandbox_id) NULLS NOT DISTINCT WHERE state IN ('approved','suspended')
    `);
    await runner.query(`
      CREATE UNIQUE INDEX organisations_one_platform_per_sandbox ON organisations (sandbox_id)
      WHERE kind = 'platform' AND sandbox_id IS NOT NULL
    `);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

function hallIndexes(where: string): Record<string, string> {
  const orders = Object.entries(HALL_ORDERS).map(([index, column]) => [index, `(${column}, case_id) ${where}`]);
  return {
    ...Object.fromEntries(orders),
    hall_by_facets: `
      USING gin ((ARRAY[province, category, service_line, debtor_kind, grade])) WITH (gin_pending_list_limit = 512) ${where}`,
  };
}
