import type { FeedEvent } from '../feed/index.js';
import type { Message } from './fan-out.repository.js';

/** A message that only shows that an endpoint hears. */
export const TEST = { type: 'webhook.test', data: { message: 'Hello from Recourse.' } } as const;

/** What every receiver gets: what happened and when, and ids to look the rest up by. Never personal data. */
export function bodyOf(type: string, occurredAt: Date, data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data });
}

export function messageOf({ eventId, type, occurredAt, data }: FeedEvent): Message {
  return { id: eventId, type, occurredAt, body: bodyOf(type, occurredAt, data) };
}
