export { Activities, type Activity } from './activities.service.js';
export { ACTIVITY_KIND, ACTIVITY_OUTCOME, type ActivityKind } from './activity.words.js';
export { CollectionModule } from './collection.module.js';
