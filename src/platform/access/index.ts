export { AccessGuard } from './access.guard.js';
export {
  Access,
  bearerOf,
  ClientAddress,
  CurrentActor,
  CurrentBearer,
  type DeclaredAccess,
  declaredAccess,
  Public,
  type ShownBearer,
} from './access.js';
export { AccessMap, type Entrance } from './access-map.js';
export { Authenticator, type BearerKind, type Known } from './authenticator.js';
export { FieldAccess } from './field-access.js';
export { RateSubjects } from './rate-subjects.js';
export { guardSchema } from './schema-access.js';
export { WithheldFields } from './withheld-fields.js';
