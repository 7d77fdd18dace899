import { Counter, Gauge } from 'prom-client';

export const openStreams = new Gauge({
  name: 'recourse_live_streams',
  help: 'Subscriptions and streams that follow events in this process',
});

export const slowReceivers = new Counter({
  name: 'recourse_live_slow_receivers_total',
  help: 'Times a receiver was so slow that its events are read from the table again',
});
