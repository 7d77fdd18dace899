import type { Type } from '@nestjs/common';
import { createUnionType, Field, Int, InterfaceType, ObjectType, TypeMetadataStorage } from '@nestjs/graphql';
import { COMMON_REFUSALS, type RefusalClass } from '../../kernel/index.js';
import { JsonObjectScalar } from '../faces/scalars.js';

/** The fields of every refusal in a result union. */
@InterfaceType('Refusal', {
  description: 'An expected refusal: a stable code, a message for people, and what to change.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class RefusalView {
  @Field(() => String, { description: 'Stable, machine-readable; the same code as on the REST face.' }) code!: string;
  @Field(() => String, { description: 'What happened, in the language of Accept-Language (English or Chinese).' })
  message!: string;
  @Field(() => String, { nullable: true, description: 'The input field at fault, such as rows[3].amountFen; or null.' })
  path?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Seconds to wait before trying again; null when waiting does not help.',
  })
  retryAfterSeconds?: number | null;
  @Field(() => JsonObjectScalar, { nullable: true, description: 'The figures of the refusal, such as limit and used.' })
  details?: Record<string, unknown> | null;
}

const registered = new Map<string, { refusal: RefusalClass; view: Type }>();

/** The object type of one refusal class; made once, however many unions hold it. */
export function refusalType(refusal: RefusalClass): Type {
  const known = registered.get(refusal.name);
  if (known && known.refusal.spec.code !== refusal.spec.code) throw new Error(`two refusals are named ${refusal.name}`);
  if (known) return known.view;
  const view = { [refusal.name]: class extends RefusalView {} }[refusal.name] as unknown as Type;
  const description = `${refusal.spec.code}: ${refusal.spec.en.replace(/\{(\w+)\}/g, '‹$1›')}`;
  ObjectType(refusal.name, { implements: () => RefusalView, description })(view);
  registered.set(refusal.name, { refusal, view });
  return view;
}

/** A class with @ObjectType. */
type View = abstract new (...args: never[]) => object;

/** The GraphQL name of a view class. */
function typeNameOf(view: Type): string {
  return TypeMetadataStorage.getObjectTypeMetadataByTarget(view)?.name ?? view.name;
}

/**
 * The result of a mutation: what succeeded (one view or several) or any of these refusals; the common ones are added.
 * With several successes a resolver returns instances, or plain objects with `__typename`.
 */
export function resultUnion(
  name: string,
  success: View | readonly View[],
  refusals: readonly RefusalClass[] = [],
): symbol {
  const successes = [success].flat() as Type[];
  const views = [...new Set<RefusalClass>([...refusals, ...COMMON_REFUSALS])].map(refusalType);
  const [first] = successes;
  return createUnionType({
    name,
    description: `${successes.map(typeNameOf).join(' or ')} on success, else the refusal that says why not.`,
    types: () => [...successes, ...views] as const,
    // Never throws: compiled execution calls it outside any try, where a throw would leave the request without an answer.
    resolveType(value: unknown): string {
      const stated = (value as { __typename?: unknown } | null)?.__typename;
      if (typeof stated === 'string') return stated;
      return typeNameOf(successes.find((view) => value instanceof view) ?? (first as Type));
    },
  }) as unknown as symbol;
}
