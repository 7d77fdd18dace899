import { getMetadataArgsStorage } from 'typeorm';

type EntityClass<E> = new () => E;

/**
 * SQL: the select list of an entity's columns, each under the name of its property: `g.id, g.case_id AS "caseId"`. Rows read
 * with it are instances of the entity in all but their class. Call it once, when the module is loaded: the text names
 * prepared statements. `only` picks columns and gives their order; without it all come, in the order of the entity.
 */
export function columnsOf<E extends object>(
  entity: EntityClass<E>,
  alias?: string,
  only: readonly (keyof E & string)[] = propertiesOf(entity),
): string {
  const names = columnNames(entity);
  return only
    .map((property) => {
      const name = names.get(property);
      if (!name) throw new Error(`${entity.name}.${property} is no column`);
      const column = alias ? `${alias}.${name}` : name;
      return name === property ? column : `${column} AS "${property}"`;
    })
    .join(', ');
}

/** The properties of an entity that are columns, except some. */
export function propertiesBut<E extends object>(
  entity: EntityClass<E>,
  ...left: readonly (keyof E & string)[]
): (keyof E & string)[] {
  return propertiesOf(entity).filter((property) => !left.includes(property));
}

function propertiesOf<E extends object>(entity: EntityClass<E>): (keyof E & string)[] {
  return [...columnNames(entity).keys()] as (keyof E & string)[];
}

/** Column names by property, of the entity's own columns. */
export function columnNames(entity: EntityClass<object>): Map<string, string> {
  const columns = getMetadataArgsStorage().columns.filter(({ target }) => target === entity);
  return new Map(columns.map(({ propertyName, options }) => [propertyName, options.name ?? propertyName]));
}
