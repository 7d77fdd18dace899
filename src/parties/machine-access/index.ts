export { MachineAccessModule } from './machine-access.module.js';
export { TestKeys } from './test-keys.js';
