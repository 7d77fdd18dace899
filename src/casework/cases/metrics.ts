import { Counter } from 'prom-client';

export const casesPosted = new Counter({
  name: 'recourse_cases_posted_total',
  help: 'Drafts judged, by what became of them',
  labelNames: ['outcome'],
});

export const bulkReadAlarms = new Counter({
  name: 'recourse_debtor_bulk_read_alarms_total',
  help: 'Alarms for many reads of debtor records by one organisation within an hour',
  labelNames: ['level'],
});
