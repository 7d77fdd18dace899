import { isUuid } from './ids.js';
import { invalid } from './invalid.js';
import type { InvalidInput } from './refusals.js';

/** How many nodes one page may have. */
export const MAX_PAGE = 100;

/** The page a caller requests: `first` nodes (1–100) after a cursor. */
export interface PageInput {
  first: number;
  after?: string | null;
}

/** The page found. */
export interface Page<T> {
  nodes: T[];
  endCursor: string | null;
  hasNextPage: boolean;
}

/** The sort position a cursor stands for: the sort keys' values, last the id. */
export type Position = readonly (string | number | null)[];

/** Writes a position as an opaque cursor. */
export function cursorOf(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads a cursor of `length` keys back; a made-up one is refused as the field `after`. */
export function positionOf(cursor: string, length: number): Position {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const scalar = (v: unknown) => v === null || typeof v === 'string' || typeof v === 'number';
    if (Array.isArray(parsed) && parsed.length === length && parsed.every(scalar)) return parsed as Position;
  } catch {
    // A made-up cursor is refused below, whatever it contains.
  }
  throw foreignCursor();
}

/** The refusal of a cursor that this list did not give out. */
export function foreignCursor(): InvalidInput {
  return invalid('FOREIGN_CURSOR', { path: 'after' });
}

/** Reads the cursor of a list that is sorted by id alone; a made-up one is refused before it reaches PostgreSQL. */
export function idAfter(cursor: string): string {
  const [id] = positionOf(cursor, 1);
  if (isUuid(id)) return id;
  throw foreignCursor();
}

/** Checks the page size `first`: 1 to 100. */
export function checkFirst(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw invalid('OUT_OF_RANGE', { path: 'first', least: 1, most: MAX_PAGE });
}

/** Cuts `first + 1` found rows to one page. */
export function cutToPage<T>(rows: T[], first: number, position: (row: T) => Position): Page<T> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, endCursor: last ? cursorOf(position(last)) : null, hasNextPage: rows.length > first };
}

/** The first nodes of a page that weigh together no more than `most`, at least one; the others stand on the next page. */
export function cutByWeight<T>(
  page: Page<T>,
  most: number,
  weightOf: (node: T) => number,
  position: (node: T) => Position,
): Page<T> {
  let weight = 0;
  const at = page.nodes.findIndex((node, n) => {
    weight += weightOf(node);
    return n > 0 && weight > most;
  });
  if (at === -1) return page;
  const nodes = page.nodes.slice(0, at);
  return { nodes, endCursor: cursorOf(position(nodes.at(-1)!)), hasNextPage: true };
}
