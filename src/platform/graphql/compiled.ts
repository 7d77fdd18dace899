import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { conditionsOf, decided, lenient, withAnyVariables } from './compiled-document.js';
import { LIMITS } from './graphql.refusals.js';

type Variables = Record<string, unknown>;
type Result = Promise<ExecutionResult> | ExecutionResult;

/** A compiled operation. Coercion of variables is graphql-js's own, so its errors are the usual ones. */
export type CompiledOperation = (variables: Variables, context: unknown) => Result;

/** How many outcomes of `@skip` and `@include` one operation keeps compiled; any further one is executed uncompiled. */
const MAX_VARIANTS = 16;

/**
 * Compiles one operation, or returns `undefined` before anything has run: the caller then executes it as usual. Two flaws
 * of graphql-jit are avoided. It coerces variables with other messages and wrong defaults for custom scalars: it receives
 * coerced ones. It loses fields when a fragment is spread twice under different conditions: it receives documents without
 * conditions, one for each outcome of them.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | undefined {
  if (!isPlain(operation, document)) return undefined;
  const conditions = conditionsOf(document);
  const variants = new Map<string, CompiledOperation | undefined>();
  const variant = (coerced: Variables): CompiledOperation | undefined => {
    const outcome = conditions.map((name) => coerced[name]);
    if (!outcome.every((value) => typeof value === 'boolean')) return undefined;
    const key = outcome.join();
    if (!variants.has(key) && variants.size < MAX_VARIANTS) {
      variants.set(key, compile(schema, decided(document, coerced), operation.name?.value));
    }
    return variants.get(key);
  };
  if (conditions.length === 0 && !variant({})) return undefined;
  return (given, context) => {
    const options = { maxErrors: LIMITS.errors };
    const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, options);
    if (errors) return { errors };
    const compiled = variant(coerced);
    if (compiled) return compiled(coerced, context);
    const operationName = operation.name?.value;
    return execute({ schema, document, operationName, variableValues: given, contextValue: context });
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | undefined,
): CompiledOperation | undefined {
  try {
    const options = { disablingCapturingStackErrors: true };
    const compiled = compileQuery(lenient(schema), withAnyVariables(document), name, options);
    if (!isCompiledQuery(compiled)) return undefined;
    return (variables, context) => compiled.query(undefined, context, variables) as Result;
  } catch {
    return undefined; // such as a literal that JSON cannot hold: graphql-js executes it
  }
}

/** Compiled objects are literals, where the alias `__proto__` means something else; introspection is not worth compiling. */
function isPlain(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  if (operation.operation === 'subscription') return false;
  let plain = true;
  visit(document, {
    enter(node) {
      if (node.kind !== Kind.FIELD) return;
      if (node.alias?.value.startsWith('__')) plain = false;
      if (node.name.value === '__schema' || node.name.value === '__type') plain = false;
    },
  });
  return plain;
}

/** graphql-jit's errors look like GraphQLErrors but may lack `extensions`; these are real ones. */
export function realErrors(errors: readonly GraphQLError[]): GraphQLError[] {
  return errors.map((error) => {
    if (error.extensions !== undefined) return error;
    const { message, path, originalError } = error;
    const real = new GraphQLError(message, { path, originalError });
    if (error.locations) Object.defineProperty(real, 'locations', { value: error.locations, enumerable: true });
    return real;
  });
}
