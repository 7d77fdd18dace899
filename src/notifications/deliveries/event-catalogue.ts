import { Field, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { exampleOf, type JsonSchema, PLAIN_WORDS } from '../../platform/examples/index.js';
import { JsonObjectScalar, viewOf } from '../../platform/faces/index.js';
import { FEED_TYPES, type FeedType } from '../feed/index.js';

@ObjectType('WebhookEventType', { description: 'A kind of event, as webhooks and live streams carry it.' })
export class WebhookEventTypeView {
  @Field(() => String, { description: 'Its name, `case.listed`.' }) type!: string;
  @Field(() => String, { description: 'What happened.' }) description!: string;
  @Field(() => [String], {
    description: 'Who receives it: `organisation` (its parties), `hall` (approved providers) or `review` (reviewers).',
  })
  audiences!: string[];
  @Field(() => JsonObjectScalar, { description: 'JSON Schema 2020-12 of the body.' }) schema!: Record<string, unknown>;
  @Field(() => JsonObjectScalar, { description: 'An example of a body.' }) example!: Record<string, unknown>;
}

let known: readonly WebhookEventTypeView[] | undefined;

/** All event types, by name; made on the first call. */
export function eventTypes(): readonly WebhookEventTypeView[] {
  known ??= FEED_TYPES.map(eventTypeView);
  return known;
}

function eventTypeView({ type, description, audiences, schema }: FeedType): WebhookEventTypeView {
  const body = z.object({
    type: z.literal(type),
    timestamp: z.iso.datetime().describe('When it happened; RFC 3339.'),
    data: schema,
  });
  const described = z.toJSONSchema(body) as JsonSchema & Record<string, unknown>;
  const example = exampleOf(described, PLAIN_WORDS) as Record<string, unknown>;
  const shown = { type, description, audiences: [...audiences], schema: described, example };
  return viewOf(WebhookEventTypeView, shown);
}
