import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process has used since it started: processor time of all its threads in microseconds, peak memory in bytes. */
export interface Usage {
  readonly cpuMicros: number;
  readonly peakBytes: number;
}

type FromChild = { ready: string } | { usage: Usage } | { done: unknown } | { failed: string };

/** A contender in a process of its own, so that what it costs can be told from what the load costs. */
export class Contender {
  private waiting: { resolve: (message: FromChild) => void; reject: (error: Error) => void } | undefined;

  private constructor(
    private readonly child: ChildProcess,
    readonly name: string,
  ) {
    child.on('message', (message: FromChild) => this.settle((w) => w.resolve(message)));
    child.on('exit', (code) => this.settle((w) => w.reject(new Error(`${name} ended (exit code ${code})`))));
  }

  /** Where it listens; empty for one that has no server. */
  url = '';

  /** Starts a script beside this folder and waits until it is ready. */
  static async start(name: string, script: string, settings: unknown, environment: Record<string, string> = {}) {
    const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
    const child = fork(path, [], {
      // As `npm start` runs the product; the peers get the same.
      execArgv: ['--max-semi-space-size=16', '--heap-growing-percent=50'],
      // Settings hold the database's password, which a command line would show to everybody on the machine.
      env: { ...process.env, NODE_ENV: 'production', ...environment, CONTENDER_SETTINGS: JSON.stringify(settings) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const contender = new Contender(child, name);
    contender.url = ((await contender.next()) as { ready: string }).ready;
    return contender;
  }

  async usage(): Promise<Usage> {
    return ((await this.ask('usage')) as { usage: Usage }).usage;
  }

  /** Sends an order to one that works by itself and waits for what it says when done. */
  async order<T>(order: unknown): Promise<T> {
    return ((await this.ask(order)) as { done: T }).done;
  }

  /** Holds the process where it is, so that it takes nothing from the others while it is not its turn. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.resume();
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await gone;
  }

  private ask(message: unknown): Promise<FromChild> {
    const answer = this.next();
    this.child.send(message as object);
    return answer;
  }

  private async next(): Promise<FromChild> {
    const message = await new Promise<FromChild>((resolve, reject) => {
      this.waiting = { resolve, reject };
    });
    if ('failed' in message) throw new Error(`${this.name}: ${message.failed}`);
    return message;
  }

  private settle(how: (waiting: NonNullable<Contender['waiting']>) => void): void {
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) how(waiting);
  }
}
