import type { FeedEvent } from '../feed/index.js';
import type { Message } from './fan-out.repository.js';

/** A message that tests an endpoint. */
export const TEST = { type: 'webhook.test', data: { message: 'Hello from Recourse.' } } as const;

/** The body every receiver gets: type, instant, and ids to read the rest by. Never personal data. */
export function bodyOf(type: string, occurredAt: Date, data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data });
}

export function messageOf({ eventId, type, occurredAt, data }: FeedEvent): Message {
  return { id: eventId, type, occurredAt, body: bodyOf(type, occurredAt, data) };
}
