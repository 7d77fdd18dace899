export {
  Access,
  bearerOf,
  ClientAddress,
  CurrentActor,
  CurrentBearer,
  type DeclaredAccess,
  declaredAccess,
  IdempotencyKey,
  Public,
  type ShownBearer,
} from './access.js';
export { AccessModule } from './access.module.js';
export { AccessMap, type Entrance } from './access-map.js';
export { Authenticator, type BearerKind, type KnownBearer } from './authenticator.js';
export { BodyGate } from './body-gate.js';
export { FieldAccess } from './field-access.js';
export { guardSchema } from './schema-access.js';
