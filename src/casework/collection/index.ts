export { Activities, type Activity } from './activities.service.js';
export type { ActivityKind, ActivityOutcome } from './activity.entity.js';
export { CollectionModule } from './collection.module.js';
