export { migrateJobs, type OwnerClient, QUEUE, QUEUE_SCHEMA } from './backend.js';
export { type JobCall, JobHandler, Sweep } from './job-handler.js';
export { type JobSpec, Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { Sweeps } from './sweeps.js';
