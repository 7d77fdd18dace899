import type { Actor, OrganisationKind, Role } from './actor.js';
import type { Scope } from './scopes.js';

/** Who may call a handler. What is left out is not restricted, except `scope`: without one, no machine may call it. */
export interface AccessRule {
  kinds?: readonly OrganisationKind[];
  /** For members: at least one of these. */
  roles?: readonly Role[];
  /** For API keys and OAuth clients: this one. */
  scope?: Scope;
}

/** Whether the rule lets the actor in. */
export function permits(rule: AccessRule, actor: Actor): boolean {
  if (rule.kinds && !rule.kinds.includes(actor.organisationKind)) return false;
  if (isMachine(actor)) return holdsScope(rule, actor);
  return !rule.roles || rule.roles.some((role) => actor.roles.includes(role));
}

export function isMachine(actor: Actor): boolean {
  return actor.kind !== 'member';
}

/** The scope that a machine lacks; `undefined` when it has access, or would be refused with any scope. */
export function missingScope(rule: AccessRule, actor: Actor): Scope | undefined {
  if (!isMachine(actor) || rule.scope === undefined || holdsScope(rule, actor)) return undefined;
  return permits(rule, { ...actor, scopes: [rule.scope] }) ? rule.scope : undefined;
}

function holdsScope(rule: AccessRule, actor: Actor): boolean {
  return rule.scope !== undefined && actor.scopes.includes(rule.scope);
}
