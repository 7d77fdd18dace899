import { cursorOf, type InvalidInput, positionOf } from '../../kernel/index.js';
import { invalidEvents } from './feed.refusals.js';

/** A position of the feed as clients hold it: opaque, and valid for every stream of the feed. */
export function cursorAt(position: bigint): string {
  return cursorOf([position.toString()]);
}

/** The position of a cursor. Refuses INVALID_INPUT with the field for anything else. */
export function positionAt(cursor: string, path: string): bigint {
  try {
    const [position] = positionOf(cursor, 1);
    if (typeof position === 'string' && /^\d{1,18}$/.test(position)) return BigInt(position);
  } catch {
    // The refusal below names the field of the caller.
  }
  throw foreignCursor(path);
}

export function foreignCursor(path: string): InvalidInput {
  return invalidEvents('FOREIGN_EVENT_CURSOR', { path });
}
