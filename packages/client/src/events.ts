import type { EventData } from './generated/events.js';

export type { EventData };

export type EventType = keyof EventData;

/** A live event of one of these types; `type` tells which, and with it what `data` holds. */
export type LiveEvent<T extends EventType = EventType> = {
  [K in T]: {
    /** `evt_…`, the same on every stream and webhook. */
    readonly id: string;
    /** Where it stands in the stream: give it as `after` to go on behind it. */
    readonly cursor: string;
    readonly type: K;
    /** RFC 3339. */
    readonly occurredAt: string;
    readonly data: EventData[K];
  };
}[T];

/** An event as a webhook brings it. */
export type WebhookEvent<T extends EventType = EventType> = {
  [K in T]: {
    /** `evt_…`, the same on every retry and replay: whoever keeps it acts once. */
    readonly id: string;
    readonly type: K;
    readonly timestamp: string;
    readonly data: EventData[K];
  };
}[T];
