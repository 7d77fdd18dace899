export { FeedTail } from './feed-tail.js';
export { LiveController } from './live.controller.js';
export { LiveResolver } from './live.resolver.js';
export { LiveFeed } from './live-feed.service.js';
export { LiveStreams } from './live-streams.js';
export { SocketAdmission } from './socket-admission.js';
