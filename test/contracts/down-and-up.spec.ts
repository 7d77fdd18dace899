import { migrations } from '../../migrations/index.js';
import { breachesIn } from '../../src/commands/laws.js';
import { migrateDown, migrateUp } from '../../src/platform/database/index.js';
import { asOwner, type TestDatabase } from '../support/database.js';
import { aDatabaseInEveryState } from '../support/every-state.js';

const SUMS = 'sum(principal_fen)::text AS principal, sum(penalty_fen)::text AS penalty, sum(paid_fen)::text AS paid';
/** Tables whose rows say which world they belong to. */
const WORLDLY = ['cases', 'hall_listings', 'grabs', 'verification_applications'];

describe('migrations taken back and made again with data of every kind', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await aDatabaseInEveryState('recourse_down_and_up');
  });

  const worlds = async () => {
    const counts: Record<string, unknown> = {};
    for (const table of WORLDLY) {
      counts[table] = await asOwner(
        database,
        `SELECT sandbox_id, count(*)::int AS rows FROM ${table} GROUP BY 1 ORDER BY 1 NULLS FIRST`,
      );
    }
    return counts;
  };

  const totals = async () => ({
    cases: await asOwner(database, `SELECT ${SUMS}, sum(outstanding_fen)::text AS open FROM cases`),
    lines: await asOwner(
      database,
      `SELECT ${SUMS}, sum(principal_fen + penalty_fen - paid_fen)::text AS open FROM case_lines WHERE withdrawn_at IS NULL`,
    ),
  });

  /** Down to the first migration that tells worlds apart, and below it to the one that brought sandboxes. */
  const first = migrations.findIndex(({ name }) => name.startsWith('Sandboxes')) + 1;

  it('keeps every row in its world and every law, however many steps', async () => {
    const before = await worlds();
    expect((before['cases'] as unknown[]).length).toBe(2);
    const sums = await totals();
    expect(sums.lines).toEqual(sums.cases);
    for (let left = migrations.length - 1; left >= first; left -= 1) {
      await migrateDown(database.ownerUrl, migrations.length - left);
      await migrateUp(database.ownerUrl);
      expect({ left, breaches: await breachesIn(database.ownerUrl) }).toEqual({ left, breaches: [] });
      expect(await worlds()).toEqual(before);
      expect(await totals()).toEqual(sums);
    }
  });
});
