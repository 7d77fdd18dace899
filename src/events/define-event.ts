import type { z } from 'zod';

/** A kind of event: its versioned name and the shape of its payload. The payload is JSON and never holds personal data. */
export interface EventType<S extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly schema: S;
}

/** What the outbox knows about an event besides its payload. */
export interface EventMeta {
  readonly eventId: string;
  readonly name: string;
  /** Database time of the transaction that published it. */
  readonly occurredAt: Date;
  /** The request that caused it, for tracing it through the logs. */
  readonly requestId: string | null;
}

/** The payload a publisher passes. */
export type PayloadOf<E extends EventType> = z.input<E['schema']>;

/** What a consumer receives: the payload's own fields, and `meta` beside them. */
export type EventOf<E extends EventType> = Readonly<z.output<E['schema']>> & { readonly meta: EventMeta };

/** `grab.taken.v1`, `case-batch.received.v1`: noun, past tense, version. A changed meaning is a new version. */
const NAME = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+\.v[1-9][0-9]*$/;

const registry = new Map<string, EventType>();

/**
 * Declares an event in its owner's file and enters it in the registry. The schema is a plain `z.object` of JSON values:
 * ids and days as strings, money as strings of fen. It checks; it does not transform, because a payload is checked when it
 * is published and again when it is delivered. Unknown fields are dropped on publishing.
 */
export function defineEvent<S extends z.ZodType>(name: string, schema: S): EventType<S> {
  if (!NAME.test(name)) throw new Error(`event name ${name} is not of the form noun.happened.v1`);
  if (registry.has(name)) throw new Error(`event ${name} is declared twice`);
  const event: EventType<S> = Object.freeze({ name, schema });
  registry.set(name, event);
  return event;
}

/** The declared event of that name, if this build knows it. */
export function eventNamed(name: string): EventType | undefined {
  return registry.get(name);
}

/** Every event whose owner's file has been loaded, by name. */
export function allEvents(): EventType[] {
  return [...registry.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
