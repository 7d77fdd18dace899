import { defineLifecycle } from '../../kernel/index.js';

export const CONNECTION_STATES = ['active', 'paused', 'failing'] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** A failing connection is tried again on schedule, unless only its owner can correct it. */
export const connectionLifecycle = defineLifecycle<ConnectionState>('ERP connection', 'active', {
  active: ['paused', 'failing'],
  failing: ['active', 'paused'],
  paused: ['active'],
});

export const RUN_STATES = ['running', 'completed', 'failed', 'stopped'] as const;
export type RunState = (typeof RUN_STATES)[number];
export const RUN_TRIGGERS = ['schedule', 'manual', 'upload'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

export const SYNC_OUTCOMES = [
  'admitted',
  'in_review',
  'updated',
  'unchanged',
  'settled',
  'withdrawn',
  'repayment_reported',
  'rejected',
  'skipped',
] as const;
export type SyncedOutcome = (typeof SYNC_OUTCOMES)[number];

/** Seconds to wait after so many faults in a row: 1, doubled up to 600; the ERP's own `Retry-After` if that is longer. */
export function waitSeconds(faults: number, retryAfter: number | null): number {
  const backoff = Math.min(600, 2 ** Math.min(faults - 1, 10));
  return Math.max(backoff, retryAfter ?? 0);
}

/** From this many faults in a row the connection shows `failing`. */
export const FAULTS_UNTIL_FAILING = 5;
