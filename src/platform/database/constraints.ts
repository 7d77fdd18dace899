import type { Refusal } from '../../kernel/index.js';

const refusals = new Map<string, () => Refusal>();

/** Maps a violated constraint to its refusal, so that a race ends in a clear one. Constraint names spell the rule. */
export function refuseOnConstraint(name: string, make: () => Refusal): void {
  refusals.set(name, make);
}

/** The refusal for a driver error that names a known constraint. */
export function refusalForConstraint(error: unknown): Refusal | undefined {
  const name = (error as { constraint?: unknown } | undefined)?.constraint;
  return typeof name === 'string' ? refusals.get(name)?.() : undefined;
}
