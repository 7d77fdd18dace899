import {
  type BackendFactory,
  type ConnectionOptions,
  createPostgresBackend,
  type IQueueBackend,
  runMigrations,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/index.js';
import { APP_ROLE, asRole, ROLE_SETTINGS, supervised } from '../database/index.js';

/** The schema BullMQ keeps its tables in when the queue lives in PostgreSQL. */
export const QUEUE_SCHEMA = 'bullmq';
/** The one queue. */
export const QUEUE = 'recourse';
/** Connections of one process to PostgreSQL for the queue: one listens, the others move jobs. */
const POOL = 4;

/** Connections to the store of the queue, Redis or PostgreSQL, and how to close them. */
export interface QueueConnection {
  /** For adding jobs: gives up soon when the queue is unreachable, because the sweeps do the work anyway. */
  readonly producer: ConnectionOptions;
  /** For running jobs: waits as long as the queue is unreachable. */
  readonly worker: ConnectionOptions;
  /** Given to each Queue and Worker; undefined means BullMQ's own, Redis. */
  readonly backend: BackendFactory<IQueueBackend> | undefined;
  /** False while the queue is known to be unreachable: a worker then has no job to wait for. */
  present(): boolean;
  close(): Promise<void>;
}

/** Redis when a URL is set, otherwise a small pool of its own on PostgreSQL, under the application's role. */
export function connectQueue(config: Config, onError: (error: Error) => void): QueueConnection {
  if (config.redisUrl) return connectRedis(config.redisUrl, onError);
  const pool = new pg.Pool({
    ...supervised,
    connectionString: config.databaseDirectUrl,
    max: POOL,
    options: asRole({ ...ROLE_SETTINGS, search_path: QUEUE_SCHEMA }),
  });
  pool.on('error', onError);
  return {
    producer: pool as unknown as ConnectionOptions,
    worker: pool as unknown as ConnectionOptions,
    backend: createPostgresBackend as unknown as BackendFactory<IQueueBackend>,
    present: () => true,
    close: () => pool.end(),
  };
}

function connectRedis(url: string, onError: (error: Error) => void): QueueConnection {
  let closed = false;
  // BullMQ makes further connections with the same options; none of them may survive `close` by retrying for ever.
  const retryStrategy = (times: number) => (closed ? null : Math.min(times * 200, 2_000));
  const producer = new Redis(url, { maxRetriesPerRequest: 1, lazyConnect: true, retryStrategy });
  const worker = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, retryStrategy });
  for (const redis of [producer, worker]) redis.on('error', onError);
  return {
    producer: producer as unknown as ConnectionOptions,
    worker: worker as unknown as ConnectionOptions,
    backend: undefined,
    present: () => worker.status === 'ready',
    close: async () => {
      closed = true;
      for (const redis of [producer, worker]) redis.disconnect();
    },
  };
}

/** Runs statements: a `pg.Client` or a checked-out pool client. Never a pool: the migration holds a lock. */
export type OwnerClient = Pick<pg.ClientBase, 'query'>;

/**
 * Brings BullMQ's schema up to this build's version and gives the application's role what it needs there: its rows, its
 * sequences and its functions, but no right to create. Run by the owner of the schema before any worker starts: a worker on
 * an unmigrated schema loops and floods the log. Safe to run again and at the same time as others.
 */
export async function migrateJobs(owner: OwnerClient): Promise<void> {
  await runMigrations(owner as unknown as Parameters<typeof runMigrations>[0], QUEUE_SCHEMA);
  await owner.query('BEGIN');
  try {
    await owner.query(`SELECT pg_advisory_xact_lock(hashtext('recourse:migrate-jobs'))`);
    await owner.query(`SET LOCAL search_path TO ${QUEUE_SCHEMA}`);
    // BullMQ makes a queue's id sequence on first use; our role may not create, so the owner makes it now.
    await owner.query(
      `DO $$ BEGIN EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', job_id_seq_name('${QUEUE}')); END $$`,
    );
    await owner.query(`GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
    await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
    await owner.query(`GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
    await owner.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}
