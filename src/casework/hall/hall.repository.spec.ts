import type { Queryable } from '../../platform/database/queryable.js';
import { HALL_SORTS } from './hall.policy.js';
import { type HallLook, HallRepository } from './hall.repository.js';
import type { HallFilter } from './hall-filter.policy.js';
import { criteriaOf } from './hall-filter.policy.js';

interface Asked {
  sql: string;
  params: unknown[];
  name: string | undefined;
}

function listening(): { q: Queryable; asked: Asked[] } {
  const asked: Asked[] = [];
  const rows = async (sql: string, params: unknown[] = [], name?: string) => {
    asked.push({ sql: sql.replace(/\s+/g, ' ').trim(), params, name });
    return [];
  };
  return { q: { rows } as unknown as Queryable, asked };
}

const look = (filter: HallFilter | null, more: Partial<HallLook> = {}): HallLook => ({
  sandboxId: null,
  sort: 'NEWEST',
  criteria: criteriaOf(filter, 'exact'),
  today: '2026-11-21',
  take: 21,
  after: undefined,
  ...more,
});
const AFTER = { key: '5000', id: '01890a5d-ac96-774b-bcce-b302099a8057' };

it('goes on in each order by one row comparison in the direction of the order', async () => {
  const { q, asked } = listening();
  for (const sort of HALL_SORTS) await new HallRepository().near(q, look(null, { sort, after: AFTER }));
  asked.forEach(({ sql, params }, index) => {
    const rising = ['OLDEST', 'AMOUNT_ASC', 'OVERDUE_LONGEST'].includes(HALL_SORTS[index]!);
    expect(sql).toMatch(
      rising ? /\(\w+, case_id\) > \(\$1::\w+, \$2::uuid\)/ : /\(\w+, case_id\) < \(\$1::\w+, \$2::uuid\)/,
    );
    const orders = sql.match(/ORDER BY \w+ (ASC|DESC), case_id \1/g);
    expect(orders).toHaveLength(2);
    expect(new Set(orders).size).toBe(1);
    expect(sql.includes(rising ? 'DESC' : 'ASC')).toBe(false);
    expect(params).toEqual([AFTER.key, AFTER.id, 21]);
  });
});

it('starts at the range of its own column, and after a cursor at the cursor alone', async () => {
  const { q, asked } = listening();
  const repository = new HallRepository();
  const filter = { minAmountFen: 10n, maxAmountFen: 99n };
  await repository.near(q, look(filter, { sort: 'AMOUNT_DESC' }));
  await repository.near(q, look(filter, { sort: 'AMOUNT_DESC', after: AFTER }));
  const [begun, gone] = asked.map(({ sql }) => sql.split(') near '));
  expect(begun?.[0]).toMatch(/amount_fen >= \$1::bigint AND amount_fen <= \$2::bigint/);
  expect(begun?.[1]).not.toContain('WHERE');
  expect(gone?.[0]).not.toContain('amount_fen <=');
  expect(gone?.[1]).toContain('amount_fen <= $4::bigint');
});

it('names one text once, within what PostgreSQL can tell apart, and prepares no more than 200', async () => {
  const { q, asked } = listening();
  const repository = new HallRepository();
  const filters: HallFilter[] = [
    {},
    { grades: ['A'] },
    { grades: ['A', 'B'] },
    { grades: ['E'] },
    { amountBands: ['under_10k'] },
    { amountBands: ['from_10k_to_50k'] },
    { amountBands: ['under_10k', 'from_50k_to_200k'] },
    { amountBands: ['under_10k', 'from_5m'] },
    { regionPrefix: '44' },
    { regionPrefix: '4403' },
    { provinces: ['440000'], regionPrefix: '44' },
    { minMonthsOverdue: 1 },
    { maxMonthsOverdue: 1 },
    { minEvidenceBps: 1, minCommissionBps: 1, maxCommissionBps: 2, debtorKind: 'person', serviceLines: ['legal'] },
    { categories: ['online_loan'] },
    { minAmountFen: 1n },
  ];
  for (const filter of filters) {
    for (const sort of HALL_SORTS) {
      for (const after of [undefined, AFTER]) await repository.near(q, look(filter, { sort, after }));
    }
  }
  const texts = new Map<string, string>();
  for (const { name, sql } of asked) {
    if (name === undefined) continue;
    expect(name.length).toBeLessThan(60);
    expect(texts.get(name) ?? sql).toBe(sql);
    texts.set(name, sql);
  }
  expect(texts.size).toBe(200);
  expect(new Set(texts.values()).size).toBe(200);
});

it('turns months overdue into due days, both ends included', async () => {
  const { q, asked } = listening();
  await new HallRepository().near(q, look({ minMonthsOverdue: 3, maxMonthsOverdue: 5 }));
  expect(asked[0]?.sql).toContain('due_on <= $1::date AND due_on >= $2::date');
  expect(asked[0]?.params.slice(0, 2)).toEqual(['2026-08-21', '2026-05-22']);
});

it('puts nothing the caller wrote into the text', async () => {
  const { q, asked } = listening();
  const filter: HallFilter = {
    categories: ['online_loan'],
    provinces: ['440000'],
    regionPrefix: '440305',
    grades: ['A', 'C'],
  };
  const repository = new HallRepository();
  await repository.near(q, look(filter, { after: AFTER }));
  await repository.wide(q, look(filter, { after: AFTER }));
  await repository.count(q, null, look(filter).criteria, '2026-11-21').catch(() => undefined);
  for (const { sql } of asked) expect(sql).not.toMatch(/online_loan|4400|4403|01890a5d/);
});
