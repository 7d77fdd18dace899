import { InstantField, ListQuery, TextsField } from '../../platform/faces/index.js';
import type { StartingPoint } from './live-feed.service.js';

const SinceField = () =>
  InstantField({ nullable: true, description: 'Start with events from this instant (RFC 3339) on, if still kept.' });
const TypesField = () =>
  TextsField({
    ...{ nullable: true, inQuery: 'text', maxItems: 50 },
    description: 'Only these types, at most 50, separated by commas: `case.listed,grab.taken`.',
  });

export class FollowQuery {
  @SinceField() since?: Date;
}

export class EventStreamQuery extends FollowQuery {
  @TypesField() types?: string[];
}

export class EventListQuery extends ListQuery {
  @SinceField() since?: Date;
  @TypesField() types?: string[];
}

export interface StreamHeaders {
  'last-event-id'?: string;
  'accept-language'?: string;
}

/** Where a stream starts: an EventSource that reconnects sends the id of its last event. */
export function startOf({ since }: FollowQuery, headers: StreamHeaders): StartingPoint {
  return { after: headers['last-event-id'] || undefined, since, path: 'Last-Event-ID' };
}
