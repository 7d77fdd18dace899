import type { Actor } from '../../kernel/access/index.js';
import type { Grab } from './grab.repository.js';

/** One request to grab one case. */
export interface Attempt {
  readonly actor: Actor;
  readonly caseId: string;
  readonly idempotencyKey: string | undefined;
  /** Set once its rate token is paid, so that a second try does not pay again. */
  paid?: boolean;
}

/** A grab that was won, now or by an earlier request with the same key. */
export interface Won {
  readonly grab: Grab;
  readonly replayed: boolean;
}

/** The act, as idempotency keys know it. */
export const GRAB_OPERATION = 'grab';

/** An attempt as idempotency looks it up. */
export function keyed({ actor, caseId, idempotencyKey }: Attempt) {
  return { organisationId: actor.organisationId, key: idempotencyKey, request: { caseId } };
}

/** Each value once. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
