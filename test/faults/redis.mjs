import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './processes.mjs';

/** Whether a Redis is installed on this machine. */
export function hasRedis() {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A real Redis that keeps nothing on disk: killed, it forgets all its jobs. */
export class RedisServer {
  async start() {
    this.port ??= await freePort();
    const flags = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    this.child = spawn('redis-server', ['--port', String(this.port), ...flags], { stdio: 'ignore' });
    this.exit = new Promise((resolve) => this.child.once('exit', resolve));
    this.client ??= new Redis(this.port, '127.0.0.1', { maxRetriesPerRequest: null }).on('error', () => undefined);
    while ((await this.client.ping().catch(() => '')) !== 'PONG') await pause(50);
    return this;
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`;
  }

  signal(name) {
    this.child.kill(name);
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.exit;
  }

  /** Forgets everything; answers how many keys there were. */
  async flush() {
    const keys = await this.client.dbsize();
    await this.client.flushall();
    return keys;
  }

  async stop() {
    this.client.disconnect();
    await this.kill();
  }
}
