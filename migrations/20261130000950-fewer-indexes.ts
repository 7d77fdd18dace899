import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail of acts is read in the order of its ids, by organisation, by subject and by act; nobody reads it by its sequence. Each
 * by its name: `[table, columns]`.
 */
const ADDED = {
  audit_records_of_organisation: ['audit_records', '(organisation_id, id)'],
  audit_records_of_organisation_by_act: ['audit_records', '(organisation_id, act, id)'],
  audit_records_of_subject: ['audit_records', '(subject_id, id)'],
} as const;

/** Of no statement any more, or of one that another index serves as well. */
const DROPPED = {
  audit_records_by_organisation: 'audit_records (organisation_id, seq)',
  audit_records_by_subject: 'audit_records (subject_kind, subject_id, seq)',
  cases_by_external_ref: 'cases (external_ref)',
  commissions_by_grab: 'commissions (grab_id)',
  erp_sync_rows_by_case: 'erp_sync_rows (case_id) WHERE case_id IS NOT NULL',
  files_by_organisation: 'files (organisation_id, id)',
  ledger_transfers_by_reference: 'ledger_transfers (reference_id)',
} as const;

const UNIQUE = 'cases_one_per_external_ref';

/** Built and dropped beside running traffic, so outside a transaction; an interrupted run can be repeated. */
export class FewerIndexes20261130000950 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, [table, columns]] of Object.entries(ADDED)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${table} ${columns}`);
    }
    // The reference first: then the same index finds a case by it alone.
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS cases_once_per_external_ref');
    await runner.query(
      'CREATE UNIQUE INDEX CONCURRENTLY cases_once_per_external_ref ON cases (external_ref, creditor_id)',
    );
    await runner.query(`SET lock_timeout = '5s'`);
    try {
      await runner.query(
        `ALTER TABLE cases DROP CONSTRAINT ${UNIQUE}, ADD CONSTRAINT ${UNIQUE} UNIQUE USING INDEX cases_once_per_external_ref`,
      );
    } finally {
      await runner.query('RESET lock_timeout');
    }
    for (const name of Object.keys(DROPPED)) await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Steps back are taken in a transaction.
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const [name, on] of Object.entries(DROPPED)) await runner.query(`CREATE INDEX ${name} ON ${on}`);
    await runner.query(`ALTER TABLE cases DROP CONSTRAINT ${UNIQUE}`);
    await runner.query(`ALTER TABLE cases ADD CONSTRAINT ${UNIQUE} UNIQUE (creditor_id, external_ref)`);
    await runner.query(`DROP INDEX ${Object.keys(ADDED).join(', ')}`);
  }
}
