import 'reflect-metadata';
import type { EventOf, EventType } from '../../events/define-event.js';
import type { Tx } from '../database/index.js';

const SUBSCRIPTIONS = Symbol('recourse:subscriptions');

/** One `@OnEvent` or `@OnEvents` on a method. */
export interface Subscription {
  readonly event: EventType;
  /** Absent: one event at a time. Present: arrays of at most so many. */
  readonly batch: number | undefined;
  /** The consumer's name in the inbox; default `ClassName.method`. */
  readonly name: string | undefined;
}

type Handler<A extends unknown[]> = TypedPropertyDescriptor<(...args: A) => Promise<void>>;

/**
 * The method handles this event: `(tx, event) => Promise<void>`, in a transaction that already holds its inbox row. It may
 * stand several times on one method. Give a `name` when renaming class or method, or events in flight are handled again.
 */
export function OnEvent<E extends EventType>(event: E, options: { name?: string } = {}) {
  return (target: object, key: string | symbol, _: Handler<[Tx, EventOf<E>]>): void =>
    note(target, key, { event, batch: undefined, name: options.name });
}

/**
 * The method handles this event set-wise: `(tx, events) => Promise<void>`, up to `batch` (default 200) in one transaction,
 * in order of publication. If it throws, the same events are given one by one, so one bad event does not hold up the rest.
 */
export function OnEvents<E extends EventType>(event: E, options: { batch?: number; name?: string } = {}) {
  return (target: object, key: string | symbol, _: Handler<[Tx, EventOf<E>[]]>): void =>
    note(target, key, { event, batch: options.batch ?? 200, name: options.name });
}

/** The subscriptions of a method, in the order written. */
export function subscriptionsOf(method: object): readonly Subscription[] {
  return (Reflect.getMetadata(SUBSCRIPTIONS, method) as Subscription[] | undefined) ?? [];
}

function note(target: object, key: string | symbol, subscription: Subscription): void {
  const method = (target as Record<string | symbol, object>)[key]!;
  Reflect.defineMetadata(SUBSCRIPTIONS, [subscription, ...subscriptionsOf(method)], method);
}
