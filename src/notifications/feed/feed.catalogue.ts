import { CASE_TYPES } from './catalogue-cases.js';
import type { FeedType } from './catalogue-fields.js';
import { MONEY_TYPES } from './catalogue-money.js';
import { REVIEW_TYPES } from './catalogue-review.js';

/** All public event types, sorted by name. Only these go out. */
export const FEED_TYPES: readonly FeedType[] = Object.freeze(
  [...CASE_TYPES, ...MONEY_TYPES, ...REVIEW_TYPES].sort((a, b) => (a.type < b.type ? -1 : 1)),
);

const byName = new Map(FEED_TYPES.map((type) => [type.type, type]));

export function feedTypeNamed(type: string): FeedType | undefined {
  return byName.get(type);
}

/** Exactly the fields of `data` that the catalogue describes. Throws when one is missing, which is a bug of a mapping. */
export function publicData(type: string, data: Record<string, unknown>): Record<string, unknown> {
  const known = byName.get(type);
  if (!known) throw new Error(`${type} is no public event`);
  return known.schema.parse(data);
}
