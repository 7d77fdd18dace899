import { Counter } from 'prom-client';

export const jobsDone = new Counter({
  name: 'recourse_jobs_done_total',
  help: 'Jobs carried out',
  labelNames: ['job'],
});

export const jobFailures = new Counter({
  name: 'recourse_job_failures_total',
  help: 'Job attempts that failed; final means the queue gave up and only the sweep is left',
  labelNames: ['job', 'final'],
});

export const sweepFailures = new Counter({
  name: 'recourse_sweep_failures_total',
  help: 'Sweeps that failed; the next period tries again',
  labelNames: ['sweep'],
});
