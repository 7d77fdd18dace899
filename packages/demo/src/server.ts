import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ended, runProgram, startProgram } from './child.js';
import { DataFolder } from './data-folder.js';

const FAVOURITE_PORT = 3000;
const BOOT_PATIENCE_MS = 600_000;
const DRAIN_PATIENCE_MS = 120_000;

/** The product, running as a child process on its own data folder with its embedded database. */
export class DemoServer {
  readonly url: string;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: DataFolder,
    port: number,
  ) {
    this.url = `http://localhost:${port}`;
  }

  /**
   * Starts the product on a folder of its own and waits until it is ready. Errors: the port or the folder cannot be had; what
   * the server's log says when it does not get ready.
   */
  static async start(dataDir: string, wantedPort: number | undefined): Promise<DemoServer> {
    // In this order, because the server of a killed demo may hold the port until it has drained.
    const folder = await DataFolder.claim(dataDir);
    const port = await choosePort(wantedPort);
    const log = openSync(join(folder.path, 'server.log'), 'a');
    const environment = {
      DATA_DIR: folder.path,
      PORT: String(port),
      PROCESS: 'all',
      LOG_LEVEL: 'info',
      RATE_LIMIT: 'off',
    };
    const child = startProgram('main.js', { environment, output: log, kept: true });
    closeSync(log);
    const server = new DemoServer(child, folder, port);
    child.once('message', ({ port: at }: { port: number }) => folder.noteServer(at));
    child.send({ token: folder.token });
    try {
      await server.ready();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  get logFile(): string {
    return join(this.folder.path, 'server.log');
  }

  /** Resolves when the server's process is gone, for whatever reason. */
  get ended(): Promise<void> {
    if (!this.alive) return Promise.resolve();
    return new Promise((resolve) => this.child.once('exit', () => resolve()));
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Runs a command of the product on the same data folder: it joins the database that runs there. */
  command(name: string, environment: Record<string, string> = {}, args: string[] = []): Promise<Ended> {
    return runProgram(name, { DATA_DIR: this.folder.path, ...environment }, args);
  }

  /** Lets the server drain, the database with it. True when it ended in time and in order. */
  async stop(): Promise<boolean> {
    const inTime = await this.drained();
    this.folder.release();
    return inTime && this.child.exitCode === 0;
  }

  private async drained(): Promise<boolean> {
    if (!this.alive) return true;
    const { ended } = this;
    if (this.child.connected) this.child.disconnect();
    const inTime = await Promise.race([ended.then(() => true), sleep(DRAIN_PATIENCE_MS, false, { ref: false })]);
    if (!inTime) this.child.kill('SIGKILL');
    await ended;
    return inTime;
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

/** The wanted port, or else port 3000 while nobody has it, or else any free one. Errors: the wanted one is taken. */
async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await tryPort(wanted)) === undefined) {
    throw new Error(`Port ${wanted} is taken. Give another one by --port.`);
  }
  return wanted ?? (await tryPort(FAVOURITE_PORT)) ?? (await tryPort(0))!;
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
