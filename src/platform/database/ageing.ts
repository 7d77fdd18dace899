import { getMetadataArgsStorage } from 'typeorm';
import { columnNames } from './rows.js';

/** The instants and days of a table that come closer when the clock of a sandbox is advanced. */
export interface Ageing<E> {
  /** The column that holds the id of the row's sandbox, or of one of its organisations. */
  of: keyof E & string;
  /** SQL: the ids that `of` is one of, when the row holds neither; `ids` are the sandbox and its organisations. */
  among?: string;
  /** Instants, which move by seconds, and days, which move by whole days. */
  columns: readonly (keyof E & string)[];
  /** When a row was created: rows created after the clock was advanced stay as they are. */
  since?: keyof E & string;
  /** `since` is by the clock of the sandbox instead of the database's. */
  sinceBySandbox?: true;
  /** SQL: a condition that limits the rows. */
  where?: string;
}

const declared: { entity: new () => object; ageing: Ageing<never> }[] = [];

/** Declares which columns of an entity age; `operations/sandboxes` applies it when a clock is advanced. */
export function Ages<E extends object>(...all: Ageing<E>[]): (entity: new () => E) => void {
  return (entity) => {
    declared.push(...all.map((ageing) => ({ entity, ageing: ageing as unknown as Ageing<never> })));
  };
}

/** The columns that age, as `table.column`. */
export function ageingColumns(): string[] {
  return declared.flatMap(({ entity, ageing }) => {
    const names = columnNames(entity);
    return ageing.columns.map((property) => `${tableOf(entity)}.${names.get(property)}`);
  });
}

/**
 * One UPDATE for each declaration, always in the same order. Parameters: ids of the sandbox and its organisations, seconds,
 * whole days, when the clock was advanced, and how many seconds it was ahead before.
 */
export function ageingStatements(): string[] {
  return declared.map(({ entity, ageing }) => statementOf(entity, ageing)).sort();
}

function statementOf(entity: new () => object, ageing: Ageing<never>): string {
  const names = columnNames(entity);
  const days = getMetadataArgsStorage().columns.filter(
    ({ target, options }) => target === entity && options.type === 'date',
  );
  const sets = ageing.columns.map((property: string) => {
    const name = names.get(property);
    return `${name} = t.${name} - ${days.some(({ propertyName }) => propertyName === property) ? 'days' : 'time'}`;
  });
  const conditions = [
    `t.${names.get(ageing.of)} = ANY(${ageing.among ? `ARRAY(${ageing.among})` : 'ids'})`,
    ageing.since && `t.${names.get(ageing.since)} <= at${ageing.sinceBySandbox ? ' + ahead' : ''}`,
    ageing.where && `(${ageing.where})`,
  ];
  return `UPDATE ${tableOf(entity)} t SET ${sets.join(', ')}
    FROM (SELECT $1::uuid[] AS ids, make_interval(secs => $2) AS time, $3::int AS days, $4::timestamptz AS at,
                 make_interval(secs => $5) AS ahead) advanced
   WHERE ${conditions.filter(Boolean).join(' AND ')}`;
}

function tableOf(entity: new () => object): string {
  return getMetadataArgsStorage().tables.find(({ target }) => target === entity)!.name!;
}
