import { readdirSync, readFileSync } from 'node:fs';
import type { Ground } from './ground.js';

/** The kernel's clock ticks in /proc, in microseconds. */
const TICK = 10_000;

/** Processor time of the database with all its backends, in microseconds; NaN where there is no /proc. */
export async function postgresCpu(ground: Ground): Promise<() => number> {
  const [row] = await ground.owner<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const server = statOf(row!.pid)?.parent;
  return () => (server === undefined ? Number.NaN : treeCpu(server));
}

function treeCpu(server: number): number {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (!stat) continue;
    if (Number(name) === server) ticks += stat.own + stat.ended;
    else if (stat.parent === server) ticks += stat.own;
  }
  return ticks * TICK;
}

function statOf(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (n: number) => Number(fields[n]);
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return undefined; // it ended while we looked, or there is no /proc
  }
}
