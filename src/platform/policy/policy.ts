import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock, type Day, InvalidInput, invalid, type Refusal, reasonDetails, type Texts } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../database/index.js';
import { emptyGroup, figuresOf, merged, outOfBounds, type PolicyFigure, unknownFigure } from './policy-figures.js';

/** A named set of figures an admin may change. Its schema carries the defaults; the table carries every version set since. */
export interface PolicyDefinition<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** The figures that a stored value puts in force, as JSON: the value itself, unless only what differs is stored. */
  readonly inForce: (value: T) => unknown;
  /** What is nonsense about figures that are each acceptable; asked when they are set, never of what is stored. */
  readonly fault: (value: T) => Refusal | undefined;
  /** What somebody has to look after on a day, such as a publication that is missing. */
  readonly alarms: (value: T, today: Day) => readonly Texts[];
}

/** Figures as they were at one version. */
export interface InForce<T> {
  /** Null while the defaults are in force. */
  readonly version: number | null;
  readonly value: T;
}

/** One version of a policy that was set. */
export interface PolicyVersion {
  readonly version: number;
  /** The figures that were in force from then on. */
  readonly value: unknown;
  readonly changedBy: string | null;
  readonly createdAt: Date;
}

/** A policy for its readers. */
export interface PolicyState {
  readonly name: string;
  /** Null while the defaults are in force. */
  readonly version: number | null;
  readonly value: unknown;
  readonly figures: readonly PolicyFigure[];
  /** Newest first. */
  readonly versions: readonly PolicyVersion[];
  /** What somebody has to look after today. */
  readonly alarms: readonly Texts[];
}

const definitions = new Map<string, PolicyDefinition<unknown>>();

/** Declares a policy. Every figure needs a description, and a default, so that an empty table means the documented figures. */
export function definePolicy<S extends z.ZodType>(
  name: string,
  schema: S,
  more: Partial<Pick<PolicyDefinition<z.infer<S>>, 'inForce' | 'fault' | 'alarms'>> = {},
): PolicyDefinition<z.infer<S>> {
  schema.parse({});
  const plain = { inForce: (value: unknown) => value, fault: () => undefined, alarms: () => [] };
  const definition = { ...plain, ...more, name, schema } as PolicyDefinition<z.infer<S>>;
  definitions.set(name, definition as PolicyDefinition<unknown>);
  return definition;
}

/** Every figure of every policy with its default. */
export function declaredFigures(): (PolicyFigure & { readonly policy: string })[] {
  return [...definitions.values()].flatMap(({ name, schema, inForce }) => {
    const defaults = inForce(schema.parse({}));
    return figuresOf(schema, defaults, defaults).map((figure) => ({ policy: name, ...figure }));
  });
}

/** The figures of the policy of this name after a change of the defaults. Refuses what `set` refuses. */
export function defaultsChanged(name: string, change: object): unknown {
  return changedValue(policyNamed(name), {}, change);
}

function policyNamed(name: string): PolicyDefinition<unknown> {
  const definition = definitions.get(name);
  if (!definition) throw invalid('ONE_OF', { path: 'name', values: [...definitions.keys()].join(', ') });
  return definition;
}

type VersionRow = PolicyVersion & { readonly name: string };

const FRESH_MS = 2_000;

