export { ConnectionsModule } from './connections.module.js';
export { SyncRunner } from './sync-runner.js';
