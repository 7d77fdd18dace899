import type { EventType, LiveEvent } from './events.js';
import { queryString } from './rest.js';
import { readStream } from './stream.js';
import type { Transport } from './transport.js';
import { fromWire } from './wire.js';

export interface EventsOptions<T extends EventType = EventType> {
  /** The cursor of the last event one has; what came behind it follows first. Only new events when left out. */
  after?: string | undefined;
  /** Only these types. */
  types?: readonly T[] | undefined;
  /** Begin with what happened since this time (RFC 3339), where there is no `after`. */
  since?: string | undefined;
  /** Ends the stream; the loop then ends without an error. */
  signal?: AbortSignal | undefined;
  /** Told each time the connection stands, and where in the stream: a cursor before anything has happened. */
  onOpen?: ((cursor: string) => void) | undefined;
}

/** `client.events`: what happens to one's own organisation. */
export class Events {
  constructor(private readonly transport: Transport) {}

  /**
   * Everything that happens to one's organisation, as it happens, for as long as one listens. Connections that break are
   * opened again where they broke off.
   */
  stream<T extends EventType = EventType>(options: EventsOptions<T> = {}): AsyncGenerator<LiveEvent<T>> {
    return eventsAt(this.transport, '/v1/events/stream', options);
  }
}

/** The events of one stream of the platform. */
export async function* eventsAt<T extends EventType>(
  transport: Transport,
  path: string,
  { types, since, ...rest }: EventsOptions<T>,
): AsyncGenerator<LiveEvent<T>> {
  const query = queryString({ types: types?.join(','), since: rest.after === undefined ? since : undefined });
  for await (const { data } of readStream(transport, { ...rest, path: `${path}${query}` })) {
    yield fromWire(data) as LiveEvent<T>;
  }
}
