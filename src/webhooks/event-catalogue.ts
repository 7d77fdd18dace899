import { Field, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { FEED_TYPES } from '../feed/index.js';
import { ID_PREFIX } from '../kernel/index.js';
import { JsonObjectScalar } from '../platform/graphql/index.js';
import { exampleOf, type JsonSchema } from './example.policy.js';
import { TEST_TYPE } from './webhook-body.js';

@ObjectType('WebhookEventType', { description: 'A kind of event, as webhooks and live streams carry it.' })
export class WebhookEventTypeView {
  @Field(() => String, { description: 'Its name, `case.listed`.' })
  type!: string;

  @Field(() => String, { description: 'What happened.' })
  description!: string;

  @Field(() => [String], {
    description: 'Who hears it: an organisation that is a party to it, approved providers in the hall, reviewers.',
  })
  audiences!: string[];

  @Field(() => JsonObjectScalar, { description: 'JSON Schema (2020-12) of the whole body.' })
  schema!: Record<string, unknown>;

  @Field(() => JsonObjectScalar, { description: 'A body as it may come.' })
  example!: Record<string, unknown>;
}

interface Described {
  readonly type: string;
  readonly description: string;
  readonly audiences: readonly string[];
  readonly schema: z.ZodObject;
}

const TEST: Described = {
  type: TEST_TYPE,
  description: 'Somebody wants to see whether the endpoint hears.',
  audiences: ['organisation'],
  schema: z.object({ endpointId: z.string().describe(`The endpoint, ${ID_PREFIX.webhookEndpoint}_….`) }),
};

let known: readonly WebhookEventTypeView[] | undefined;

/** Every event type, by name; made when it is first asked for. */
export function eventTypes(): readonly WebhookEventTypeView[] {
  known ??= [...FEED_TYPES, TEST].sort((a, b) => (a.type < b.type ? -1 : 1)).map(viewOf);
  return known;
}

function viewOf({ type, description, audiences, schema }: Described): WebhookEventTypeView {
  const body = z.object({
    type: z.literal(type),
    timestamp: z.iso.datetime().describe('When it happened; RFC 3339.'),
    data: schema,
  });
  const described = z.toJSONSchema(body) as JsonSchema & Record<string, unknown>;
  const example = exampleOf(described) as Record<string, unknown>;
  const shown = { type, description, audiences: [...audiences], schema: described, example };
  return Object.assign(new WebhookEventTypeView(), shown);
}
