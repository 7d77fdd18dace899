const LOOK_MS = 500;
/** So many ends within the window are no accident: then something is wrong that a further start does not mend. */
const MOST_RESTARTS = 5;
const WINDOW_MS = 600_000;

export interface Watched {
  /** Whether the server runs. */
  alive(): boolean;
  /** Starts it again where it was; throws when that is not possible. */
  again(): Promise<void>;
  log(line: string): void;
  /** It is gone for good. Called once at most. */
  lost(error: Error): void;
}

/**
 * Looks after a running server: the system may have killed it for memory, or a person by mistake. It is started again, a
 * bounded number of times.
 */
export class Watch {
  private readonly restarts: number[] = [];
  private readonly timer: NodeJS.Timeout;
  private restarting: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly watched: Watched) {
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.timer.unref();
  }

  /** Returns when no start is under way any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.restarting;
  }

  private look(): void {
    if (this.stopped || this.restarting || this.watched.alive()) return;
    this.restarting = this.restart().finally(() => {
      this.restarting = undefined;
    });
  }

  private async restart(): Promise<void> {
    const now = performance.now();
    while (this.restarts.length > 0 && now - this.restarts[0]! > WINDOW_MS) this.restarts.shift();
    if (this.restarts.length >= MOST_RESTARTS) {
      this.giveUp(new Error(`PostgreSQL ended ${MOST_RESTARTS + 1} times within ten minutes`));
      return;
    }
    this.restarts.push(now);
    this.watched.log('PostgreSQL ended although nobody stopped it: it is started again');
    try {
      await this.watched.again();
      this.watched.log('PostgreSQL runs again');
    } catch (error) {
      this.giveUp(error as Error);
    }
  }

  private giveUp(error: Error): void {
    if (this.stopped) return;
    this.stopped = true;
    clearInterval(this.timer);
    this.watched.log(`PostgreSQL is gone and does not come back: ${error.message}`);
    this.watched.lost(error);
  }
}
