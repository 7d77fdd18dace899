import { Counter, Gauge, Histogram } from 'prom-client';

export const attemptsMade = new Counter({
  name: 'recourse_webhook_attempts_total',
  help: 'Attempts at webhook deliveries, by outcome: delivered, or the word of the failure',
  labelNames: ['outcome'],
});

export const attemptSeconds = new Histogram({
  name: 'recourse_webhook_attempt_seconds',
  help: 'Time of one attempt, from the lookup of the host to the end of the answer',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30],
});

export const deliveriesQueued = new Counter({
  name: 'recourse_webhook_deliveries_queued_total',
  help: 'Deliveries queued, by cause: feed or replay',
  labelNames: ['cause'],
});

export const deliveriesGivenUp = new Counter({
  name: 'recourse_webhook_deliveries_failed_total',
  help: 'Deliveries given up after the last attempt',
});

export const endpointsDisabled = new Counter({
  name: 'recourse_webhook_endpoints_disabled_total',
  help: 'Endpoints that were disabled for their failures',
  labelNames: ['reason'],
});

export const dueGauge = new Gauge({
  name: 'recourse_webhook_due',
  help: 'Due deliveries at enabled endpoints, counted up to 10,000',
});

export const oldestDueGauge = new Gauge({
  name: 'recourse_webhook_oldest_due_seconds',
  help: 'How long the oldest of them has been due',
});
