import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ADDED_BY, SUMS } from './20261201000080-holds-given-back.js';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** A code; what a member wrote is sealed or has other characters. */
const CODE = '^[a-z]+(_[a-z]+)*$';
/** Codes of the platform by which a recall says nothing about its holder. */
const EXONERATING = ['debtor_dispute', 'wrong_debtor', 'legal_order'];

/**
 * Sums anew what is there: one provider at a time, under the lock that every fact of it takes, so that no standing is ever computed from
 * half of a record. Each is committed by itself; summing a provider twice gives the same.
 */
export class SumsOfHolds20261201000081 implements MigrationInterface {
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    let after = FIRST;
    for (;;) {
      const [next] = await runner.query(
        'SELECT provider_id AS id FROM standing_sums WHERE provider_id > $1 ORDER BY provider_id LIMIT 1',
        [after],
      );
      // No row at all where the migrations are run on paper, to give the rights again.
      if (!next?.id) return;
      after = next.id;
      await runner.startTransaction();
      try {
        await sumAnew(runner, after);
        await runner.commitTransaction();
      } catch (error) {
        await runner.rollbackTransaction();
        throw error;
      }
    }
  }

  /** The migration before brings the former sums back. */
  async down(): Promise<void> {}
}

async function sumAnew(runner: QueryRunner, providerId: string): Promise<void> {
  await runner.query(`SET LOCAL lock_timeout = '10s'`);
  await runner.query('SELECT 1 FROM provider_standings WHERE provider_id = $1 FOR NO KEY UPDATE', [providerId]);
  // Recalls before any work do not count, nor those by which the platform exonerated the holder. Creditors had no codes yet.
  await runner.query(
    `UPDATE standing_grabs s SET counts = false FROM grabs g
      WHERE g.id = s.grab_id AND s.provider_id = $1 AND s.state = 'recalled' AND s.counts
        AND (g.first_activity_at IS NULL OR g.end_reason ~ $2 AND g.end_reason = ANY ($3))`,
    [providerId, CODE, EXONERATING],
  );
  await runner.query(
    `UPDATE standing_grabs SET maturity_days = f.days
       FROM (SELECT (value ->> 'maturityDays')::integer AS days FROM policies WHERE name = 'standing' ORDER BY version DESC LIMIT 1) f
      WHERE provider_id = $1 AND f.days <> maturity_days`,
    [providerId],
  );
  await runner.query(
    'SELECT standing_recovered(ARRAY(SELECT DISTINCT grab_id FROM standing_recoveries WHERE provider_id = $1))',
    [providerId],
  );
  await runner.query(
    `INSERT INTO standing_sums AS s (provider_id, creditor_id, ${SUMS.join(', ')}, last_active_at)
     ${ADDED_BY('(SELECT *, 1 AS sign FROM standing_grabs WHERE provider_id = $1)')}
     ON CONFLICT (provider_id, creditor_id) DO UPDATE
       SET ${[...SUMS, 'last_active_at'].map((sum) => `${sum} = excluded.${sum}`).join(', ')}`,
    [providerId],
  );
}
