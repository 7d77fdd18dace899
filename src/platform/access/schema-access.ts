import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type AccessRule, isMachine } from '../../kernel/access/index.js';
import { Forbidden, type Refusal, Unauthenticated } from '../../kernel/index.js';
import { type GraphqlContext, refusalError } from '../graphql/graphql-answer.js';
import { admittedActor, requestIn } from './access.js';
import type { FieldRule } from './field-access.js';

type Field = GraphQLField<unknown, GraphqlContext>;

/**
 * Adds access to a schema: the description of each operation names the scope a machine needs, and a field with a rule of
 * its own is null for machines without its scope, with an error that names it.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields()) as Field[]) {
      const { access, fieldAccess } = field.extensions as { access?: AccessRule; fieldAccess?: FieldRule };
      if (access) describe(field, access.scope ? `Machines need the scope ${access.scope}.` : 'Closed to machines.');
      if (fieldAccess) guardField(type.name, field, fieldAccess);
    }
  }
  return schema;
}

function guardField(type: string, field: Field, rule: FieldRule): void {
  if (isNonNullType(field.type)) throw new Error(`${type}.${field.name} may be withheld, so it must be nullable`);
  describe(field, `Null for machines without the scope ${rule.scope}.`);
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args, context, info) => {
    const refusal = refusalOf(rule, context);
    if (refusal) throw refusalError(refusal, context.locale);
    return resolve(parent, args, context, info);
  };
}

function refusalOf({ scope }: FieldRule, context: GraphqlContext): Refusal | undefined {
  const actor = admittedActor(requestIn(context));
  if (!actor) return new Unauthenticated();
  if (!isMachine(actor) || actor.scopes.includes(scope)) return undefined;
  return new Forbidden({ details: { requiredScope: scope } });
}

function describe(field: Field, words: string): void {
  field.description = [field.description, words].filter(Boolean).join(' ');
}
