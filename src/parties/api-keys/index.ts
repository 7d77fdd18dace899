export { admitsOf, coarseAddress } from './addresses.policy.js';
export { ApiKeysModule } from './api-keys.module.js';
export { modeOf, newKeyText } from './key-text.js';
export {
  ADDRESSES,
  addressList,
  checkedNetworks,
  checkedScopes,
  MachineInput,
  OVERLAP,
  overlapHours,
} from './machine.inputs.js';
export { type MachineHolder, MachineRows, USE_IS_OLD } from './machine-rows.js';
export { TestKeys } from './test-keys.js';
