import type { Condition, Queryable } from '../../platform/database/index.js';

/** SQL: the sandbox an organisation belongs to; null for a live one. `organisation` is an expression for its id. */
export function sandboxOf(organisation: string): string {
  return `(SELECT o.sandbox_id FROM organisations o WHERE o.id = ${organisation})`;
}

/**
 * SQL: whether an organisation belongs to the same world as another; both are expressions for ids. It limits what a platform's
 * people see, as its own id limits what a customer sees.
 */
export function inWorldOf(organisation: string, other: string): string {
  return `${sandboxOf(organisation)}
    IS NOT DISTINCT FROM ${sandboxOf(`${other}::uuid`)}`;
}

/**
 * The same for a list, by the sandbox of who asks. The few organisations of a sandbox are read first and named: only then does
 * PostgreSQL know how few rows theirs are, and find them by an index instead of picking them out of everything live.
 */
export async function ofWorld(q: Queryable, organisation: string, sandboxId: string | null): Promise<Condition> {
  if (sandboxId === null) return [`${sandboxOf(organisation)} IS NULL`];
  const rows = await q.rows<{ id: string }>('SELECT id FROM organisations WHERE sandbox_id = $1', [sandboxId]);
  return [`${organisation} = ANY (?::uuid[])`, rows.map(({ id }) => id)];
}

/** The rows of one world, where they hold its id themselves. */
export function inSandbox(column: string, sandboxId: string | null): Condition {
  return sandboxId === null ? [`${column} IS NULL`] : [`${column} = ?::uuid`, sandboxId];
}

/** SQL: joins the organisation with this id, an expression, as `o`. */
export function joinOrganisation(id: string): string {
  return `JOIN organisations o ON o.id = ${id}`;
}

/** SQL: the columns of an actor that come from its organisation, joined as `o`. */
export const ORGANISATION_OF_ACTOR =
  'o.id AS "organisationId", o.kind AS "organisationKind", o.sandbox_id AS "sandboxId"';
