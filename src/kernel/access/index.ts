export { type AccessRule, isMachine, missingScope, permits } from './access.policy.js';
export { type Actor, booksActor, machineActor, memberActor, type OrganisationKind, ROLES, type Role } from './actor.js';
export { rolesFrom, rolesOf } from './roles.policy.js';
export { SCOPE_NAMES, SCOPES, type Scope, scopesFrom } from './scopes.js';
