import type {
  ApolloServerPlugin,
  GraphQLRequestContextResponseForOperation,
  GraphQLRequestListener,
  GraphQLResponse,
} from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type CompiledOperation, compileOperation, realErrors } from './compiled.js';
import { logUnforeseen, shapeError } from './error-shape.js';
import type { GraphqlContext } from './graphql-answer.js';

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

/** Executes operations that come again through a compiled function, with the answers and errors of ordinary execution. */
export function jitPlugin({ max = 500, after = 2 }: JitOptions = {}): ApolloServerPlugin<GraphqlContext> {
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

/** Never hands the operation back once it has begun: a mutation would then run twice. */
async function respond(compiled: CompiledOperation, asked: Asked): Promise<GraphQLResponse> {
  let result: ExecutionResult;
  try {
    result = await compiled.run(asked.request.variables ?? {}, asked.contextValue);
  } catch (error) {
    result = { data: null, errors: [new GraphQLError('execution failed', { originalError: error as Error })] };
  }
  const errors = result.errors && realErrors(result.errors).map(asUserInput);
  if (errors) logUnforeseen(errors, asked.contextValue);
  const refusedVariables = errors !== undefined && result.data === undefined;
  return {
    http: { status: refusedVariables ? 400 : undefined, headers: new HeaderMap() },
    body: {
      kind: 'single',
      singleResult: {
        ...(errors && { errors: errors.map(formatted) }),
        ...(refusedVariables ? {} : { data: result.data }),
      },
    },
  };
}

/** The same rule as Apollo's: an error that points at a variable's definition is the caller's. */
function asUserInput(error: GraphQLError): GraphQLError {
  if (!error.nodes?.length || error.nodes[0]?.kind !== 'VariableDefinition' || error.extensions['code']) return error;
  const { nodes, message, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, originalError, extensions: { ...extensions, code: 'BAD_USER_INPUT' } });
}

function formatted(error: GraphQLError): GraphQLFormattedError {
  const { http: _, ...extensions } = error.extensions;
  const code = extensions['code'] ?? 'INTERNAL_SERVER_ERROR';
  return shapeError({ ...error.toJSON(), extensions: { ...extensions, code } }, error);
}
