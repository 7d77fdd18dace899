/** What a loop does over and over. */
export interface LoopWork {
  /** Does a bounded piece; answers whether there may be more at once. */
  step(): Promise<boolean>;
  failed(error: Error): void;
  /** Looks again after so long when nobody calls, in milliseconds. */
  readonly pollMs: number;
}

/** Works while there is work, then rests until it is called or some time is over. */
export class SteadyLoop {
  private running: Promise<void> | undefined;
  private stopping = false;
  private called = false;
  private rouse: () => void = () => undefined;

  constructor(private readonly work: LoopWork) {}

  start(): void {
    this.stopping = false;
    this.running ??= this.run();
  }

  /** There is something to do. Never throws, never waits. */
  call(): void {
    this.called = true;
    this.rouse();
  }

  /** Finishes the step under way and takes no other. */
  async stop(): Promise<void> {
    this.stopping = true;
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
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
