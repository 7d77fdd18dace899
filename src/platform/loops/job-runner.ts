import { Logger, type OnModuleDestroy } from '@nestjs/common';

/** Somebody else has the work now, or its owner ended it: nothing more to do here, and nothing in hand is kept. */
export class Overtaken extends Error {}

/** Carries long work on from where its last committed piece ended, a few pieces of work at once in one process. */
export abstract class JobRunner implements OnModuleDestroy {
  protected readonly logger = new Logger(this.constructor.name);
  /** The process ends: what is in hand is finished and nothing else begun. */
  protected stopping = false;
  private running = 0;
  private readonly begun = new Set<Promise<void>>();

  protected constructor(private readonly atOnce: number) {}

  /** Takes the work up and carries it on; does nothing when somebody is at it already. */
  protected abstract carryOn(id: string): Promise<void>;

  /** Work that came while too much was going on, to be begun next; left out: it waits to be called again. */
  protected nextWaiting?(): Promise<string | undefined>;

  /** The process ends: the piece in hand is finished, the rest is left to the process that takes it up next. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled(this.begun);
  }

  /** Sets a run going without waiting for it; an error is logged, and the work is taken up again later. */
  begin(id: string): void {
    const run = this.run(id)
      .catch((error: Error) => this.logger.error(`${id}: ${error.message}`))
      .finally(() => this.begun.delete(run));
    this.begun.add(run);
  }

  /** Does nothing when the process ends or has as much in hand as it may. */
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
