import { type Actor, isMachine, permits, type Scope } from '../../kernel/access/index.js';
import { FEED_TYPES } from '../feed/index.js';

/**
 * The first of an endpoint's types (of all, when none is named) that a machine's scopes do not let it read, and the missing
 * scope: the machine that sets an address reads what is sent there.
 */
export function unreadableType(actor: Actor, types: readonly string[]): { type: string; scope: Scope } | undefined {
  if (!isMachine(actor)) return undefined;
  const sent = FEED_TYPES.filter(({ type, audiences }) =>
    types.length > 0 ? types.includes(type) : audiences.includes('organisation'),
  );
  const found = sent.find(({ readers: { scope } }) => !permits(scope ? { scope } : {}, actor));
  return found && { type: found.type, scope: found.readers.scope! };
}
