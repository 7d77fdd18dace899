export { OnEvent, OnEvents } from './on-event.js';
export { Outbox } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
export { Relay } from './relay.js';
