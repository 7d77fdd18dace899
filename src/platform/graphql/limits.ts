import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Measure, measure } from './measure.js';

/** What one GraphQL request may ask for. */
export const LIMITS = {
  tokens: 1_000,
  depth: 8,
  aliases: 15,
  directives: 10,
  cost: 5_000,
  errors: 5,
} as const;

/** Refuses operations that are too deep, too aliased or too costly, before anything runs; tells the cost in `extensions`. */
export function limitsPlugin(): ApolloServerPlugin<BaseContext> {
  const measures = new LRUCache<string, Measure>({ max: 1_000 });
  return {
    async requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
      let cost: number | undefined;
      return {
        async didResolveOperation({ schema, document, operation, operationName, queryHash, request }) {
          if (!operation) return;
          const key = `${queryHash}:${operationName ?? ''}`;
          const known = measures.get(key) ?? measure(schema, document, operation);
          measures.set(key, known);
          cost = costWithin(known, request.variables ?? {});
        },
        async willSendResponse({ response }) {
          if (cost === undefined || response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          result.extensions = { ...result.extensions, cost: { requested: cost, limit: LIMITS.cost } };
        },
      };
    },
  };
}

/** What an operation costs with these variables; throws when it is beyond any limit. */
export function costWithin(measured: Measure, variables: Record<string, unknown>): number {
  within('QUERY_TOO_DEEP', 'depth', measured.depth, LIMITS.depth);
  within('TOO_MANY_ALIASES', 'aliases', measured.aliases, LIMITS.aliases);
  within('TOO_MANY_DIRECTIVES', 'directives', measured.directives, LIMITS.directives);
  const cost = measured.cost(variables);
  within('QUERY_TOO_COSTLY', 'cost', cost, LIMITS.cost);
  return cost;
}

function within(code: string, what: string, used: number, limit: number): void {
  if (used <= limit) return;
  throw new GraphQLError(`The operation's ${what} is ${used}; the limit is ${limit}.`, {
    extensions: { code, details: { limit, used }, http: { status: 400, headers: new Map() } },
  });
}
