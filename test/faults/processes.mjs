import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PATIENCE_MS = 120_000;

/** One process of the product on a port of its own, to be ended in any way and started again there. */
export class App {
  constructor(environment, port) {
    this.environment = environment;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    /** Ends that nobody asked for. */
    this.crashes = 0;
    this.meant = false;
    this.heard = new Set();
    this.said = [];
    /** The first errors it logged. */
    this.errors = [];
  }

  async start() {
    this.meant = false;
    this.said = [];
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      env: { ...this.environment, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    this.exit = ended.then((code) => {
      if (!this.meant) this.crashes += 1;
      return code;
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.hear(line));
    }
    const failed = ended.then((code) => Promise.reject(new Error(`ended with ${code}:\n${this.said.join('\n')}`)));
    failed.catch(() => undefined);
    await Promise.race([this.saying('"msg":"ready"'), failed]);
  }

  hear(line) {
    this.said.push(line);
    if (this.said.length > 200) this.said.shift();
    if (/"level":"(error|fatal)"/.test(line) && !line.includes(`"msg":"answered"`) && this.errors.length < 20) this.errors.push(line);
    for (const listener of this.heard) listener(line);
  }

  /** Waits until the process logs a line with these words. */
  saying(words) {
    return new Promise((resolve, reject) => {
      const done = (settle, value) => {
        clearTimeout(timer);
        this.heard.delete(listener);
        settle(value);
      };
      const listener = (line) => line.includes(words) && done(resolve);
      const timer = setTimeout(() => done(reject, new Error(`never said ${words}:\n${this.said.join('\n')}`)), PATIENCE_MS);
      this.heard.add(listener);
    });
  }

  signal(name) {
    if (name !== 'SIGSTOP' && name !== 'SIGCONT') this.meant = true;
    this.child.kill(name);
  }

  async end(name) {
    this.signal(name);
    return this.exit;
  }
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The pid of the postmaster of an embedded server. */
export function postmasterOf(home) {
  return Number.parseInt(readFileSync(join(home, 'cluster/data/postmaster.pid'), 'utf8'), 10);
}

export function children(pid) {
  try {
    return execFileSync('pgrep', ['-P', String(pid)]).toString().trim().split('\n').map(Number);
  } catch {
    return [];
  }
}

export function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return false;
  }
}
