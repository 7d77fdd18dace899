export {
  Access,
  type Asking,
  bearerOf,
  ClientAddress,
  CurrentActor,
  CurrentBearer,
  type DeclaredAccess,
  declaredAccess,
  Public,
} from './access.js';
export { type AccessRule, permits } from './access.policy.js';
export { AccessMap, assertEveryHandlerDeclaresAccess, type Entrance } from './access-map.js';
export { type Actor, ORGANISATION_KINDS, type OrganisationKind, ROLES, type Role } from './actor.js';
export { Authenticator } from './authenticator.js';
export { OrganisationView, organisationView } from './identity.graphql.js';
export { IdentityModule } from './identity.module.js';
export type { OrganisationRecord } from './organisation.repository.js';
export { Organisations } from './organisations.js';
export { type NewOwner, RegistrationService } from './registration.service.js';
export { rolesOf } from './roles.policy.js';
export { SCOPES, type Scope } from './scopes.js';
