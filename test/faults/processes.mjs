import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
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
  }

  async start() {
    this.meant = false;
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      env: { ...this.environment, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const said = [];
    this.exit = new Promise((resolve) =>
      child.once('exit', (code) => {
        if (!this.meant) this.crashes += 1;
        resolve(code);
      }),
    );
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not ready:\n${said.join('')}`)), PATIENCE_MS);
      createInterface({ input: child.stdout }).on('line', (line) => {
        said.push(`${line}\n`);
        if (said.length > 200) said.shift();
        if (!/"msg":"ready"/.test(line)) return;
        clearTimeout(timer);
        resolve();
      });
      child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`ended with ${code}:\n${said.join('')}`));
      });
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
