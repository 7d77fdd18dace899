import { type AccessRule, type Actor, isMachine, missingScope, permits } from '../../kernel/access/index.js';
import { Forbidden, publicId, type RefusalDetails } from '../../kernel/index.js';
import { markSandbox } from '../faces/request-facts.js';
import { type AccessRequest, rememberActor } from './access.js';

/** Keeps the actor with the request when the rule lets it in; refuses as FORBIDDEN, naming what is missing. */
export function admit(rule: AccessRule, actor: Actor, request: AccessRequest): true {
  rememberActor(request, actor);
  if (actor.sandboxId !== null) markSandbox(request, publicId('sandbox', actor.sandboxId));
  if (permits(rule, actor)) return true;
  throw new Forbidden({ details: missing(rule, actor) });
}

/** The kinds of organisation, the roles or the scope that the rule asks for and the actor has not. */
function missing(rule: AccessRule, actor: Actor): RefusalDetails {
  const details: Record<string, string> = {};
  const requiredScope = missingScope(rule, actor);
  if (requiredScope) details['requiredScope'] = requiredScope;
  if (rule.kinds && !rule.kinds.includes(actor.organisationKind)) details['requiredKinds'] = rule.kinds.join(', ');
  if (isMachine(actor)) return rule.scope === undefined ? { ...details, closedToMachines: true } : details;
  if (rule.roles && !rule.roles.some((role) => actor.roles.includes(role))) {
    details['requiredRoles'] = rule.roles.join(', ');
  }
  return details;
}
