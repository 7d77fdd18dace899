import { Logger, type OnModuleDestroy } from '@nestjs/common';

/** Another process has taken the work over, or its owner ended it: this run stops and discards its open piece. */
export class Overtaken extends Error {}

/** Resumes long work where its last committed piece ended; one process runs a few at once. */
export abstract class JobRunner implements OnModuleDestroy {
  protected readonly logger = new Logger(this.constructor.name);
  /** True when the process ends: the open piece is finished and no other begun. */
  protected stopping = false;
  private running = 0;
  private readonly begun = new Set<Promise<void>>();

  protected constructor(private readonly atOnce: number) {}

  /** Takes the work up and carries it on; does nothing when another process is at it. */
  protected abstract carryOn(id: string): Promise<void>;

  /** The id of work that came while this runner was full, to be run next; absent: such work waits for another call. */
  protected nextWaiting?(): Promise<string | undefined>;

  /** Finishes the open piece; the rest is left to the process that takes the work up next. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled(this.begun);
  }

  /** Starts a run without waiting for it; an error is logged, and the work is taken up again later. */
  begin(id: string): void {
    const run = this.run(id)
      .catch((error: Error) => this.logger.error(`${id}: ${error.message}`))
      .finally(() => this.begun.delete(run));
    this.begun.add(run);
  }

  /** Does nothing when the process ends or the runner is full. */
  async run(id: string): Promise<void> {
    if (this.stopping || this.running >= this.atOnce) return;
    this.running += 1;
    try {
      await this.carryOn(id);
    } finally {
      this.running -= 1;
    }
    const next = await this.nextWaiting?.();
    if (next && next !== id) await this.run(next);
  }
}
