import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { type BoundSweep, Handlers } from './handlers.js';
import { sweepFailures } from './metrics.js';

const POLL_MS = 1_000;
/** A sweep that has not finished by then may be started elsewhere: its process is dead, or it is far too slow. */
const LEASE_SECONDS = 120;

const DUE = `
  UPDATE sweeps
     SET next_run_at = now() + make_interval(secs => every_ms / 1000.0),
         lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
   WHERE name IN (
     SELECT name FROM sweeps
      WHERE name = ANY($1::text[]) AND next_run_at <= now() AND (lease_until IS NULL OR lease_until < now())
      FOR UPDATE SKIP LOCKED)
  RETURNING name`;

/** Runs each sweep about once a period over all processes; the first process that asks the database runs it. */
@Injectable()
export class Sweeps implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Sweeps.name);
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly handlers: Handlers,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.process !== 'api') await this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  async start(): Promise<void> {
    if (this.timer) return;
    this.stopping = false;
    await this.register();
    this.timer = setInterval(() => void this.tick(), POLL_MS);
  }

  /** Lets the running sweeps finish and starts no other. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    this.timer = undefined;
    await Promise.all(this.running);
  }

  /** For tests and commands: runs one sweep now, due or not, and throws its error. */
  async run(name: string): Promise<void> {
    const sweep = this.handlers.sweeps.get(name);
    if (!sweep) throw new Error(`there is no sweep ${name}`);
    await sweep.run();
  }

  private async register(): Promise<void> {
    const sweeps = [...this.handlers.sweeps.values()];
    await this.database.affected(
      `INSERT INTO sweeps (name, every_ms) SELECT * FROM unnest($1::text[], $2::integer[])
       ON CONFLICT (name) DO UPDATE SET every_ms = excluded.every_ms WHERE sweeps.every_ms <> excluded.every_ms`,
      [sweeps.map((sweep) => sweep.name), sweeps.map((sweep) => sweep.everyMs)],
    );
  }

  private async tick(): Promise<void> {
    try {
      const names = [...this.handlers.sweeps.keys()];
      for (const { name } of await this.database.rows<{ name: string }>(DUE, [names])) {
        const work = this.carryOut(this.handlers.sweeps.get(name)!).finally(() => this.running.delete(work));
        this.running.add(work);
      }
    } catch (error) {
      if (!this.stopping) this.logger.warn(`sweeps could not be looked up: ${(error as Error).message}`);
    }
  }

  private async carryOut(sweep: BoundSweep): Promise<void> {
    let failure: string | null = null;
    try {
      await sweep.run();
    } catch (error) {
      failure = (error as Error).message;
      sweepFailures.inc({ sweep: sweep.name });
      this.logger.error(`sweep ${sweep.name} failed: ${failure}`, (error as Error).stack);
    }
    const ended = `UPDATE sweeps SET lease_until = NULL, last_run_at = now(), last_error = $2 WHERE name = $1`;
    await this.database.affected(ended, [sweep.name, failure]).catch(() => undefined);
  }
}
