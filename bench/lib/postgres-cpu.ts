import { readdirSync, readFileSync } from 'node:fs';
import type { Ground } from './ground.js';

/** Linux counts processor time in ticks of 10 ms. */
const TICK_MICROS = 10_000;

/** Processor time the database server and all its backends, living and gone, have used; NaN where /proc does not say. */
export async function postgresMicros(ground: Ground): Promise<number> {
  const [backend] = await ground.owner<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const server = statOf(`${backend?.pid}`)?.parent;
  if (!server) return Number.NaN;
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    const stat = statOf(entry);
    if (entry === server) ticks += (stat?.own ?? 0) + (stat?.ofGone ?? 0);
    else if (stat?.parent === server) ticks += stat.own;
  }
  return ticks * TICK_MICROS;
}

function statOf(pid: string): { parent: string; own: number; ofGone: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before the last bracket may hold blanks; after it come state, parent, …
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const sum = (first: number) => Number(fields[first]) + Number(fields[first + 1]);
    return { parent: fields[1]!, own: sum(11), ofGone: sum(13) };
  } catch {
    return undefined;
  }
}
