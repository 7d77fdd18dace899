import { cursorOf } from '../../kernel/index.js';
import { ifGiven, newestFirst, pageOf, statementOf } from './paging.js';
import type { Queryable } from './queryable.js';

const IDS = ['0197a1b2-0000-7000-8000-000000000003', '0197a1b2-0000-7000-8000-000000000002'];

/** Answers every question with the same rows and keeps what was asked. */
function database(rows: { id: string }[]) {
  const asked: { sql: string; params: unknown[] }[] = [];
  const answer = (sql: string, params: unknown[]) => {
    asked.push({ sql, params });
    return Promise.resolve(rows);
  };
  return { asked, q: { rows: answer } as unknown as Queryable };
}

describe('statementOf', () => {
  it('numbers the places of select, conditions and end in the order they stand in', () => {
    const { sql, params } = statementOf(
      ['SELECT ? FROM t', 1],
      [
        ['a = ?', 2],
        ['b BETWEEN ? AND ?', 3, 4],
      ],
      ['LIMIT ?', 5],
    );
    expect(sql).toBe('SELECT $1 FROM t WHERE a = $2 AND b BETWEEN $3 AND $4 LIMIT $5');
    expect(params).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuses a condition with too few values instead of asking something else', () => {
    expect(() => statementOf('SELECT 1', [['a = ?']])).toThrow('1 places for 0 values');
  });

  it('keeps a condition on null, and leaves out a filter that is not given', () => {
    expect(statementOf('SELECT 1', [['a IS NOT DISTINCT FROM ?', null], ...ifGiven('b = ?', null)]).params).toEqual([
      null,
    ]);
  });
});

describe('pageOf', () => {
  const listing = { select: 'SELECT id FROM t', where: [['a = ?', 'x']] as const, order: newestFirst('id') };

  it('reads one row more than asked, after the cursor, and tells whether more follows', async () => {
    const { q, asked } = database(IDS.map((id) => ({ id })));
    const page = await pageOf(q, { first: 1, after: cursorOf([IDS[0]!]) }, listing);
    expect(asked).toEqual([
      { sql: 'SELECT id FROM t WHERE a = $1 AND id < $2::uuid ORDER BY id DESC LIMIT $3', params: ['x', IDS[0], 2] },
    ]);
    expect(page).toEqual({ nodes: [{ id: IDS[0] }], endCursor: cursorOf([IDS[0]!]), hasNextPage: true });
  });

  it('refuses a made-up cursor and a size out of bounds before it asks', async () => {
    const { q, asked } = database([]);
    await expect(pageOf(q, { first: 1, after: cursorOf(["'; DROP TABLE"]) }, listing)).rejects.toMatchObject({
      path: 'after',
    });
    await expect(pageOf(q, { first: 101 }, listing)).rejects.toMatchObject({ path: 'first' });
    expect(asked).toEqual([]);
  });
});
