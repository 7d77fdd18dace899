import { defineLifecycle } from '../../kernel/index.js';
import type { SyncOutcome } from '../books/index.js';

export type ConnectionState = 'active' | 'paused' | 'failing';

/** A failing connection is tried again on schedule, unless only its owner can correct it. */
export const connectionLifecycle = defineLifecycle<ConnectionState>('ERP connection', 'active', {
  active: ['paused', 'failing'],
  failing: ['active', 'paused'],
  paused: ['active'],
});

export type RunState = 'running' | 'completed' | 'failed' | 'stopped';
export type RunTrigger = 'schedule' | 'manual' | 'upload';
export type SyncedOutcome = SyncOutcome['outcome'];

/** Seconds to wait after so many faults in a row: 1, doubled up to 600; the ERP's own `Retry-After` if that is longer. */
export function waitSeconds(faults: number, retryAfter: number | null): number {
  const backoff = Math.min(600, 2 ** Math.min(faults - 1, 10));
  return Math.max(backoff, retryAfter ?? 0);
}

/** How much of a run is read in one turn of a worker; then others have theirs. */
export const TURN = { documents: 10_000, seconds: 60 } as const;

/** From this many faults in a row the connection shows `failing`. */
export const FAULTS_UNTIL_FAILING = 5;
