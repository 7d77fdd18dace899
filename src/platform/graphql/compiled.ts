import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LIMITS } from './limits.js';

/** An operation made into one function. Coercion of variables is graphql-js's own, so its errors are the usual ones. */
export interface CompiledOperation {
  run(variables: Record<string, unknown>, context: unknown): Promise<ExecutionResult> | ExecutionResult;
}

const ANY = 'Any__coerced';
const anyScalar = new GraphQLScalarType({ name: ANY, parseValue: (value) => value });

/**
 * Compiles one operation, or says it cannot (`undefined`) before anything has run, so that the caller executes it the
 * ordinary way. graphql-jit coerces variables by itself, with other messages and wrong defaults for custom scalars; so the
 * document it sees declares every variable as a scalar that passes values through, and gets them coerced already.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | undefined {
  if (!isPlain(operation, document)) return undefined;
  const compiled = tryCompile(lenient(schema), withAnyVariables(document), operation.name?.value);
  if (!compiled || !isCompiledQuery(compiled)) return undefined;
  return {
    run(variables, context) {
      const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
        maxErrors: LIMITS.errors,
      });
      if (coerced.errors) return { errors: coerced.errors };
      return compiled.query(undefined, context, coerced.coerced) as Promise<ExecutionResult> | ExecutionResult;
    },
  };
}

function tryCompile(schema: GraphQLSchema, document: DocumentNode, name: string | undefined) {
  try {
    return compileQuery(schema, document, name, {
      useExperimentalPathBasedSkipInclude: true,
      disablingCapturingStackErrors: true,
    });
  } catch {
    return undefined;
  }
}

/** Compiled objects are literals, where the alias `__proto__` means something else; introspection is not worth compiling. */
function isPlain(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  if (operation.operation === 'subscription') return false;
  let plain = true;
  visit(document, {
    Field(node) {
      if (node.alias?.value.startsWith('__')) plain = false;
      if (node.name.value === '__schema' || node.name.value === '__type') plain = false;
    },
  });
  return plain;
}

function withAnyVariables(document: DocumentNode): DocumentNode {
  const any: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: ANY } };
  return visit(document, {
    enter: (node) =>
      node.kind === Kind.VARIABLE_DEFINITION ? { ...node, type: any, defaultValue: undefined } : undefined,
  });
}

const lenientSchemas = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The schema with one more scalar to be found by name; everything else is the schema itself. */
function lenient(schema: GraphQLSchema): GraphQLSchema {
  const known = lenientSchemas.get(schema);
  if (known) return known;
  const made: GraphQLSchema = Object.create(schema, {
    getType: { value: (name: string) => (name === ANY ? anyScalar : schema.getType(name)) },
  });
  lenientSchemas.set(schema, made);
  return made;
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
