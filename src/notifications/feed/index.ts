export { type FeedType, REVIEW_EVENTS_ACCESS, readersFor } from './catalogue-fields.js';
export { FEED_TYPES, feedTypeNamed } from './feed.catalogue.js';
export { FeedModule } from './feed.module.js';
export { CursorTooOld } from './feed.refusals.js';
export { Feed } from './feed.service.js';
export type { FeedEvent, FeedFilter, FeedQuery, FeedRow, FeedScope } from './feed.types.js';
export { foreignCursor } from './feed-cursor.js';
