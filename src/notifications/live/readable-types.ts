import { type Actor, permits } from '../../kernel/access/index.js';
import { defineReasons, Forbidden } from '../../kernel/index.js';
import { FEED_TYPES, feedTypeNamed } from '../feed/index.js';

const invalidTypes = defineReasons({
  NO_EVENT_TYPE: ['must be event types that GET /v1/event-types lists', '应为 GET /v1/event-types 所列的事件类型'],
});

/**
 * The types an actor gets of its organisation's events: those asked for, or without a wish all it may read. INVALID_INPUT
 * for a type that does not exist, FORBIDDEN for one whose facts the actor's role or scopes do not let it read.
 */
export function readableTypes(actor: Actor, asked: readonly string[] | null | undefined): readonly string[] {
  const readable = FEED_TYPES.filter(
    ({ readers, audiences }) => audiences.includes('organisation') && permits(readers, actor),
  ).map(({ type }) => type);
  if (!asked || asked.length === 0) return readable;
  knownTypes(asked);
  if (!asked.every((type) => readable.includes(type))) throw new Forbidden({ path: 'types' });
  return [...new Set(asked)];
}

/** Refuses a type that is in no catalogue: a misspelt one must not pass as silence. */
export function knownTypes(asked: readonly string[] | null | undefined): readonly string[] | undefined {
  if (!asked || asked.length === 0) return undefined;
  const unknown = asked.find((type) => !feedTypeNamed(type));
  if (unknown === undefined) return asked;
  throw invalidTypes('NO_EVENT_TYPE', { path: 'types' });
}
