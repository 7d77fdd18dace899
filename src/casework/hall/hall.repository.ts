import { Injectable } from '@nestjs/common';
import { type Day, MAX_PAGE } from '../../kernel/index.js';
import type { Queryable } from '../../platform/database/index.js';
import type { HallSort } from './hall.policy.js';
import { conditionsOf, type HallCondition } from './hall-conditions.js';
import type { HallCriteria } from './hall-filter.policy.js';
import { type HallRow, ROW_SQL, rowsOf } from './hall-row.js';

/** A page of the hall to read: `take` rows of this order after a place in it. */
export interface HallLook {
  /** The sandbox of the hall; null for the live one. */
  readonly sandboxId: string | null;
  readonly sort: HallSort;
  readonly criteria: HallCriteria;
  readonly today: Day;
  readonly take: number;
  readonly after: { readonly key: string; readonly id: string } | undefined;
}

/** What was found near the place; unless `complete`, more may follow further on. */
export interface NearPage {
  readonly rows: HallRow[];
  readonly complete: boolean;
}

interface Order {
  readonly column: string;
  readonly type: string;
  readonly direction: 'ASC' | 'DESC';
  /** The column in an expression that no index can sort by. */
  readonly unindexed: string;
}

const order = (column: string, type: string, direction: 'ASC' | 'DESC'): Order => ({
  column,
  type,
  direction,
  unindexed: type === 'timestamptz' ? `${column} + interval '0'` : `${column} + 0`,
});

const ORDERS: Record<HallSort, Order> = {
  NEWEST: order('listed_at', 'timestamptz', 'DESC'),
  OLDEST: order('listed_at', 'timestamptz', 'ASC'),
  AMOUNT_DESC: order('amount_fen', 'bigint', 'DESC'),
  AMOUNT_ASC: order('amount_fen', 'bigint', 'ASC'),
  COMMISSION_DESC: order('commission_bps', 'integer', 'DESC'),
  SCORE_DESC: order('score', 'integer', 'DESC'),
  OVERDUE_LONGEST: order('due_on', 'date', 'ASC'),
  OVERDUE_SHORTEST: order('due_on', 'date', 'DESC'),
};

const RAW = `case_id, category, service_line, province, region_code, debtor_kind, amount_fen, due_on, commission_bps,
  evidence_bps, score, grade, listed_at, matter`;
/** How many listings `near` walks along an order, which takes about a millisecond. */
const NEAR = 2_000;
/** Statements prepared per connection; further shapes run unprepared. */
const MAX_SHAPES = 200;
/** Counting stops here: a total of this many means at least this many. */
export const COUNT_CAP = 1_000;

/**
 * Reads the hall. Each set of conditions has a statement of its own, so that PostgreSQL plans each separately. Every order walks its
 * index: the row comparison has the columns of the index and one direction.
 */
@Injectable()
export class HallRepository {
  private readonly shapes = new Map<string, string>();

  /**
   * Walks the order from the given place and keeps the listings that match, at most `NEAR` listings far (a page, when the index of
   * the order covers every condition). Stops when it has enough. Unless `complete`, more may follow.
   */
  async near(q: Queryable, look: HallLook): Promise<NearPage> {
    const { column, type, direction } = ORDERS[look.sort];
    const params = new Params();
    const conditions = conditionsOf(look.criteria, look.today);
    // A cursor lies beyond the end of the range at which the order starts; given both, the index may start at the wrong one.
    const start = direction === 'DESC' ? 'max' : 'min';
    const first = conditions.filter((one) => one.column === column && !(look.after && one.bound === start));
    const rest = conditions.filter((one) => !first.includes(one));
    const place = placeAfter(look, column, type, direction, params);
    const sql = pageSql(`
      SELECT ${ROW_SQL} AS line FROM (
        SELECT ${RAW} FROM hall_listings ${where([...place, worldOf(look.sandboxId, params), ...first.map((one) => one.sql(params))])}
        ORDER BY ${column} ${direction}, case_id ${direction} LIMIT ${rest.length > 0 ? NEAR : MAX_PAGE + 1}
      ) near ${where(rest.map((one) => one.sql(params)))}
      ORDER BY ${column} ${direction}, case_id ${direction} LIMIT ${params.add(look.take)}`);
    const [found] = await q.rows<Found>(sql, params.values, this.nameOf(look, conditions));
    const rows = rowsOf(found?.page);
    return { rows, complete: rest.length === 0 || rows.length >= look.take };
  }

