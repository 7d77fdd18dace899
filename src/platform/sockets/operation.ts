import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Locale } from '../../kernel/index.js';
import { LIMITS } from '../graphql/graphql.refusals.js';
import { costWithin } from '../graphql/limits.js';
import { type Measure, measure } from '../graphql/measure.js';
import { furtherUnitsOf } from '../graphql/validation-work.js';

/** A subscription request of a client. */
export interface SubscribeRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** An operation to execute, or why it is not executed. */
export type ReadOperation = { readonly cost: number } & (
  | { readonly args: ExecutionArgs }
  | { readonly errors: GraphQLError[] }
);

interface CheckedDocument {
  readonly document: DocumentNode;
  readonly measured: Measure;
}

/** Reads and checks subscription requests by the limits of the HTTP face. A document seen before is not checked again. */
export class SubscriptionReader {
  private readonly known = new LRUCache<string, CheckedDocument>({ max: 500 });
  private readonly rules: typeof specifiedRules;

  constructor(
    private readonly schema: GraphQLSchema,
    production: boolean,
  ) {
    this.rules = production ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
  }

  /** What the validation of a document counts for beyond its request; nothing when it was validated before. */
  furtherUnits(request: SubscribeRequest): number {
    return this.known.has(keyOf(request)) ? 0 : furtherUnitsOf(request.query);
  }

  /** What to execute and what it costs, or why not. */
  read(request: SubscribeRequest, locale: Locale): ReadOperation {
    const { operationName, variables } = request;
    try {
      const key = keyOf(request);
      const found = this.known.get(key) ?? this.check(request);
      if (Array.isArray(found)) return { cost: 0, errors: found as GraphQLError[] };
      const { document, measured } = found as CheckedDocument;
      if (request.query.length <= LIMITS.kept) this.known.set(key, { document, measured });
      const errors = this.badVariables(document, request);
      if (errors.length > 0) return { cost: 0, errors };
      const cost = costWithin(measured, variables ?? {}, locale);
      return { cost, args: { schema: this.schema, document, operationName, variableValues: variables } };
    } catch (error) {
      if (error instanceof GraphQLError) return { cost: 0, errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
      throw error;
    }
  }

  /** The caller's mistakes in variables, which execution would report without a code. */
  private badVariables(document: DocumentNode, { operationName, variables }: SubscribeRequest): GraphQLError[] {
    const defined = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const { errors } = getVariableValues(this.schema, defined, variables ?? {}, { maxErrors: LIMITS.errors });
    return (errors ?? []).map((error) => coded(error, 'BAD_USER_INPUT'));
  }

  private check({ query, operationName }: SubscribeRequest): CheckedDocument | GraphQLError[] {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    const errors = validate(this.schema, document, this.rules, { maxErrors: LIMITS.errors });
    if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, operationName);
    if (!operation) return [refusal('OPERATION_RESOLUTION_FAILURE', 'Name one operation of the document.')];
    if (operation.operation !== 'subscription') {
      return [
        refusal('SUBSCRIPTIONS_ONLY', 'A socket carries subscriptions only; send queries and mutations by POST.'),
      ];
    }
    return { document, measured: measure(this.schema, document, operation) };
  }
}

function keyOf({ operationName, query }: SubscribeRequest): string {
  return `${operationName ?? ''} ${query}`;
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function coded(error: GraphQLError, code: string): GraphQLError {
  if (error.extensions['code'] !== undefined) return error;
  const { message, nodes, source, positions, path, originalError } = error;
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions: { code } });
}
