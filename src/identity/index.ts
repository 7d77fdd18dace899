export {
  Access,
  type Asking,
  admittedActor,
  bearerOf,
  ClientAddress,
  CurrentActor,
  type DeclaredAccess,
  declaredAccess,
  Public,
} from './access.js';
export { type AccessRule, isMachine, permits } from './access.policy.js';
export { AccessMap, assertEveryHandlerDeclaresAccess, type Entrance } from './access-map.js';
export { AUDIENCE, TOKEN_TYPE } from './access-token.js';
export { type Actor, ORGANISATION_KINDS, type OrganisationKind, ROLES, type Role } from './actor.js';
export { Authenticator, type BearerKind, type Known } from './authenticator.js';
export { FieldAccess, type FieldRule, type GuardedField } from './field-access.js';
export {
  CustomerKindEnum,
  OrganisationView,
  organisationView,
} from './identity.graphql.js';
export { IdentityModule } from './identity.module.js';
export { AddressNotAllowed, LoginThrottled } from './identity.refusals.js';
export { LoginThrottle } from './login-throttle.js';
export { oauth2Scheme } from './openapi-access.js';
export { inWorldOf, type OrganisationRecord, type World } from './organisation.repository.js';
export { Organisations } from './organisations.js';
export { type NewOwner, RegistrationService } from './registration.service.js';
export { rolesOf } from './roles.policy.js';
export { guardSchema } from './schema-access.js';
export { SCOPE_NAMES, SCOPES, type Scope, scopesFrom } from './scopes.js';
export { hashOfSecret } from './secrets.js';
export { type FoundedTest, TestOrganisations } from './test-organisations.js';
