import type { Actor, OrganisationKind, Role } from './actor.js';
import type { Scope } from './scopes.js';

/** Who may call a handler. What is left out is not restricted, except `scope`: without one, no API key may call it. */
export interface AccessRule {
  kinds?: readonly OrganisationKind[];
  /** For members: at least one of these. */
  roles?: readonly Role[];
  /** For API keys: this one. */
  scope?: Scope;
}

/** Whether the rule lets the actor in. */
export function permits(rule: AccessRule, actor: Actor): boolean {
  if (rule.kinds && !rule.kinds.includes(actor.organisationKind)) return false;
  if (actor.kind === 'api_key') return rule.scope !== undefined && actor.scopes.includes(rule.scope);
  return !rule.roles || rule.roles.some((role) => actor.roles.includes(role));
}
