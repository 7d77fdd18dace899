import type {
  ApolloServerPlugin,
  GraphQLRequestContextResponseForOperation,
  GraphQLRequestListener,
  GraphQLResponse,
} from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type CompiledOperation, compileOperation } from './compiled.js';
import type { FastLane } from './fast-lane.js';
import type { GraphqlContext } from './graphql-answer.js';
import { measure } from './measure.js';
import { outcomeOf } from './outcome.js';

export interface JitOptions {
  /** Compiled operations kept. */
  max?: number;
  /** Times an operation is seen before it is compiled: a stream of ever new documents then costs no compiling. */
  after?: number;
}

interface Seen {
  times: number;
  compiled?: CompiledOperation | undefined;
  hopeless?: boolean;
}

type Asked = GraphQLRequestContextResponseForOperation<GraphqlContext>;

/**
 * Executes operations that come again through a compiled function, with the answers and errors of ordinary execution, and
 * tells the fast lane, which takes them from then on.
 */
export function jitPlugin(
  lane: FastLane,
  { max = 500, after = 2 }: JitOptions = {},
): ApolloServerPlugin<GraphqlContext> {
  const seen = new LRUCache<string, Seen>({ max });
  const compiledFor = (asked: Asked): CompiledOperation | undefined => {
    const key = `${asked.queryHash}:${asked.operationName ?? ''}`;
    const entry = seen.get(key) ?? { times: 0 };
    entry.times += 1;
    seen.set(key, entry);
    if (!entry.compiled && !entry.hopeless && entry.times >= after) {
      entry.compiled = compileOperation(asked.schema, asked.document, asked.operation);
      entry.hopeless = entry.compiled === undefined;
    }
    if (entry.compiled) teach(lane, asked, entry.compiled);
    return entry.compiled;
  };
  return {
    async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
      return {
        async responseForOperation(asked) {
          // Without an operation of that name the ordinary way has the words for it.
          const compiled = asked.operation && compiledFor(asked);
          return compiled ? respond(compiled, asked) : null;
        },
      };
    },
  };
}

async function respond(compiled: CompiledOperation, asked: Asked): Promise<GraphQLResponse> {
  const { status, ...singleResult } = await outcomeOf(compiled, asked.request.variables ?? {}, asked.contextValue);
  return {
    http: { status: status === 200 ? undefined : status, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: singleResult as FormattedExecutionResult },
  };
}

function teach(lane: FastLane, asked: Asked, compiled: CompiledOperation): void {
  const { source, schema, document, operation, request } = asked;
  if (lane.knows(source, request.operationName)) return;
  lane.learn(source, request.operationName, { compiled, measured: measure(schema, document, operation) });
}
