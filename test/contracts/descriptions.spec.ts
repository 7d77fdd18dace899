import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** Words that add nothing to a name. */
const EMPTY = new Set([
  'the',
  'a',
  'an',
  'of',
  'this',
  'its',
  'is',
  'it',
  'one',
  'for',
  'to',
  'and',
  's',
  'value',
  'field',
]);
const wordsOf = (text: string) =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY.has(word));

/** What is wrong with a description; it has to say more than the name, though in few words. */
function faultOf(name: string, description: string | null | undefined): string | undefined {
  const text = description?.trim() ?? '';
  if (text === '') return 'is silent';
  // What an id looks like is news, whatever its name.
  if (/\b[a-z]{2,8}_…/.test(text)) return undefined;
  const known = new Set(wordsOf(name).map(stem));
  return wordsOf(text).every((word) => known.has(stem(word))) ? `only repeats its name: ${text}` : undefined;
}

const stem = (word: string) => word.replace(/(?:ies|es|s|y)$/, '');

describe('descriptions say more than the name', () => {
  it('and this check can tell', () => {
    expect(faultOf('caseId', 'The case id.')).toBeDefined();
    expect(faultOf('createdAt', '')).toBeDefined();
    expect(faultOf('categories', 'The category')).toBeDefined();
    expect(faultOf('caseId', 'The case it was paid on.')).toBeUndefined();
  });

  it('of every type, field, argument, enum value, input field and directive of the GraphQL face', () => {
    const schema = buildSchema(read('src/schema.graphql'));
    const faults: string[] = [];
    let checked = 0;
    const check = (path: string, name: string, description: string | null | undefined) => {
      checked += 1;
      const fault = faultOf(name, description);
      if (fault) faults.push(`${path} ${fault}`);
    };
    for (const directive of schema.getDirectives()) {
      if (isSpecifiedDirective(directive)) continue;
      check(`@${directive.name}`, directive.name, directive.description);
      for (const arg of directive.args) check(`@${directive.name}(${arg.name})`, arg.name, arg.description);
    }
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      if (!ROOTS.has(type.name)) check(type.name, type.name, type.description);
      if (isEnumType(type))
        for (const one of type.getValues()) check(`${type.name}.${one.name}`, one.name, one.description);
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields()))
          check(`${type.name}.${field.name}`, field.name, field.description);
      }
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field.name, field.description);
        for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg.name, arg.description);
      }
    }
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(1_000);
  });

  it('of every operation, parameter, header, component and property of the REST face', () => {
    const document = parse(read('openapi.yaml')) as Record<string, any>;
    const faults: string[] = [];
    let checked = 0;
    const check = (path: string, name: string, description: string | undefined) => {
      checked += 1;
      const fault = faultOf(name, description);
      if (fault) faults.push(`${path} ${fault}`);
    };
    const properties = (path: string, schema: any): void => {
      if (schema === null || typeof schema !== 'object') return;
      for (const [name, property] of Object.entries<any>(schema.properties ?? {})) {
        // A reference alone means what the component means.
        if (Object.keys(property).join() !== '$ref') check(`${path}.${name}`, name, property.description);
        properties(`${path}.${name}`, property);
      }
      properties(`${path}[]`, schema.items);
      for (const key of ['anyOf', 'oneOf', 'allOf']) for (const one of schema[key] ?? []) properties(path, one);
    };
    for (const [name, schema] of Object.entries<any>(document['components'].schemas)) {
      check(name, name, schema.description);
      properties(name, schema);
    }
    for (const kind of ['parameters', 'headers', 'responses']) {
      for (const [name, one] of Object.entries<any>(document['components'][kind]))
        check(`${kind}/${name}`, name, one.description);
    }
    for (const { name, description } of document['tags']) check(`tag ${name}`, name, description);
    for (const verbs of Object.values<any>(document['paths'])) {
      for (const operation of Object.values<any>(verbs)) {
        const id = operation.operationId;
        check(`${id} summary`, id, operation.summary);
        check(`${id} description`, id, operation.description);
        for (const one of operation.parameters) if (!one.$ref) check(`${id}(${one.name})`, one.name, one.description);
        for (const [type, content] of Object.entries<any>(operation.requestBody?.content ?? {}))
          properties(`${id} ${type}`, content.schema);
        for (const [status, one] of Object.entries<any>(operation.responses))
          if (!one.$ref) check(`${id} ${status}`, status, one.description);
      }
    }
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(500);
  });
});
