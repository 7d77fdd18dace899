import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  visit,
} from 'graphql';

type Variables = Record<string, unknown>;

const ANY = 'Any__coerced';
const anyScalar = new GraphQLScalarType({ name: ANY, parseValue: (value) => value });

/** The document with every variable declared as a scalar that passes values through. */
export function withAnyVariables(document: DocumentNode): DocumentNode {
  const any: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: ANY } };
  return visit(document, {
    enter: (node) =>
      node.kind === Kind.VARIABLE_DEFINITION ? { ...node, type: any, defaultValue: undefined } : undefined,
  });
}

const lenientSchemas = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The schema with that additional scalar; everything else is the schema itself. */
export function lenient(schema: GraphQLSchema): GraphQLSchema {
  const known = lenientSchemas.get(schema);
  if (known) return known;
  const made: GraphQLSchema = Object.create(schema, {
    getType: { value: (name: string) => (name === ANY ? anyScalar : schema.getType(name)) },
  });
  lenientSchemas.set(schema, made);
  return made;
}

/** The variables that `@skip` and `@include` of a document use, sorted. */
export function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    enter(node) {
      const value = node.kind === Kind.DIRECTIVE ? conditionOf(node) : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/** The document with its `@skip` and `@include` resolved by these variables and removed. */
export function decided(document: DocumentNode, variables: Variables): DocumentNode {
  const enter = (node: ASTNode) => {
    if (node.kind !== Kind.FIELD && node.kind !== Kind.FRAGMENT_SPREAD && node.kind !== Kind.INLINE_FRAGMENT) return;
    if (!node.directives?.some(conditionOf)) return;
    if (!node.directives.every((directive) => holds(directive, variables))) return null;
    return { ...node, directives: node.directives.filter((directive) => !conditionOf(directive)) };
  };
  return visit(document, { enter });
}

function conditionOf(directive: DirectiveNode) {
  if (directive.name.value !== 'skip' && directive.name.value !== 'include') return undefined;
  return directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
}

function holds(directive: DirectiveNode, variables: Variables): boolean {
  const value = conditionOf(directive);
  if (!value) return true;
  const is = value.kind === Kind.VARIABLE ? variables[value.name.value] : value.kind === Kind.BOOLEAN && value.value;
  return directive.name.value === 'skip' ? is === false : is === true;
}
