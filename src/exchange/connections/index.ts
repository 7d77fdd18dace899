export { ConnectionsModule } from './connections.module.js';
export { syncTextsOfBefore } from './sync-row.repository.js';
export { SyncRunner } from './sync-runner.js';
