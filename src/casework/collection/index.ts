export type { ActivityKind, ActivityOutcome } from './activity.entity.js';
export { type Activity, ActivityService } from './activity.service.js';
export { CollectionModule } from './collection.module.js';
