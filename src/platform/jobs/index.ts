export { migrateJobs } from './backend.js';
export { inChunks } from './in-chunks.js';
export { type JobCall, JobHandler, Sweep } from './job-handler.js';
export { Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { Sweeps } from './sweeps.js';