/** Reads and changes policies. A changed figure is in force within two seconds in every process, at once in this one. */
@Injectable()
export class Policies {
  private readonly cache = new Map<string, InForce<unknown> & { at: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get<T>(definition: PolicyDefinition<T>, q: Queryable = this.database): Promise<T> {
    return (await this.inForce(definition, q)).value;
  }

  /** The figures with their version, for what keeps by which it was decided. */
  async inForce<T>({ name, schema }: PolicyDefinition<T>, q: Queryable = this.database): Promise<InForce<T>> {
    const known = this.cache.get(name);
    if (known && performance.now() - known.at < FRESH_MS) return known as InForce<T>;
    const newest = 'SELECT version, value FROM policies WHERE name = $1 ORDER BY version DESC LIMIT 1';
    const row = await q.one<InForce<unknown>>(newest, [name]);
    const found = { version: row?.version ?? null, value: read(schema, row?.value) };
    this.cache.set(name, { at: performance.now(), ...found });
    return found;
  }

  /** The figures as they would be after a change, which is checked as `set` checks it; nothing is locked or written. */
  async changed<T>(definition: PolicyDefinition<T>, change: object, q: Queryable = this.database): Promise<T> {
    const [newest] = await versionsOf(q, definition.name);
    return changedValue(definition, newest?.value ?? {}, change);
  }

  /**
   * Adds a version that changes the named figures, group by group, and keeps the others; a dry run only checks it. Returns the
   * policy as it is then.
   */
  async set(tx: Tx, name: string, change: object, changedBy: string | null, dryRun = false): Promise<PolicyState> {
    const definition = policyNamed(name);
    await tx.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [`policy:${name}`]);
    const versions = await versionsOf(tx, name);
    const value = changedValue(definition, versions[0]?.value ?? {}, change);
    const version = (versions[0]?.version ?? 0) + 1;
    if (dryRun) {
      const dated = await tx.one<{ createdAt: Date }>('SELECT now() AS "createdAt"');
      return stateOf(definition, [{ name, version, value, changedBy, ...dated! }, ...versions], this.clock.today());
    }
    const insert = 'INSERT INTO policies (name, version, value, changed_by) VALUES ($1, $2, $3, $4)';
    await tx.affected(insert, [name, version, JSON.stringify(value), changedBy]);
    tx.afterCommit(() => this.cache.delete(name));
    return stateOf(definition, await versionsOf(tx, name), this.clock.today());
  }

  /** Every policy with the figures in force and its versions. */
  async all(q: Queryable = this.database): Promise<PolicyState[]> {
    const rows = await versionsOf(q);
    return [...definitions.values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((definition) =>
        stateOf(
          definition,
          rows.filter(({ name }) => name === definition.name),
          this.clock.today(),
        ),
      );
  }
}

/** The versions of one policy or of all, newest first. */
function versionsOf(q: Queryable, name?: string): Promise<VersionRow[]> {
  return q.rows<VersionRow>(
    `SELECT name, version, value, changed_by AS "changedBy", created_at AS "createdAt" FROM policies
      WHERE $1::text IS NULL OR name = $1 ORDER BY name, version DESC`,
    [name ?? null],
  );
}

function stateOf(definition: PolicyDefinition<unknown>, rows: readonly VersionRow[], today: Day): PolicyState {
  const { name, schema, inForce, alarms } = definition;
  const forceOf = (value: unknown) => inForce(read(schema, value));
  const [newest] = rows;
  const value = forceOf(newest?.value ?? {});
  return {
    ...{ name, version: newest?.version ?? null, value, figures: figuresOf(schema, value, forceOf({})) },
    versions: rows.map(({ name: _, ...row }) => ({ ...row, value: forceOf(row.value) })),
    alarms: alarms(read(schema, newest?.value), today),
  };
}

function read<T>(schema: z.ZodType<T>, stored: unknown): T {
  return schema.parse(stillTaken(schema, stored));
}

/**
 * The stored figures without those that were set under wider bounds than today's: they count as not set, so that their defaults are in
 * force. An upgrade must not stop what reads the others.
 */
function stillTaken(schema: z.ZodType, stored: unknown = {}): unknown {
  const { error } = schema.safeParse(stored);
  if (!error) return stored;
  const refused = new Set(error.issues.map(({ path }) => path[0]));
  if (refused.has(undefined)) return {};
  return Object.fromEntries(Object.entries(stored as object).filter(([figure]) => !refused.has(figure)));
}

/** The value to store. Refuses INVALID_INPUT with the figure that is unknown, not acceptable, or a group that is empty. */
function changedValue<T>({ schema, fault }: PolicyDefinition<T>, stored: unknown, change: object): T {
  const pathOf = (place: string) => (place ? `change.${place}` : 'change');
  const unknown = unknownFigure(schema, change);
  if (unknown !== undefined) throw invalid('UNKNOWN_FIGURE', { path: pathOf(unknown) });
  const empty = emptyGroup(schema, change);
  if (empty !== undefined) throw invalid('NO_FIGURE', { path: pathOf(empty) });
  const parsed = schema.safeParse(merged(stillTaken(schema, stored), change));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new InvalidInput({ path: ['change', ...issue.path].join('.'), details: reasonDetails(issue.message) });
  }
  const outside = outOfBounds(schema, change);
  if (outside) throw invalid('OUT_OF_RANGE', { ...outside, path: pathOf(outside.path) });
  const nonsense = fault(parsed.data);
  if (nonsense) throw nonsense;
  return parsed.data;
}
