import { type Actor, permits } from '../../kernel/access/index.js';
import { Forbidden, InvalidInput } from '../../kernel/index.js';
import { FEED_TYPES, feedTypeNamed } from '../feed/index.js';

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
  throw new InvalidInput({ path: 'types', details: { reason: 'must be event types that GET /v1/event-types lists' } });
}
