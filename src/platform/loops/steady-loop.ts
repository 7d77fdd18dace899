/** What a loop does over and over. */
export interface LoopWork {
  /** Does a bounded piece; returns whether there may be more right now. */
  step(): Promise<boolean>;
  failed(error: Error): void;
  /** Milliseconds after which it looks again without a call. */
  readonly pollMs: number;
  /** Has the loop called on news; returns the function that unsubscribes. */
  subscribe?(call: () => void): () => void;
}

/** Works while there is work, then rests until it is called or `pollMs` have passed. */
export class SteadyLoop {
  private running: Promise<void> | undefined;
  private unsubscribe: (() => void) | undefined;
  private stopping = false;
  private called = false;
  private wake: () => void = () => undefined;

  constructor(private readonly work: LoopWork) {}

  start(): void {
    this.stopping = false;
    this.unsubscribe ??= this.work.subscribe?.(() => this.call());
    this.running ??= this.run();
  }

  /** There is something to do. Never throws, never waits. */
  call(): void {
    this.called = true;
    this.wake();
  }

  /** Finishes the step under way and takes no other. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    this.call();
    await this.running;
    this.running = undefined;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.called = false;
      const more = await this.work.step().catch((error: Error) => {
        this.work.failed(error);
        return false;
      });
      if (!more && !this.called && !this.stopping) await this.rest();
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.work.pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
