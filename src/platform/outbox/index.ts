export type { EventMeta, EventOf, EventType, PayloadOf } from '../../events/define-event.js';
export { OnEvent, OnEvents } from './on-event.js';
export { Outbox, type PreparedEvent } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
export type { Backlog } from './outbox.repository.js';
export { Relay } from './relay.js';
