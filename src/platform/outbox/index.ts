export { OnEvent, OnEvents } from './on-event.js';
export { Outbox, type PreparedEvent } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
export { Relay } from './relay.js';
