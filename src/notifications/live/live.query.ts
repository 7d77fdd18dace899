import { InstantField, ListQuery, TextsField } from '../../platform/faces/index.js';
import type { Beginning } from './live-feed.service.js';

const SinceField = () =>
  InstantField({
    nullable: true,
    description: 'Begin with what happened at or after this instant (RFC 3339), as far as it is still kept.',
  });
const TypesField = () =>
  TextsField({
    ...{ nullable: true, inQuery: 'text', maxItems: 50 },
    description: 'Only these types, separated by commas: `case.listed,grab.taken`.',
  });

export class FollowQuery {
  @SinceField()
  since?: Date;
}

export class EventStreamQuery extends FollowQuery {
  @TypesField()
  types?: string[];
}

export class EventListQuery extends ListQuery {
  @SinceField()
  since?: Date;

  @TypesField()
  types?: string[];
}

export interface StreamHeaders {
  'last-event-id'?: string;
  'accept-language'?: string;
}

/** Where a stream begins: an EventSource that comes again says which event it had last. */
export function beginningOf({ since }: FollowQuery, headers: StreamHeaders): Beginning {
  return { after: headers['last-event-id'] || undefined, since, path: 'Last-Event-ID' };
}
