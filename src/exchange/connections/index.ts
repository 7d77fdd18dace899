export { ConnectorsModule } from './connectors.module.js';
export { SyncRunner } from './sync-runner.js';
