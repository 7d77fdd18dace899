import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { InvalidInput, invalid, reasonDetails } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../database/index.js';

/** A named set of figures an admin may change. Its schema carries the defaults; the table carries every version set since. */
export interface PolicyDefinition<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

const definitions = new Map<string, PolicyDefinition<unknown>>();

/** Declares a policy. Every field of the schema needs a default, so that an empty table means the documented figures. */
export function definePolicy<S extends z.ZodType>(name: string, schema: S): PolicyDefinition<z.infer<S>> {
  schema.parse({});
  const definition = { name, schema } as PolicyDefinition<z.infer<S>>;
  definitions.set(name, definition as PolicyDefinition<unknown>);
  return definition;
}

const FRESH_MS = 2_000;

/** Reads and changes policies. A changed figure is in force within two seconds in every process, at once in this one. */
@Injectable()
export class Policies {
  private readonly cache = new Map<string, { at: number; value: unknown }>();

  constructor(private readonly database: Database) {}

  async get<T>(definition: PolicyDefinition<T>, q: Queryable = this.database): Promise<T> {
    const known = this.cache.get(definition.name);
    if (known && performance.now() - known.at < FRESH_MS) return known.value as T;
    const row = await q.one<{ value: unknown }>(
      'SELECT value FROM policies WHERE name = $1 ORDER BY version DESC LIMIT 1',
      [definition.name],
    );
    const value = definition.schema.parse(row?.value ?? {});
    this.cache.set(definition.name, { at: performance.now(), value });
    return value;
  }

  /** Adds a version that changes the named figures and keeps the others. Returns the new version number and value. */
  async set(
    tx: Tx,
    name: string,
    change: unknown,
    changedBy: string | null,
  ): Promise<{ version: number; value: unknown }> {
    const definition = definitions.get(name);
    if (!definition) throw invalid('ONE_OF', { path: 'name', values: [...definitions.keys()].join(', ') });
    await tx.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [`policy:${name}`]);
    const last = await tx.one<{ version: number; value: object }>(
      'SELECT version, value FROM policies WHERE name = $1 ORDER BY version DESC LIMIT 1',
      [name],
    );
    const unknown = unknownFigure(definition.schema, change as object);
    if (unknown !== undefined) throw invalid('UNKNOWN_FIGURE', { path: `change.${unknown}` });
    const parsed = definition.schema.safeParse({ ...last?.value, ...(change as object) });
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      throw new InvalidInput({ path: ['change', ...issue.path].join('.'), details: reasonDetails(issue.message) });
    }
    const version = (last?.version ?? 0) + 1;
    const insert = 'INSERT INTO policies (name, version, value, changed_by) VALUES ($1, $2, $3, $4)';
    await tx.affected(insert, [name, version, JSON.stringify(parsed.data), changedBy]);
    tx.afterCommit(() => this.cache.delete(name));
    return { version, value: parsed.data };
  }

  /** Every policy with its current figures. */
  async all(q: Queryable = this.database): Promise<{ name: string; version: number | null; value: unknown }[]> {
    const rows = await q.rows<{ name: string; version: number; value: unknown }>(
      'SELECT DISTINCT ON (name) name, version, value FROM policies ORDER BY name, version DESC',
    );
    const kept = new Map(rows.map((row) => [row.name, row]));
    return [...definitions.values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, schema }) => {
        const { version = null, value = {} } = kept.get(name) ?? {};
        return { name, version, value: schema.parse(value) };
      });
  }
}

/** The first name in a change that the policy does not have; a misspelt figure must not pass as changed. */
function unknownFigure(schema: z.ZodType, change: object): string | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined;
  return Object.keys(change).find((name) => !Object.hasOwn(schema.shape, name));
}
