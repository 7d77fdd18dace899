import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ended, runProgram, startProgram } from './child.js';
import { freshDataFolder, notePlayers } from './data-folder.js';

const FAVOURITE_PORT = 3000;
const BOOT_PATIENCE_MS = 120_000;
const DRAIN_PATIENCE_MS = 30_000;

/** The product, running as a child process on its own data folder with its embedded database. */
export class DemoServer {
  readonly url: string;

  private constructor(
    private readonly child: ChildProcess,
    private readonly dataDir: string,
    port: number,
  ) {
    this.url = `http://localhost:${port}`;
    // However this process comes to its end, short of being killed, the server is told to drain.
    process.on('exit', () => void child.kill('SIGTERM'));
  }

  /** Starts the product on an empty folder and waits until it is ready. Errors: what its log says when it is not. */
  static async start(dataDir: string): Promise<DemoServer> {
    await freshDataFolder(dataDir);
    const port = await choosePort();
    const log = openSync(join(dataDir, 'server.log'), 'a');
    const environment = { DATA_DIR: dataDir, PORT: String(port), PROCESS: 'all', LOG_LEVEL: 'info', RATE_LIMIT: 'off' };
    const child = startProgram('main.js', { environment, output: log });
    closeSync(log);
    const server = new DemoServer(child, dataDir, port);
    try {
      notePlayers(dataDir, child.pid ?? null);
      await server.ready();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  get logFile(): string {
    return join(this.dataDir, 'server.log');
  }

  /** Resolves when the server's process is gone, for whatever reason. */
  get ended(): Promise<void> {
    if (!this.alive) return Promise.resolve();
    return new Promise((resolve) => this.child.once('close', () => resolve()));
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Runs a command of the product on the same data folder: it joins the database that runs there. */
  command(name: string, environment: Record<string, string> = {}, args: string[] = []): Promise<Ended> {
    return runProgram(name, { DATA_DIR: this.dataDir, ...environment }, args);
  }

  /** Lets the server drain, the database with it. True when it ended in time and in order. */
  async stop(): Promise<boolean> {
    if (!this.alive) return this.child.exitCode === 0;
    const { ended } = this;
    this.child.kill('SIGTERM');
    const inTime = await Promise.race([ended.then(() => true), sleep(DRAIN_PATIENCE_MS, false, { ref: false })]);
    if (!inTime) this.child.kill('SIGKILL');
    await ended;
    return inTime && this.child.exitCode === 0;
  }

  private async ready(): Promise<void> {
    const deadline = performance.now() + BOOT_PATIENCE_MS;
    while (this.alive && performance.now() < deadline) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(100);
    }
    const tail = readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    throw new Error(`The server did not get ready. Its log (${this.logFile}) ends:\n${tail}`);
  }
}

/** Port 3000 while nobody has it, else any free one. */
async function choosePort(): Promise<number> {
  return (await tryPort(FAVOURITE_PORT)) ?? (await tryPort(0))!;
}

/** Listens for a moment on all addresses, as the server will. */
function tryPort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(wanted, '0.0.0.0', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : undefined;
      probe.close(() => resolve(port));
    });
  });
}
