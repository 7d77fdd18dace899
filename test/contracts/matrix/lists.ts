import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { parse } from 'yaml';
import type { TestApp } from '../../support/app.js';

/** A read that lists things and needs to be told nothing. */
export interface Listing {
  readonly name: string;
  /** The whole answer as text, a refusal too. */
  ask(app: TestApp, token: string): Promise<string>;
}

const text = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');

/** Every list of both faces that can be asked for without naming anything. */
export function lists(): Listing[] {
  const queries = Object.values(buildSchema(text('src/schema.graphql')).getQueryType()!.getFields());
  const paths = (parse(text('openapi.yaml')) as { paths: Record<string, Record<string, unknown>> }).paths;
  const routes = Object.entries(paths).filter(([path, verbs]) => verbs['get'] && !path.includes('{'));
  return [...queries.flatMap(graphqlList), ...routes.map(([path]) => restList(path))];
}

function graphqlList(field: GraphQLField<unknown, unknown>): Listing[] {
  const paged = field.args.some((arg) => arg.name === 'first');
  if (field.args.some((arg) => isRequiredArgument(arg) && arg.name !== 'first')) return [];
  const selection = selectionOf(field);
  if (!selection) return [];
  const query = `{ ${field.name}${paged ? '(first: 100)' : ''} ${selection} }`;
  const ask = async (app: TestApp, token: string) => JSON.stringify(await app.graphql(query, {}, token));
  return [{ name: `Query.${field.name}`, ask }];
}

/** Every id a listed thing shows, its own and those it points to. */
function selectionOf(field: GraphQLField<unknown, unknown>): string | undefined {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  const nodes = type.getFields()['nodes'];
  const shown = idsOf(nodes ? (getNamedType(nodes.type) as GraphQLObjectType) : type);
  if (shown.length === 0) return undefined;
  if (nodes) return `{ nodes { ${shown.join(' ')} } }`;
  return isListType(getNullableType(field.type)) ? `{ ${shown.join(' ')} }` : undefined;
}

function idsOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name === 'ID' && field.args.length === 0)
    .map(({ name }) => name);
}

function restList(path: string): Listing {
  const ask = async (app: TestApp, token: string) => {
    const answer = await app.rest().get(path).query({ limit: 100 }).set('authorization', `Bearer ${token}`);
    return answer.text ?? '';
  };
  return { name: `GET ${path}`, ask };
}
