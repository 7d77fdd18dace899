import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

type Variables = Record<string, unknown>;

/** The size of an operation. Depth, aliases and directives follow from the text; the cost depends on the variables. */
export interface Measure {
  depth: number;
  /** Aliases that occur in the document, `__typename` included. */
  aliases: number;
  directives: number;
  /**
   * Objects the answer may hold: 1 for each field that returns objects, times `first` for what lies inside a list that has
   * it, plus a field's own `complexity`. Scalars are free. Stops counting a little above any limit.
   */
  cost(variables: Variables): number;
}

const CEILING = 1_000_000;

interface Node {
  /** Own cost, before what is inside. */
  own: number;
  times: (variables: Variables) => number;
  inside: Group;
}
interface Group {
  nodes: Node[];
  /** Named fragments spread here; measured once each, so a chain of doubling fragments is not walked twice. */
  spreads: Group[];
  depth: number;
}

/** Measures one operation of a valid document. Introspection is measured by its own rules and its switch. */
export function measure(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Measure {
  const root = schema.getRootType(operation.operation);
  const defaults = defaultsOf(operation);
  const group = new Planner(schema, document).group(operation.selectionSet, root?.name);
  return {
    depth: group.depth,
    ...occurrences(document),
    cost: (given) => costOf(group, { ...defaults, ...given }, new Map()),
  };
}

class Planner {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly planned = new Map<string, Group>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  group(selections: SelectionSetNode, typeName: string | undefined): Group {
    const group: Group = { nodes: [], spreads: [], depth: 0 };
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) this.field(selection, typeName, group);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) this.spread(group, this.fragment(selection.name.value));
      else this.spread(group, this.group(selection.selectionSet, selection.typeCondition?.name.value ?? typeName));
    }
    return group;
  }

  private spread(into: Group, group: Group): void {
    into.spreads.push(group);
    into.depth = Math.max(into.depth, group.depth);
  }

  private fragment(name: string): Group {
    const known = this.planned.get(name);
    if (known) return known;
    const empty: Group = { nodes: [], spreads: [], depth: 0 };
    this.planned.set(name, empty);
    const definition = this.fragments.get(name);
    const group = definition ? this.group(definition.selectionSet, definition.typeCondition.name.value) : empty;
    this.planned.set(name, group);
    return group;
  }

  private field(node: FieldNode, typeName: string | undefined, into: Group): void {
    if (node.name.value.startsWith('__')) return;
    const field = this.definition(node, typeName);
    const type = field && getNamedType(field.type);
    const inside = node.selectionSet ? this.group(node.selectionSet, type?.name) : { nodes: [], spreads: [], depth: 0 };
    into.depth = Math.max(into.depth, 1 + inside.depth);
    const complexity = field?.extensions['complexity'];
    const own =
      (type && isCompositeType(type) && type.name !== 'PageInfo' ? 1 : 0) +
      (typeof complexity === 'number' ? complexity : 0);
    if (own > 0) into.nodes.push({ own, times: timesOf(node, field), inside });
  }

  private definition(node: FieldNode, typeName: string | undefined): GraphQLField<unknown, unknown> | undefined {
    const type = typeName === undefined ? undefined : this.schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  }
}

/** How often the inside of a field may occur: its `first` argument, given, from a variable or by default. */
function timesOf(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): (variables: Variables) => number {
  const first = field?.args.find((arg) => arg.name === 'first');
  if (!first) return () => 1;
  const given = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
  const fallback = atLeastOne(first.defaultValue);
  if (given?.kind === Kind.VARIABLE) return (variables) => atLeastOne(variables[given.name.value] ?? fallback);
  const literal = given?.kind === Kind.INT ? atLeastOne(Number.parseInt(given.value, 10)) : fallback;
  return () => literal;
}

function atLeastOne(value: unknown): number {
  return typeof value === 'number' && value > 1 ? Math.min(value, CEILING) : 1;
}

function costOf(group: Group, variables: Variables, known: Map<Group, number>): number {
  const before = known.get(group);
  if (before !== undefined) return before;
  let cost = 0;
  for (const node of group.nodes) cost += node.own + node.times(variables) * costOf(node.inside, variables, known);
  for (const spread of group.spreads) cost += costOf(spread, variables, known);
  cost = Math.min(cost, CEILING);
  known.set(group, cost);
  return cost;
}

function occurrences(document: DocumentNode): { aliases: number; directives: number } {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias) aliases += 1;
      if (node.kind === Kind.DIRECTIVE) directives += 1;
    },
  });
  return { aliases, directives };
}

function defaultsOf(operation: OperationDefinitionNode): Variables {
  const defaults: Variables = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number.parseInt(defaultValue.value, 10);
  }
  return defaults;
}
