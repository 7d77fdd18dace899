/** SQL: the sandbox an organisation belongs to; null for a live one. `organisation` is an expression for its id. */
export function sandboxOf(organisation: string): string {
  return `(SELECT o.sandbox_id FROM organisations o WHERE o.id = ${organisation})`;
}

/**
 * SQL: whether an organisation lives in the same world as the one of another id, an expression. What a platform's people may see
 * starts from this, as a customer's sight starts from its own id.
 */
export function inWorldOf(organisation: string, other: string): string {
  return `${sandboxOf(organisation)}
    IS NOT DISTINCT FROM ${sandboxOf(`${other}::uuid`)}`;
}

/** SQL: joins the organisation with this id, an expression, as `o`. */
export function joinOrganisation(id: string): string {
  return `JOIN organisations o ON o.id = ${id}`;
}

/** SQL: what an actor says of the organisation that was joined as `o`. */
export const ORGANISATION_OF_ACTOR =
  'o.id AS "organisationId", o.kind AS "organisationKind", o.sandbox_id AS "sandboxId"';
