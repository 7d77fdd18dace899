import { getMetadataArgsStorage } from 'typeorm';
import { columnNames } from './rows.js';

/** How long the rows of a table are kept. */
export interface Keeping<E> {
  /** The figure of the policy `retention` that says for how many days. */
  figure: string;
  /** The instant the days are counted from. Rows without one are kept. */
  since: keyof E & string;
  /** SQL: a further condition of the rows that may go; the table is `t`. */
  where?: string;
}

/** A table with its statement that removes some rows. Parameters: days, how many rows to look at, the key after which to look. */
export interface KeepingStatement {
  readonly table: string;
  readonly figure: string;
  readonly sql: string;
  /** Whether it walks along the key and answers the last one it saw; otherwise it finds the oldest by an index. */
  readonly walks: boolean;
}

const declared: { entity: new () => object; keeping: Keeping<never> }[] = [];

/** Declares how long the rows of an entity are kept; `platform/retention` removes them. */
export function Keeps<E extends object>(keeping: Keeping<E>): (entity: new () => E) => void {
  return (entity) => {
    declared.push({ entity, keeping: keeping as unknown as Keeping<never> });
  };
}

export function keepingStatements(): KeepingStatement[] {
  return declared
    .map(({ entity, keeping }) => statementOf(entity, keeping))
    .sort((a, b) => (a.table < b.table ? -1 : 1));
}

/**
 * A table whose key is one uuid, which begins with the time, is walked along it from its oldest row, until a row's key is too
 * young; that takes no index of its own. Of any other table the oldest rows are found by an index on their time.
 */
function statementOf(entity: new () => object, { figure, since, where }: Keeping<never>): KeepingStatement {
  const storage = getMetadataArgsStorage();
  const table = storage.tables.find(({ target }) => target === entity)!.name!;
  const names = columnNames(entity);
  const keys = storage.columns.filter(({ target, options }) => target === entity && options.primary);
  const walks = keys.length === 1 && keys[0]!.options.type === 'uuid';
  const key = keys[0]!.options.name ?? keys[0]!.propertyName;
  const old = `t.${names.get(since)} < now() - make_interval(days => $1)${where ? ` AND (${where})` : ''}`;
  return { table, figure, walks, sql: walks ? walking(table, key, old) : byTime(table, names.get(since)!, old) };
}

const walking = (table: string, key: string, old: string) => `
  WITH seen AS MATERIALIZED (
    SELECT ${key}, ctid AS place FROM ${table} WHERE ${key} > $3::uuid AND ${key} < $4::uuid ORDER BY ${key} LIMIT $2),
  gone AS (DELETE FROM ${table} t WHERE t.ctid = ANY (ARRAY(SELECT place FROM seen)) AND ${old} RETURNING 1)
  SELECT (SELECT count(*)::int FROM gone) AS gone, (SELECT count(*)::int FROM seen) AS seen,
         (SELECT ${key} FROM seen ORDER BY ${key} DESC LIMIT 1) AS last`;

/** By place: joined by key, PostgreSQL may read the whole table to find a few rows. What is this old is no longer moved. */
const byTime = (table: string, since: string, old: string) => `
  DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT t.ctid FROM ${table} t WHERE ${old} ORDER BY ${since} LIMIT $2))`;
