import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsOptional, IsString } from 'class-validator';
import { InstantScalar, ListQuery } from '../../platform/faces/index.js';
import type { Beginning } from './live-feed.service.js';

/** RFC 3339 as the GraphQL face reads it; what cannot be read stays text, which the validation then names. */
const instant = Transform(({ value }) => {
  try {
    return value === undefined ? undefined : InstantScalar.parseValue(value);
  } catch {
    return value;
  }
});
const listed = Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value));

const SINCE = {
  type: String,
  format: 'date-time',
  required: false,
  description: 'Begin with what happened at or after this instant (RFC 3339), as far as it is still kept.',
};
const TYPES = {
  type: String,
  required: false,
  description: 'Only these types, separated by commas: `case.listed,grab.taken`.',
};
const NO_INSTANT = { message: 'must be an RFC 3339 timestamp such as "2026-03-01T08:30:00Z"' };

export class FollowQuery {
  @ApiProperty(SINCE)
  @instant
  @IsOptional()
  @IsDate(NO_INSTANT)
  since?: Date;
}

export class EventStreamQuery extends FollowQuery {
  @ApiProperty(TYPES)
  @listed
  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  types?: string[];
}

export class EventListQuery extends ListQuery {
  @ApiProperty(SINCE)
  @instant
  @IsOptional()
  @IsDate(NO_INSTANT)
  since?: Date;

  @ApiProperty(TYPES)
  @listed
  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(50)
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