  /**
   * Finds all listings that match and sorts them: for conditions that are rare along the order. Costs at most one pass over the
   * table. Not prepared: the best plan depends on the values, and planning takes far less time than the search.
   */
  async wide(q: Queryable, look: HallLook): Promise<HallRow[]> {
    const { column, type, direction, unindexed } = ORDERS[look.sort];
    const params = new Params();
    const clauses = searched(conditionsOf(look.criteria, look.today), params);
    const sql = pageSql(`
      SELECT ${ROW_SQL} AS line FROM hall_listings
      ${where([...clauses, worldOf(look.sandboxId, params), ...placeAfter(look, column, type, direction, params)])}
      ORDER BY ${unindexed} ${direction}, case_id ${direction} LIMIT ${params.add(look.take)}`);
    const [found] = await q.rows<Found>(sql, params.values);
    return rowsOf(found?.page);
  }

  /** How many listings match, counted up to one above the cap. */
  async count(q: Queryable, sandboxId: string | null, criteria: HallCriteria, today: Day): Promise<number> {
    const params = new Params();
    const clauses = [...searched(conditionsOf(criteria, today), params), worldOf(sandboxId, params)];
    const row = await q.one<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT 1 FROM hall_listings ${where(clauses)} LIMIT ${COUNT_CAP + 1}) fits`,
      params.values,
    );
    return row?.found ?? 0;
  }

  /** One short name per SQL text, because PostgreSQL cuts names at 63 bytes. */
  private nameOf(look: HallLook, conditions: readonly HallCondition[]): string | undefined {
    const shape = `${look.sandboxId === null ? '' : 'test '}${look.sort}${look.after ? ' after' : ''} ${conditions.map((one) => one.shape).join(' ')}`;
    const known = this.shapes.get(shape);
    if (known !== undefined || this.shapes.size >= MAX_SHAPES) return known;
    const name = `hall.${this.shapes.size}`;
    this.shapes.set(shape, name);
    return name;
  }
}

interface Found {
  page: string | null;
}

/** Returns the listings of a page as one text, in their order. */
const pageSql = (listings: string) => `SELECT string_agg(line, E'\\t') AS page FROM (${listings}) listings`;

class Params {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** The live condition equals that of its partial indexes, so that walks there never meet a sandbox case. */
function worldOf(sandboxId: string | null, params: Params): string {
  return sandboxId === null ? 'sandbox_id IS NULL' : `sandbox_id = ${params.add(sandboxId)}::uuid`;
}

function placeAfter(look: HallLook, column: string, type: string, direction: string, params: Params): string[] {
  if (!look.after) return [];
  const [key, id] = [params.add(look.after.key), params.add(look.after.id)];
  return [`(${column}, case_id) ${direction === 'DESC' ? '<' : '>'} (${key}::${type}, ${id}::uuid)`];
}

const FACETS = '(ARRAY[province, category, service_line, debtor_kind, grade])';

/** The conditions for a search: equalities through the inverted index of all facets, ranges through their own. */
function searched(conditions: readonly HallCondition[], params: Params): string[] {
  return conditions.map((one) => (one.facets ? `${FACETS} && ${params.add(one.facets)}::text[]` : one.sql(params)));
}

function where(clauses: readonly string[]): string {
  return clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : '';
}
