import { Counter, Gauge } from 'prom-client';

export const eventsDelivered = new Counter({
  name: 'recourse_outbox_delivered_total',
  help: 'Events a consumer has handled, or had handled before',
  labelNames: ['consumer'],
});

export const consumerFailures = new Counter({
  name: 'recourse_outbox_failures_total',
  help: 'Deliveries that failed and will be tried again',
  labelNames: ['consumer'],
});

export const eventsDead = new Counter({
  name: 'recourse_outbox_dead_total',
  help: 'Events marked dead after too many attempts',
  labelNames: ['event'],
});

export const backlogGauge = new Gauge({
  name: 'recourse_outbox_backlog',
  help: 'Events by state: waiting to be delivered, or dead',
  labelNames: ['state'],
});

export const oldestGauge = new Gauge({
  name: 'recourse_outbox_oldest_seconds',
  help: 'Age of the oldest event that waits',
});
