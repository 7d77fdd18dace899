import { Extensions, TypeMetadataStorage } from '@nestjs/graphql';
import type { Scope } from '../../kernel/access/index.js';

/** The scope a machine needs for a field, besides that of its operation. Members see every field of an operation. */
export interface FieldRule {
  readonly scope: Scope;
}

/** A field with a rule of its own. */
export interface GuardedField {
  /** `Debtor.phone`. */
  readonly name: string;
  readonly access: FieldRule;
}

type ViewClass = { readonly prototype: object };
const guarded = new Map<unknown, Map<string, FieldRule>>();

/**
 * Withholds a nullable field of a view from machines without a scope: GraphQL answers null with an error that names the
 * scope, REST null. Views must be instances of their class, since REST recognises them by it.
 */
export function FieldAccess(rule: FieldRule): PropertyDecorator {
  return (target, property) => {
    const owner = target.constructor as unknown as ViewClass;
    const fields = guarded.get(owner) ?? new Map<string, FieldRule>();
    guarded.set(owner, fields.set(String(property), rule));
    Extensions({ fieldAccess: rule })(target, property);
  };
}

/** Every field with a rule of its own. */
export function guardedFields(): GuardedField[] {
  const all = [...guarded].flatMap(([view, fields]) => {
    const type = TypeMetadataStorage.getObjectTypeMetadataByTarget(view as never)?.name;
    return [...fields].map(([field, access]) => ({ name: `${type}.${field}`, access }));
  });
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * An answer in which the guarded fields that these scopes do not show are null, at any depth. An answer without any is
 * returned as it is; otherwise it is copied, since other requests may share the object.
 */
export function withheldFrom<T>(answer: T, scopes: readonly string[]): T {
  if (Array.isArray(answer)) return mapped(answer, scopes) as T;
  if (typeof answer !== 'object' || answer === null || answer instanceof Date || Buffer.isBuffer(answer)) return answer;
  const fields = guarded.get(answer.constructor);
  let copy: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(answer)) {
    const rule = fields?.get(key);
    const shown = rule && !scopes.includes(rule.scope) ? null : withheldFrom(value as unknown, scopes);
    if (shown === value) continue;
    copy ??= Object.assign(Object.create(Object.getPrototypeOf(answer) as object) as object, answer) as Record<
      string,
      unknown
    >;
    copy[key] = shown;
  }
  return (copy as T | undefined) ?? answer;
}

function mapped(list: readonly unknown[], scopes: readonly string[]): readonly unknown[] {
  const shown = list.map((one) => withheldFrom(one, scopes));
  return shown.some((one, index) => one !== list[index]) ? shown : list;
}
