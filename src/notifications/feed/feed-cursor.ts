import { cursorOf, type InvalidInput, positionOf } from '../../kernel/index.js';
import { invalidEvents } from './feed.refusals.js';

/** A place in the feed as clients hold it: opaque, and good for every stream of the feed. */
export function cursorAt(position: bigint): string {
  return cursorOf([position.toString()]);
}

/** Reads a cursor back; INVALID_INPUT, naming the field, for anything else. */
export function positionAt(cursor: string, path: string): bigint {
  try {
    const [position] = positionOf(cursor, 1);
    if (typeof position === 'string' && /^\d{1,18}$/.test(position)) return BigInt(position);
  } catch {
    // the refusal below names the field the caller knows
  }
  throw foreignCursor(path);
}

export function foreignCursor(path: string): InvalidInput {
  return invalidEvents('FOREIGN_EVENT_CURSOR', { path });
}
