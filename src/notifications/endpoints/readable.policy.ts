import { type AccessRule, type Actor, isMachine, permits, type Role, type Scope } from '../../kernel/access/index.js';
import { FEED_TYPES, readersFor } from '../feed/index.js';

/** A type that an actor may not read, and what it lacks: a machine the scope, a member one of the roles. */
export interface UnreadableType {
  readonly type: string;
  readonly scope: Scope | undefined;
  readonly roles: readonly Role[];
}

/**
 * Those of an endpoint's types (of all it would get, when none is named) that the actor may not read in the feed itself: who
 * sets an address reads what is sent there, and the log shows the same.
 */
export function unreadableTypes(actor: Actor, types: readonly string[]): UnreadableType[] {
  return FEED_TYPES.filter(({ type, audiences }) =>
    types.length > 0 ? types.includes(type) : audiences.includes('organisation'),
  )
    .map((one) => ({ type: one.type, readers: readersFor(one, actor.organisationKind) }))
    .filter(({ readers }) => !permits(readers, actor))
    .map(({ type, readers }) => ({ type, ...lackOf(readers, actor) }));
}

function lackOf({ scope, roles = [] }: AccessRule, actor: Actor): Pick<UnreadableType, 'scope' | 'roles'> {
  return isMachine(actor) ? { scope, roles: [] } : { scope: undefined, roles };
}
