import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type CompiledOperation, compileOperation } from './compiled.js';
import type { FastLane } from './fast-lane.js';
import { LIMITS } from './graphql.refusals.js';
import type { GraphqlContext } from './graphql-answer.js';
import { measure } from './measure.js';
import { outcomeOf } from './outcome.js';

export interface JitOptions {
  /** Compiled operations kept. */
  max?: number;
  /** Times an operation is seen before it is compiled: a stream of ever new documents then costs no compiling. */
  after?: number;
}

interface SeenOperation {
  times: number;
  compiled?: CompiledOperation | undefined;
  hopeless?: boolean;
}

type ResolvedOperation = GraphQLRequestContextResponseForOperation<GraphqlContext>;

/**
 * Compiles repeated operations, with the answers and errors of ordinary execution, and hands them to the fast lane, which
 * executes them from then on.
 */
export function jitPlugin(
  lane: FastLane,
  { max = 500, after = 2 }: JitOptions = {},
): ApolloServerPlugin<GraphqlContext> {
  const seen = new LRUCache<string, SeenOperation>({ max });
  const compiledFor = (resolved: ResolvedOperation): CompiledOperation | undefined => {
    if (resolved.source.length > LIMITS.kept) return undefined;
    const key = `${resolved.queryHash}:${resolved.operationName ?? ''}`;
    const entry = seen.get(key) ?? { times: 0 };
    entry.times += 1;
    seen.set(key, entry);
    if (!entry.compiled && !entry.hopeless && entry.times >= after) {
      entry.compiled = compileOperation(resolved.schema, resolved.document, resolved.operation);
      entry.hopeless = entry.compiled === undefined;
    }
    if (entry.compiled) teach(lane, resolved, entry.compiled);
    return entry.compiled;
  };
  return {
    async requestDidStart() {
      return {
        async responseForOperation(resolved) {
          // Ordinary execution answers when no operation has that name.
          const compiled = resolved.operation && compiledFor(resolved);
          return compiled ? respond(compiled, resolved) : null;
        },
      };
    },
  };
}

async function respond(compiled: CompiledOperation, resolved: ResolvedOperation): Promise<GraphQLResponse> {
  const { status, ...singleResult } = await outcomeOf(
    compiled,
    resolved.request.variables ?? {},
    resolved.contextValue,
  );
  return {
    http: { status: status === 200 ? undefined : status, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: singleResult as FormattedExecutionResult },
  };
}

function teach(lane: FastLane, resolved: ResolvedOperation, compiled: CompiledOperation): void {
  const { source, schema, document, operation, request } = resolved;
  if (lane.knows(source, request.operationName)) return;
  lane.learn(source, request.operationName, { compiled, measured: measure(schema, document, operation) });
}
