import type { Actor } from '../../kernel/access/index.js';
import type { Grab } from './grab.repository.js';

/** One request to grab one case. */
export interface Attempt {
  readonly actor: Actor;
  readonly caseId: string;
  readonly idempotencyKey: string | undefined;
  /** Set once its rate token is paid, so that a retry does not pay again. */
  paid?: boolean;
}

/** A won grab: of this request, or replayed from an earlier one with the same key. */
export interface Won {
  readonly grab: Grab;
  readonly replayed: boolean;
}

/** The name of the operation of idempotency keys. */
export const GRAB_OPERATION = 'grab';

/** What idempotency looks an attempt up by. */
export function keyed({ actor, caseId, idempotencyKey }: Attempt) {
  return { organisationId: actor.organisationId, key: idempotencyKey, request: { caseId } };
}

/** Each value once. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
