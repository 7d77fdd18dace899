import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
} from 'graphql';

import { ID_PREFIX, type IdKind } from '../../kernel/index.js';

/**
 * Makes a schema fit for compiled execution:
 * - Nest gives every field a resolver that only reads the property of that name. Compiled, each costs a call and an error
 *   handler; without one it is a plain property access. Removed from scalar and enum fields, whose values are plain.
 * - A field marked `computed` may hold a function, called when the field is asked for.
 * - A type resolver that throws would, compiled, escape as an unhandled rejection and leave the request unanswered; it now
 *   resolves to nothing, which is an ordinary field error.
 */
export function prepareSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) prepareField(field);
    showIds(type);
    if (isAbstractType(type) && type.resolveType) {
      const resolveType = type.resolveType;
      type.resolveType = (...args) => {
        try {
          return resolveType(...args);
        } catch {
          return undefined;
        }
      };
    }
  }
  return schema;
}

/** Adds the prefix of an id, `case_…`, to its description, where its name shows the kind. */
function showIds(type: GraphQLNamedType): void {
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    showId(field);
    if ('args' in field) for (const arg of field.args) showId(arg);
  }
}

/** `caseId` is of a case, `connectionId` of an ERP connection: the kind itself or its last word. */
function kindNamed(name: string): IdKind | undefined {
  const word = name.replace(/Id$/, '');
  if (word === name) return undefined;
  const last = word.charAt(0).toUpperCase() + word.slice(1);
  const kinds = Object.keys(ID_PREFIX) as IdKind[];
  return kinds.find((kind) => kind === word) ?? kinds.find((kind) => kind.endsWith(last));
}

function showId(one: { name: string; type: unknown; description?: string | null | undefined }): void {
  const kind = /^ID!?$/.test(String(one.type)) ? kindNamed(one.name) : undefined;
  if (!kind) return;
  const prefix = `${ID_PREFIX[kind]}_…`;
  if (one.description?.includes(prefix)) return;
  one.description = `${(one.description ?? '').replace(/\.$/, '')}, \`${prefix}\`.`;
}

function prepareField(field: GraphQLField<unknown, unknown>): void {
  if (field.extensions['computed']) field.resolve = defaultFieldResolver;
  else if (isLeafType(getNamedType(field.type)) && onlyReadsProperty(field)) field.resolve = undefined;
}

function onlyReadsProperty(field: GraphQLField<unknown, unknown>): boolean {
  const resolve = field.resolve as ((root: unknown) => unknown) | undefined;
  if (resolve?.name !== 'rootFieldResolver' || resolve.length !== 1) return false;
  const probe = {};
  return resolve({ [field.name]: probe }) === probe && resolve({}) === undefined;
}
