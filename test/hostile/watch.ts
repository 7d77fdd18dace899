import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Product } from '../support/process.js';

/** Far more than any answer takes on a machine ten times slower, and far less than what it is looked out for. */
const PATIENCE_MS = 60_000;
/** On a quiet machine `HOSTILE_MEASURE=1` holds each sign of life to this, and prints what was seen. */
const STRICT_MS = process.env['HOSTILE_MEASURE'] ? 500 : undefined;
const LOOK_MS = 100;
/** The process and the children it reads files in. */
const MOST_MEGABYTES = 700;

export interface Watched<T> {
  readonly result: T;
  readonly probes: number;
  /** Milliseconds that the slowest sign of life took. */
  readonly longestMs: number;
  /** Of the process and the children it reads files in; 0 where the system does not tell. */
  readonly megabytes: number;
}

/** Asks a server for signs of life, from a process of its own, throughout some work. Each must be answered in time. */
export class Watch {
  private readonly prober: ChildProcess = fork(join(process.cwd(), 'test/hostile/prober.cjs'));

  async during<T>(url: string, pid: number, work: () => Promise<T>): Promise<Watched<T>> {
    const answered = new Promise<{ seen?: { probes: number; longestMs: number }; fault?: string }>((resolve) =>
      this.prober.once('message', resolve),
    );
    this.prober.send({ url, patienceMs: PATIENCE_MS });
    let megabytes = megabytesOf(pid);
    const looking = setInterval(() => {
      megabytes = Math.max(megabytes, megabytesOf(pid));
    }, LOOK_MS);
    try {
      const result = await work();
      this.prober.send({});
      const { seen, fault } = await answered;
      if (!seen) throw new Error(fault);
      return { result, ...seen, megabytes };
    } finally {
      clearInterval(looking);
    }
  }

  /** The same for a product that must stay the process it is, answer throughout and stay small. */
  async alive<T>(product: Product, work: () => Promise<T>): Promise<T> {
    const { pid } = product;
    const { result, probes, longestMs, megabytes } = await this.during(product.url, pid, work);
    if (STRICT_MS) {
      const { currentTestName } = expect.getState();
      process.stderr.write(`${Math.round(longestMs)} ms, ${Math.round(megabytes)} MB: ${currentTestName}\n`);
      expect(longestMs).toBeLessThan(STRICT_MS);
    }
    expect(probes).toBeGreaterThan(0);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    expect(product.pid).toBe(pid);
    expect(product.isRunning).toBe(true);
    return result;
  }

  end(): void {
    this.prober.kill();
  }
}

function megabytesOf(pid: number): number {
  try {
    const children = readdirSync('/proc').filter((one) => /^\d+$/.test(one) && isReader(one, pid));
    return [String(pid), ...children].reduce((sum, one) => sum + residentOf(one), 0) / 1024;
  } catch {
    return 0;
  }
}

function isReader(pid: string, parent: number): boolean {
  const { ppid, command } = factsOf(pid);
  return ppid === String(parent) && command.includes('-child.js');
}

/** A process may be gone by now. */
function factsOf(pid: string): { ppid: string; command: string } {
  try {
    const ppid = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
    return { ppid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
  } catch {
    return { ppid: '', command: '' };
  }
}

/** Kilobytes; what processes share, such as Node itself, is counted once among them. */
function residentOf(pid: string): number {
  try {
    return Number.parseInt(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? '0', 10);
  } catch {
    return 0;
  }
}

/** The most that a process itself ever held; 0 where the system does not tell. */
export function peakMegabytes(pid: number): number {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
