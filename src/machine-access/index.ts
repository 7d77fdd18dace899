export { AUTH_METHODS, type AuthMethod } from './auth-method.js';
export { MachineAccessModule } from './machine-access.module.js';
export { TestKeys } from './test-keys.js';
