import { randomUUID } from 'node:crypto';
import { CaseClaimsRepository } from '../../src/casework/cases/case-claims.repository.js';
import { HALL_SORTS } from '../../src/casework/hall/hall.policy.js';
import { type HallLook, HallRepository } from '../../src/casework/hall/hall.repository.js';
import type { HallChanges } from '../../src/casework/hall/hall-changes.js';
import { criteriaOf } from '../../src/casework/hall/hall-filter.policy.js';
import type { Clock } from '../../src/kernel/index.js';
import type { Queryable, Tx } from '../../src/platform/database/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

/** Listings of each world; those of the sandbox are the newer ones, which a live walk would meet first. */
const EACH = 3_000;

const INDEXES: Record<string, string> = {
  NEWEST: 'hall_newest',
  OLDEST: 'hall_newest',
  AMOUNT_DESC: 'hall_by_amount',
  AMOUNT_ASC: 'hall_by_amount',
  COMMISSION_DESC: 'hall_by_commission',
  SCORE_DESC: 'hall_by_score',
  OVERDUE_LONGEST: 'hall_by_age',
  OVERDUE_SHORTEST: 'hall_by_age',
};

const CASES = `
  INSERT INTO cases (id, number, creditor_id, sandbox_id, external_ref, state, category, service_line, region_code, debtor_kind,
    debtor_masked_name, debtor_sealed, principal_fen, penalty_fen, paid_fen, outstanding_fen, due_on, limitation_expires_on,
    evidence_bps, score, grade, commission_bps, listed_at)
  SELECT gen_random_uuid(), $4 || n, $1, $2, n, 'listed', 'commercial_receivable', 'agency_dunning', '440305', 'enterprise',
    '某**公司', '\\x00', 1000 + n, 0, 0, 1000 + n, current_date - n % 900, current_date + 100, 5000, n % 100, 'B', 800 + n % 2000,
    now() + n * interval '1 millisecond' + CASE WHEN $2::uuid IS NULL THEN interval '0' ELSE interval '1 hour' END
  FROM generate_series(1, $3::int) AS n`;

const HALL = `
  INSERT INTO hall_listings (case_id, creditor_id, sandbox_id, category, service_line, province, region_code, debtor_kind,
    amount_fen, due_on, commission_bps, evidence_bps, score, grade, listed_at)
  SELECT id, creditor_id, sandbox_id, category, service_line, '440000', region_code, debtor_kind, outstanding_fen, due_on,
    commission_bps, evidence_bps, score, grade, listed_at FROM cases`;

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Rows Removed by Filter'?: number;
  'Actual Rows': number;
  Plans?: Plan[];
}

describe('the halls of two worlds in one table', () => {
  let database: TestDatabase;
  const sandboxId = randomUUID();

  beforeAll(async () => {
    database = await namedDatabase('recourse_hall_worlds', { fresh: true });
    const [live, test] = [randomUUID(), randomUUID()];
    const founded = `INSERT INTO organisations (id, kind, name, sandbox_id) VALUES ($1, 'creditor', 'x', $2)`;
    await asOwner(database, founded, [live, null]);
    await asOwner(database, `INSERT INTO sandboxes (id, owner_id, name) VALUES ($1, $2, 'x')`, [sandboxId, live]);
    await asOwner(database, founded, [test, sandboxId]);
    await asOwner(database, CASES, [live, null, EACH, 'L']);
    await asOwner(database, CASES, [test, sandboxId, EACH, 'T']);
    await asOwner(database, HALL);
    await asOwner(database, 'VACUUM ANALYZE hall_listings');
    await asOwner(database, 'VACUUM ANALYZE cases');
  });

  /** Every step of the plan of what is asked, as it was carried out. */
  async function planOf(ask: (q: Queryable) => Promise<unknown>): Promise<Plan[]> {
    const asked: { sql: string; params: unknown[] }[] = [];
    const rows = async (sql: string, params: unknown[] = []) => {
      asked.push({ sql, params });
      return [];
    };
    await ask({ rows } as unknown as Queryable);
    const { sql, params } = asked[0]!;
    const [row] = await asOwner<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      database,
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
      params,
    );
    return stepsOf(row!['QUERY PLAN'][0].Plan);
  }

  function walked(look: Partial<HallLook>): Promise<Plan[]> {
    const whole: HallLook = {
      ...{ sandboxId: null, sort: 'NEWEST', criteria: criteriaOf(null, 'exact'), today: '2026-11-21', take: 21 },
      ...{ after: undefined },
      ...look,
    };
    return planOf((q) => new HallRepository().near(q, whole));
  }

  it.each(HALL_SORTS)('walk %s along the live index and never meet a test case', async (sort) => {
    const steps = await walked({ sort });
    const scans = steps.filter((step) => step['Index Name']);
    expect(scans.map((step) => step['Index Name'])).toEqual([INDEXES[sort]]);
    expect(scans[0]!['Actual Rows']).toBeLessThanOrEqual(101);
    expect(steps.some((step) => step['Node Type'] === 'Seq Scan' || step['Rows Removed by Filter'])).toBe(false);
  });

  it('search all facets through the live index', async () => {
    const criteria = criteriaOf({ grades: ['B'], minAmountFen: 3_900n }, 'exact');
    const steps = await walked({ criteria });
    expect(steps.find((step) => step['Index Name'])?.['Index Name']).toBe('hall_newest');
  });

  it('walk a sandbox’s own hall along its own index', async () => {
    for (const sort of ['NEWEST', 'OLDEST'] as const) {
      const names = (await walked({ sort, sandboxId })).flatMap((step) => step['Index Name'] ?? []);
      expect(names).toEqual(['hall_of_sandbox']);
    }
  });

  it('let a grab read and lock its case by key alone', async () => {
    const [one] = await asOwner<{ id: string }>(database, 'SELECT id FROM cases LIMIT 1');
    const claims = new CaseClaimsRepository({} as Clock, {} as HallChanges);
    for (const ask of [
      (q: Queryable) => claims.statesOf(q, [one!.id]),
      (q: Queryable) => claims.lockListed(q as Tx, [one!.id]),
    ]) {
      const steps = await planOf(ask);
      expect(steps.flatMap((step) => step['Index Name'] ?? [])).toEqual(['cases_pkey']);
      expect(steps.some((step) => step['Node Type'] === 'Seq Scan')).toBe(false);
    }
  });

  function stepsOf(plan: Plan): Plan[] {
    return [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];
  }
});
