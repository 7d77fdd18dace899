import { isUuid } from './ids.js';
import { invalid } from './invalid.js';
/** How many nodes one page may have. */
export const MAX_PAGE = 100;
/** Writes a position as an opaque cursor. */
export function cursorOf(position) {
    return Buffer.from(JSON.stringify(position)).toString('base64url');
}
/** Reads a cursor of `length` keys back; a made-up one is refused as the field `after`. */
export function positionOf(cursor, length) {
    try {
        const parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
        const scalar = (v) => v === null || typeof v === 'string' || typeof v === 'number';
        if (Array.isArray(parsed) && parsed.length === length && parsed.every(scalar))
            return parsed;
    }
    catch {
        // A made-up cursor is refused below, whatever it contains.
    }
    throw foreignCursor();
}
/** The refusal of a cursor that this list did not give out. */
export function foreignCursor() {
    return invalid('FOREIGN_CURSOR', { path: 'after' });
}
/** Reads the cursor of a list that is sorted by id alone; a made-up one is refused before it reaches PostgreSQL. */
export function idAfter(cursor) {
    const [id] = positionOf(cursor, 1);
    if (isUuid(id))
        return id;
    throw foreignCursor();
}
/** Checks the page size `first`: 1 to 100. */
export function checkFirst(first) {
    if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE)
        return first;
    throw invalid('OUT_OF_RANGE', { path: 'first', least: 1, most: MAX_PAGE });
}
/** Cuts `first + 1` found rows to one page. */
export function cutToPage(rows, first, position) {
    const nodes = rows.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, endCursor: last ? cursorOf(position(last)) : null, hasNextPage: rows.length > first };
}
