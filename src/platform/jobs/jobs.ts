import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type Job, type JobsOptions, Queue, Worker } from 'bullmq';
import { Clock } from '../../kernel/index.js';
import { Config } from '../config/index.js';
import type { Tx } from '../database/index.js';
import { within } from '../loops/within.js';
import { connectQueue, QUEUE, type QueueConnection } from './backend.js';
import { Handlers } from './handlers.js';
import type { JobCall } from './job-handler.js';
import { jobFailures, jobsDone } from './metrics.js';

/** Jobs of one process carried out at once; each takes a connection of the application's pool while it works. */
const CONCURRENCY = 8;

export interface JobSpec {
  /** What the handler looks up. */
  readonly id: string;
  /** When it is due; past or absent: now. */
  readonly at?: Date;
  /** Or how long from now, in milliseconds. */
  readonly delayMs?: number;
  /** One job per key waits at a time; default: name and id. */
  readonly key?: string;
}

/** Milliseconds that adding a job may take. An unreachable queue would otherwise block its caller until it is back. */
const PATIENCE_MS = 3_000;
const NO_ANSWER = 'the queue does not answer';

/** First retry after 1 s, the eighth attempt after about two minutes; then only the sweep remains. */
const RETRY: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: { age: 7 * 86_400, count: 1_000 },
};

/**
 * Jobs due later. A job is only a reminder: it may run twice, late or not at all, so its handler decides by the database,
 * and a `@Sweep` beside it finds what no job did.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private open: { connection: QueueConnection; queue: Queue } | undefined;
  private worker: Worker | undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly handlers: Handlers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.process !== 'api') await this.start();
  }

  /** Lets the running jobs finish and starts no other. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.close(this.open?.connection.present() === false);
    this.worker = undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.beforeApplicationShutdown();
    const open = this.open;
    this.open = undefined;
    await open?.queue.close();
    await open?.connection.close();
  }

  /** Starts the worker. On PostgreSQL an unmigrated schema is refused here; Redis may still be unreachable. */
  async start(): Promise<void> {
    if (this.worker) return;
    const { queue, connection } = this.opened();
    if (!this.config.redisUrl) await queue.waitUntilReady();
    // A restart may stall a job any number of times; parking it after the second would only hide it until the sweep.
    const settings = { connection: connection.worker, concurrency: CONCURRENCY, maxStalledCount: 25 };
    this.worker = new Worker(QUEUE, (job) => this.runJob(job), settings, connection.backend as never);
    this.worker.on('error', (error) => this.logError(error));
    this.worker.on('failed', (job, error) => this.failed(job, error));
  }

  /**
   * Schedules a job. The same key again while it waits moves it to the new time; while it runs, one more run follows.
   * Goes over the network: never inside a transaction (see `scheduleAfter`). Throws when the queue cannot be reached.
   */
  async schedule(name: string, spec: JobSpec): Promise<void> {
    await this.scheduleAll(name, [spec]);
  }

  /** Schedules any number of jobs in one go, with the same promises as `schedule`. */
  async scheduleAll(name: string, specs: readonly JobSpec[]): Promise<void> {
    const jobs = specs.map((spec) => {
      const delay = Math.max(0, spec.at ? spec.at.getTime() - this.clock.millis() : (spec.delayMs ?? 0));
      const key = spec.key ?? `${name}:${spec.id}`;
      const deduplication = { id: key, reschedule: true, keepLastIfActive: true };
      return { name, data: { id: spec.id }, opts: { ...RETRY, delay, deduplication } };
    });
    await within(PATIENCE_MS, NO_ANSWER, this.opened().queue.addBulk(jobs));
  }

  /** Schedules once the transaction has committed; when the queue is unreachable that is logged, and the sweep does the work. */
  scheduleAfter(tx: Tx, name: string, spec: JobSpec): void {
    this.scheduleAllAfter(tx, name, [spec]);
  }

  /** As `scheduleAfter`, for any number of jobs in one go. */
  scheduleAllAfter(tx: Tx, name: string, specs: readonly JobSpec[]): void {
    tx.afterCommit(() => {
      this.scheduleAll(name, specs).catch((error: Error) =>
        this.logger.warn(`${specs.length} jobs ${name} are left to their sweep: ${error.message}`),
      );
    });
  }

  /** Whether the queue answers; for readiness. */
  async reachable(): Promise<boolean> {
    return within(PATIENCE_MS, NO_ANSWER, this.opened().queue.getJobCounts('waiting'))
      .then(() => true)
      .catch(() => false);
  }

  private opened(): { connection: QueueConnection; queue: Queue } {
    if (!this.open) {
      const connection = connectQueue(this.config, (error) => this.logError(error));
      const queue = new Queue(QUEUE, { connection: connection.producer }, connection.backend as never);
      queue.on('error', (error) => this.logError(error));
      this.open = { connection, queue };
    }
    return this.open;
  }

  private async runJob(job: Job): Promise<void> {
    const handler = this.handlers.jobs.get(job.name);
    if (!handler) throw new Error(`no handler for job ${job.name}`);
    await handler({ id: (job.data as JobCall).id });
    jobsDone.inc({ job: job.name });
  }

  private failed(job: Job | undefined, error: Error): void {
    if (!job) return;
    const final = job.attemptsMade >= (job.opts.attempts ?? 1);
    jobFailures.inc({ job: job.name, final: String(final) });
    const id = (job.data as JobCall).id;
    this.logger[final ? 'error' : 'warn'](`job ${job.name} ${id} failed (${job.attemptsMade}): ${error.message}`);
  }

  private lastLoggedAt = 0;

  /** An unreachable queue reports errors many times a second; one line every ten seconds is enough. */
  private logError(error: Error): void {
    if (performance.now() - this.lastLoggedAt < 10_000) return;
    this.lastLoggedAt = performance.now();
    this.logger.warn(`queue: ${error.message}`);
  }
}
