import { type Actor, permits } from '../../kernel/access/index.js';
import { defineReasons, Forbidden } from '../../kernel/index.js';
import { FEED_TYPES, feedTypeNamed } from '../feed/index.js';

const invalidTypes = defineReasons({
  NO_EVENT_TYPE: ['must be event types that GET /v1/event-types lists', '应为 GET /v1/event-types 所列的事件类型'],
});

/**
 * The types an actor gets of its organisation's events: the requested ones, or all it may read. Refuses INVALID_INPUT for a
 * type that does not exist, FORBIDDEN for one that the actor's role or scopes do not let it read.
 */
export function readableTypes(actor: Actor, requested: readonly string[] | null | undefined): readonly string[] {
  const readable = FEED_TYPES.filter(
    ({ readers, audiences }) => audiences.includes('organisation') && permits(readers, actor),
  ).map(({ type }) => type);
  if (!requested || requested.length === 0) return readable;
  knownTypes(requested);
  if (!requested.every((type) => readable.includes(type))) throw new Forbidden({ path: 'types' });
  return [...new Set(requested)];
}

/** Refuses an unknown type: with a misspelt one a stream would stay silent. */
export function knownTypes(requested: readonly string[] | null | undefined): readonly string[] | undefined {
  if (!requested || requested.length === 0) return undefined;
  const unknown = requested.find((type) => !feedTypeNamed(type));
  if (unknown === undefined) return requested;
  throw invalidTypes('NO_EVENT_TYPE', { path: 'types' });
}
