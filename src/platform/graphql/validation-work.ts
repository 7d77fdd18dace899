import { type DocumentNode, Kind, parse, visit } from 'graphql';
import { LIMITS } from './graphql.refusals.js';

/** Comparisons that one request of the caller's own rate covers: about a millisecond of work. No document that a person writes has more. */
const PAIRS_PER_UNIT = 10_000;

/**
 * How many requests the validation of a document counts for beyond its own. Two fields of one name must be compared, and
 * two fragments that are spread, so the work grows with the square of how often each occurs.
 */
export function furtherUnitsOf(query: string): number {
  const document = parsed(query);
  return document ? Math.max(0, Math.ceil(pairsIn(document) / PAIRS_PER_UNIT) - 1) : 0;
}

/** What cannot be parsed is not validated either: the server says why. */
function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxTokens: LIMITS.tokens, noLocation: true });
  } catch {
    return undefined;
  }
}

function pairsIn(document: DocumentNode): number {
  const fields = new Map<string, number>();
  let fragments = 0;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FRAGMENT_SPREAD || node.kind === Kind.INLINE_FRAGMENT) fragments += 1;
      if (node.kind !== Kind.FIELD) return;
      const name = (node.alias ?? node.name).value;
      fields.set(name, (fields.get(name) ?? 0) + 1);
    },
  });
  return [...fields.values(), fragments].reduce((pairs, times) => pairs + times ** 2, 0);
}
