export { Activities, type Activity } from './activities.service.js';
export { ACTIVITY_KIND, ACTIVITY_OUTCOME } from './activity.words.js';
export { CollectionModule } from './collection.module.js';
