export type { ActivityKind, ActivityOutcome } from './activity.entity.js';
export type { Activity, NewActivity } from './activity.service.js';
export { ActivityService } from './activity.service.js';
export { CollectionModule } from './collection.module.js';
