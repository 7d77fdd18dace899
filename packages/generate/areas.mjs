import { getNamedType, isObjectType, Kind, parse, print, visit } from 'graphql';

/** Areas the client builds itself, because they can do more than GraphQL. */
const BUILT_BY_HAND = new Set(['hall', 'batches']);

/**
 * The methods of the client, one for each operation in `packages/client/src/operations`. The file is the area and the
 * operation's name is area and method: `query HallListings` in `hall.graphql` becomes `client.hall.listings(…)`.
 */
export function areas(schema, files) {
  const fragments = new Map(files.flatMap(({ text }) => definitions(text, Kind.FRAGMENT_DEFINITION)));
  const constants = [...fragments].map(([name, node]) => `const ${name} = ${'`'}\n${print(node)}${'`'};`);
  const written = files
    .map(({ name, text }) => ({ name, operations: definitions(text, Kind.OPERATION_DEFINITION) }))
    .filter(({ operations }) => operations.length > 0);
  const names = written.map(({ name }) => name).filter((name) => !BUILT_BY_HAND.has(name));
  return [
    constants.join('\n'),
    ...written.map(({ name, operations }) => area(name, operations, schema, fragments)),
    `/** Every area that is made of operations alone. */
export class Areas {
${names.map((name) => `  readonly ${name}: ReturnType<typeof ${name}Area>;`).join('\n')}

  constructor(run: Runner) {
${names.map((name) => `    this.${name} = ${name}Area(run);`).join('\n')}
  }
}
`,
  ].join('\n');
}

function definitions(text, kind) {
  return parse(text)
    .definitions.filter((definition) => definition.kind === kind)
    .map((definition) => [definition.name.value, definition]);
}

function area(name, operations, schema, fragments) {
  const methods = operations.map(([, operation]) => method(name, operation, schema, fragments));
  return `/** \`client.${name}\` */
export const ${name}Area = (run: Runner) => ({
${methods.join('')}});
`;
}

function method(areaName, node, schema, fragments) {
  const name = node.name.value;
  const prefix = areaName[0].toUpperCase() + areaName.slice(1);
  if (!name.startsWith(prefix)) throw new Error(`${name} in ${areaName}.graphql must begin with ${prefix}`);
  const verb = name[prefix.length].toLowerCase() + name.slice(prefix.length + 1);
  const root = node.operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  const fieldName = node.selectionSet.selections[0].name.value;
  const field = root.getFields()[fieldName];
  const type = `${name}${node.operation === 'query' ? 'Query' : 'Mutation'}`;
  const how = howToRun(node, getNamedType(field.type));
  return `  /** ${field.description.replaceAll('\n', ' ')} */
  ${verb}: run.${how}<${type}['${fieldName}'], ${type}Variables>({
    name: '${name}',
    field: '${fieldName}',
    kind: '${node.operation}',
    text: ${textOf(node, fragments)},
  }),
`;
}

/** A connection is read page by page; an act with nothing but an input takes it as its argument. */
function howToRun(node, type) {
  if (isObjectType(type) && type.name.endsWith('Connection')) return 'pages';
  const names = node.variableDefinitions.map(({ variable }) => variable.name.value);
  return names.length === 1 && names[0] === 'input' ? 'act' : 'ask';
}

/** The operation with just the fragments it needs, each a constant of its own. */
function textOf(node, fragments) {
  const needed = new Set();
  const collect = (definition) =>
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        if (needed.has(value)) return;
        needed.add(value);
        collect(fragments.get(value));
      },
    });
  collect(node);
  return `\`${print(node)}${[...needed].map((name) => `\${${name}}`).join('')}\``;
}
