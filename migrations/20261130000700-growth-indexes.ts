import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each by its name: `[table, the rest of the statement]`. For statements that read less than they would have to walk past. */
const INDEXES: Record<string, readonly [table: string, definition: string]> = {
  // A provider's open grabs and penalties, whatever its history.
  standing_grabs_open: ['standing_grabs', `(provider_id) WHERE state = 'active'`],
  standing_grabs_with_penalty: ['standing_grabs', '(provider_id, ended_at) WHERE penalty_points > 0'],
  standing_recoveries_by_provider: ['standing_recoveries', '(provider_id)'],
  provider_standings_by_age: ['provider_standings', '(updated_at)'],
  // Lists of grabs, of all states and of those that are rare beside completed ones.
  grabs_by_creditor: ['grabs', '(creditor_id, id)'],
  grabs_by_creditor_and_state: ['grabs', `(creditor_id, state, id) WHERE state <> 'completed'`],
  grabs_by_provider_and_state: ['grabs', `(provider_id, state, id) WHERE state <> 'completed'`],
  grabs_by_state: ['grabs', `(state, id) WHERE state <> 'completed'`],
  grabs_ended_badly: ['grabs', `(provider_id, ended_at) WHERE state IN ('returned', 'expired') OR penalty_points > 0`],
  grabs_of_sandbox: ['grabs', '(sandbox_id, id) WHERE sandbox_id IS NOT NULL'],
  cases_by_creditor_and_state: ['cases', '(creditor_id, state, id)'],
  cases_by_state: ['cases', '(state, id) WHERE sandbox_id IS NULL'],
  cases_by_external_ref: ['cases', '(external_ref)'],
  cases_of_sandbox: ['cases', '(sandbox_id, id) WHERE sandbox_id IS NOT NULL'],
  repayments_by_creditor_and_state: ['repayments', `(creditor_id, state, id) WHERE state <> 'confirmed'`],
  repayments_by_provider_and_state: ['repayments', `(provider_id, state, id) WHERE state <> 'confirmed'`],
  repayments_by_state: ['repayments', `(state, id) WHERE state <> 'confirmed'`],
  feed_events_of_case: ['feed_events', '(case_id, position) WHERE case_id IS NOT NULL'],
  feed_events_of_batch: ['feed_events', '(batch_id, position) WHERE batch_id IS NOT NULL'],
  feed_events_of_organisation_by_type: [
    'feed_events',
    '(organisation_id, type, position) WHERE organisation_id IS NOT NULL',
  ],
  feed_events_of_audience_by_type: [
    'feed_events',
    '(audience, type, position) WHERE organisation_id IS NULL AND sandbox_id IS NULL',
  ],
  webhook_deliveries_by_due: ['webhook_deliveries', `(next_attempt_at) INCLUDE (endpoint_id) WHERE state = 'pending'`],
  webhook_deliveries_by_state: ['webhook_deliveries', `(endpoint_id, state, id) WHERE state <> 'delivered'`],
  // What refers to files and runs, asked before one is removed.
  case_batches_by_file: ['case_batches', '(file_id)'],
  case_evidence_by_file: ['case_evidence', '(file_id)'],
  erp_sync_rows_by_run: ['erp_sync_rows', '(run_id)'],
  // What is removed by age and has no key in the order of time.
  idempotency_keys_by_age: ['idempotency_keys', '(created_at)'],
  debtor_read_counts_by_age: ['debtor_read_counts', '(hour)'],
  erp_sync_rows_by_age: ['erp_sync_rows', '(decided_at)'],
  case_batches_by_end: ['case_batches', '(finished_at) WHERE finished_at IS NOT NULL'],
};

/** Built beside running traffic, so outside a transaction; what an interrupted run left half built is built anew. */
export class GrowthIndexes20261130000700 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, [table, definition]] of Object.entries(INDEXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${table} ${definition}`);
    }
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS idempotency_keys_by_time');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Steps back are taken in a transaction.
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('CREATE INDEX idempotency_keys_by_time ON idempotency_keys USING brin (created_at)');
    await runner.query(`DROP INDEX ${Object.keys(INDEXES).join(', ')}`);
  }
}
