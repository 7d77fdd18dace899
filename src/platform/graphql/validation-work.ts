import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, Kind, parse, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { sendProblem } from '../faces/problem.js';
import { chargeDocument } from '../faces/rate-limits.js';
import { LIMITS } from './graphql.refusals.js';

/** Comparisons that one request of the caller's own rate covers: about a millisecond of work. No document that a person writes has more. */
const PAIRS_PER_UNIT = 10_000;

/** Set on a request whose document takes much to validate. */
const HEAVY = Symbol('heavy document');
type WeighedRequest = FastifyRequest & { [HEAVY]?: boolean };

/**
 * Charges the validation of heavy documents to the caller's organisation before anything is validated. One that was found valid is
 * not validated again while the server keeps it, and costs nothing more.
 */
export class ValidationWork {
  private readonly valid = new LRUCache<string, true>({ max: 100 });

  /** Whether the request goes on; if not, it is answered. */
  admit(request: FastifyRequest, reply: FastifyReply): boolean {
    const query = request.routeOptions.url === '/graphql' && (request.body as { query?: unknown } | null)?.query;
    if (typeof query !== 'string' || this.valid.has(query)) return true;
    const units = furtherUnitsOf(query);
    const refusal = chargeDocument(request, units);
    if (refusal) sendProblem(refusal, request, reply);
    (request as WeighedRequest)[HEAVY] = units > 0;
    return !refusal;
  }

  /** The server is about to validate it: it has not seen it, or does not keep it any longer. */
  noteValidation(query: string): void {
    this.valid.delete(query);
  }

  noteValid(query: string, request: FastifyRequest): void {
    if ((request as WeighedRequest)[HEAVY]) this.valid.set(query, true);
  }
}

/**
 * How many requests the validation of a document counts for beyond its own. Fields of one name are compared in pairs, and so are
 * fragments that are spread with each other and with fields, so the work grows with the square of how often each occurs.
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
  const named = [...fields.values()];
  const all = named.reduce((sum, times) => sum + times, 0);
  return fragments * (fragments + all) + named.reduce((pairs, times) => pairs + times ** 2, 0);
}
