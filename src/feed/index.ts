export type { FeedType } from './catalogue-fields.js';
export { FEED_TYPES, feedTypeNamed } from './feed.catalogue.js';
export { FeedModule } from './feed.module.js';
export { CursorTooOld } from './feed.refusals.js';
export { Feed } from './feed.service.js';
export type { Audience, FeedEvent, FeedFilter, FeedQuestion, FeedScope, NewFeedEvent } from './feed.types.js';
