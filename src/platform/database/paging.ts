import { checkFirst, cutToPage, idAfter, type Page, type PageInput, type Position } from '../../kernel/index.js';
import type { Queryable } from './queryable.js';

/** An SQL condition; each `?` in it stands for the next of its values. */
export type Condition = readonly [sql: string, ...values: unknown[]];

/** How a list is sorted, and what its cursors hold. */
export interface Order<T> {
  readonly by: string;
  /** The condition of rows after a cursor; refuses an invalid cursor. */
  readonly after: (cursor: string) => Condition;
  readonly position: (row: T) => Position;
}

export interface Listing<T> {
  /** `SELECT … FROM …`, up to WHERE; with values for each `?` where there are any. */
  readonly select: string | Condition;
  readonly where: readonly Condition[];
  /**
   * Conditions of which a row satisfies exactly one, such as its states. Each is walked in order by its own index, and the first rows of all
   * walks are the page: asked for as one set, a rare state would be looked for through all rows there are.
   */
  readonly either?: readonly Condition[];
  readonly order: Order<T>;
}

/** By an id of version 7, so by creation time. */
export function newestFirst(id: string): Order<{ id: string }> {
  return { by: `${id} DESC`, after: (cursor) => [`${id} < ?::uuid`, idAfter(cursor)], position: (row) => [row.id] };
}

export function oldestFirst(id: string): Order<{ id: string }> {
  return { by: id, after: (cursor) => [`${id} > ?::uuid`, idAfter(cursor)], position: (row) => [row.id] };
}

/** A condition of a filter; none when the value is not given. */
export function ifGiven(sql: string, value: unknown): Condition[] {
  return value === undefined || value === null ? [] : [[sql, value]];
}

/** One page of a list: `first` rows after a cursor. */
export async function pageOf<T>(q: Queryable, { first, after }: PageInput, list: Listing<T>): Promise<Page<T>> {
  checkFirst(first);
  const { by, position } = list.order;
  const where = after ? [...list.where, list.order.after(after)] : list.where;
  const end = [`ORDER BY ${by} LIMIT ?`, first + 1] as const;
  const [only, ...others] = list.either ?? [];
  const { sql, params } =
    only && others.length > 0
      ? merged(list.select, where, [only, ...others], end)
      : statementOf(list.select, only ? [...where, only] : where, end);
  return cutToPage(await q.rows<T>(sql, params), first, position);
}

/** The first rows of several walks; their order is by a column that has the same name in the list. */
function merged(
  select: string | Condition,
  where: readonly Condition[],
  either: readonly Condition[],
  end: Condition,
): { sql: string; params: unknown[] } {
  const walks = either.map((one) => marked(select, [...where, one], end));
  const together = walks.map(([sql]) => `(${sql})`).join(' UNION ALL ');
  const [order, ...limit] = end;
  const named = order.replace(/^ORDER BY \w+\./, 'ORDER BY ');
  return numbered([`SELECT * FROM (${together}) found ${named}`, ...walks.flatMap(([, ...given]) => given), ...limit]);
}

/** The first row that satisfies the conditions. */
export function firstOf<T>(
  q: Queryable,
  select: string | Condition,
  where: readonly Condition[],
): Promise<T | undefined> {
  const { sql, params } = statementOf(select, where);
  return q.one<T>(sql, params);
}

/** A statement whose parameters are numbered in the order they stand in. */
export function statementOf(
  select: string | Condition,
  where: readonly Condition[],
  end: Condition = [''],
): { sql: string; params: unknown[] } {
  return numbered(marked(select, where, end));
}

function marked(select: string | Condition, where: readonly Condition[], end: Condition): Condition {
  const [head, ...values] = typeof select === 'string' ? [select] : select;
  const conditions = where.map(([sql]) => sql).join(' AND ') || 'true';
  const given = where.flatMap(([, ...each]) => each);
  return [`${head} WHERE ${conditions} ${end[0]}`, ...values, ...given, ...end.slice(1)];
}

function numbered([marks, ...params]: Condition): { sql: string; params: unknown[] } {
  const [start, ...parts] = marks.split('?');
  if (params.length !== parts.length) throw new Error(`${parts.length} places for ${params.length} values: ${marks}`);
  return { sql: parts.reduce((sql, part, index) => `${sql}$${index + 1}${part}`, start!), params };
}
