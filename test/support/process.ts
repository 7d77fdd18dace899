import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@recourse/embedded-postgres';
import { clientOf, type TestApp } from './app.js';
import { asOwner, type TestDatabase } from './database.js';

const run = promisify(execFile);
const ROOT = process.cwd();
/** Beside the sources, so that the compiled files find the packages; one for each worker, since several build at once. */
const BUILD = join(ROOT, '.recourse', `built-for-tests-${process.env['JEST_WORKER_ID'] ?? '0'}`);
const PATIENCE_MS = 1_200_000;

/** Compiles the product once, as `npm run build` does but without touching `dist`: its own packages first, to where it finds them. */
export async function buildProduct(): Promise<void> {
  rmSync(BUILD, { recursive: true, force: true });
  for (const name of ['identifiers', 'embedded-postgres']) {
    const home = join(BUILD, 'node_modules/@recourse', name);
    await compile(`packages/${name}`, '--outDir', join(home, 'dist'));
    cpSync(join(ROOT, 'packages', name, 'package.json'), join(home, 'package.json'));
  }
  const paths = { '@recourse/*': ['./node_modules/@recourse/*/dist/index.d.ts'] };
  const config = {
    extends: '../../tsconfig.build.json',
    compilerOptions: { outDir: '.', paths },
    include: ['../../src', '../../migrations'],
  };
  writeFileSync(join(BUILD, 'tsconfig.json'), JSON.stringify(config));
  await compile(BUILD);
}

async function compile(project: string, ...args: string[]): Promise<void> {
  const compiler = join(ROOT, 'node_modules/ts7/bin/tsc');
  await run(process.execPath, [compiler, '-p', project, ...args], { cwd: ROOT });
}

/** Runs a command of the compiled product with an input; `buildProduct` comes first. */
export function runCommand(
  name: string,
  args: readonly string[],
  environment: Record<string, string>,
  input: string,
): Promise<{ code: number | null; output: string; errors: string }> {
  const file = join(BUILD, `src/commands/${name}.js`);
  const child = spawn(process.execPath, [file, ...args], { env: { PATH: process.env['PATH'], ...environment } });
  const said = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (said.errors += chunk));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
}

/**
 * The product as a process of its own, on a data folder of its own with its own durable PostgreSQL: to be killed and started
 * again. What it was told by clients must be there afterwards.
 */
export class Product {
  readonly folder = enterable(mkdtempSync(join(tmpdir(), 'recourse-crash-')));
  private child: ChildProcess | undefined;
  private server: EmbeddedPostgres | undefined;
  private readonly lines: string[] = [];
  url = '';

  /** With settings of its own besides those every test has. */
  constructor(private readonly settings: Readonly<Record<string, string>> = {}) {}

  /** Starts it and waits until it says it is ready; again after a kill, on the same data. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(BUILD, 'src/main.js')], {
      cwd: ROOT,
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const said = this.lines;
    child.stderr!.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    this.url = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not ready in time:\n${said.join('')}`)), PATIENCE_MS);
      createInterface({ input: child.stdout! }).on('line', (line) => {
        said.push(`${line}\n`);
        const url = /"url":"([^"]+)".*"msg":"ready"/.exec(line)?.[1];
        if (!url) return;
        clearTimeout(timer);
        resolve(url);
      });
      child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${said.join('')}`)));
    });
    // Joined only for looking at rows; joining keeps the server alive over a kill of the product, as a real one would be.
    this.server ??= await startEmbeddedPostgres({ dataDir: join(this.folder, 'postgres'), durable: true });
  }

  /** kill -9: nothing is said good-bye to. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Asks it to end, and answers the code it ends with. */
  async terminate(): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill('SIGTERM');
    return gone;
  }

  /** Ends everything and removes the data. */
  async end(): Promise<void> {
    await this.terminate();
    await this.server?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get pid(): number {
    return this.child!.pid!;
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** What it wrote so far, its log among it. */
  get said(): string {
    return this.lines.join('');
  }

  get database(): TestDatabase {
    if (!this.server) throw new Error('the product was not started yet');
    return { ownerUrl: this.server.ownerUrl, appUrl: this.server.ownerUrl };
  }

  /** Speaks to it as a client; the builders work on it. */
  get app(): TestApp {
    const product = this;
    return {
      ...clientOf(this.url),
      database: this.database,
      get serving(): never {
        throw new Error('the product runs in another process: nothing of it can be reached but its API');
      },
      async platformOwner({ email, name, password }) {
        const command = [
          join(BUILD, 'src/commands/create-platform-owner.js'),
          '--email',
          email,
          '--name',
          name,
          '--additional',
        ];
        await run(process.execPath, command, {
          cwd: ROOT,
          env: { ...product.environment(), RECOURSE_OWNER_PASSWORD: password },
        });
      },
      settled: () => product.settled(),
      close: () => product.end(),
    };
  }

  /** Waits until no event waits, none is under way and every batch is over. */
  async settled(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      const [left] = await asOwner<{ events: number; batches: number }>(
        this.database,
        `SELECT (SELECT count(*)::int FROM outbox_events WHERE state IN ('pending', 'claimed')) AS events,
                (SELECT count(*)::int FROM case_batches WHERE state IN ('received', 'processing')) AS batches`,
      );
      if (left!.events === 0 && left!.batches === 0) return;
      if (Date.now() > end) throw new Error(`not settled in time: ${JSON.stringify(left)}`);
      await sleep(100);
    }
  }

  private environment(): NodeJS.ProcessEnv {
    const { PATH, HOME, TMPDIR } = process.env;
    return {
      ...{ PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}) },
      NODE_ENV: 'test',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: this.folder,
      MASTER_KEY: Buffer.alloc(32, 9).toString('base64'),
      ARGON2_MEMORY_KIB: '19456',
      ARGON2_PASSES: '2',
      LOG_LEVEL: 'info',
      RATE_LIMIT: 'off',
      SOCKETS_PER_ADDRESS: '10000',
      SHUTDOWN_LAME_DUCK_MS: '0',
      // Bounds only an end that never comes.
      SHUTDOWN_GRACE_MS: '120000',
      ...this.settings,
    };
  }
}

/** As root the server runs under another account and has to get in. */
function enterable(folder: string): string {
  chmodSync(folder, 0o755);
  return folder;
}
