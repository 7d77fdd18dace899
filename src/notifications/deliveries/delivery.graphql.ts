import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { connectionOf, InstantScalar, JsonObjectScalar, viewOf, wordsEnum } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { WebhookReplayRunning } from './delivery.refusals.js';
import type { Delivery, DeliveryDetail } from './delivery.repository.js';
import type { Replay } from './replay.repository.js';

export const WebhookDeliveryStateEnum = wordsEnum(
  'WebhookDeliveryState',
  'Whether a delivery has arrived, waits for an attempt or was given up.',
  {
    pending: 'It is due, or waits for its next attempt.',
    delivered: 'The endpoint answered with a 2xx status.',
    failed: 'The last attempt failed too; it can be replayed.',
  },
);

export const WebhookErrorEnum = wordsEnum('WebhookError', 'Why an attempt failed.', {
  TIMEOUT: 'No answer came in time.',
  DNS: 'The host could not be looked up.',
  TLS: 'No trusted encrypted connection: a certificate that is wrong, expired or self-signed.',
  CONNECTION: 'The connection was refused, reset or closed without an answer.',
  REFUSED_ADDRESS: 'The host has an address that is not public: nothing was sent.',
  REDIRECT: 'The answer was a redirect; none is followed.',
  GONE: 'The answer was 410 Gone; the endpoint is disabled.',
  STATUS: 'The answer had a status other than 2xx.',
});

@ObjectType('WebhookDelivery', { description: 'One event on its way to one endpoint.' })
export class WebhookDeliveryView {
  @Field(() => ID, { description: 'The delivery.' }) id!: string;
  @Field(() => ID, { description: 'The webhook endpoint, whe_….' }) endpointId!: string;
  @Field(() => ID, { description: 'The event: the `webhook-id` of every attempt, replays included.' }) eventId!: string;
  @Field(() => String, { description: 'The type of the event.' }) type!: string;
  @Field(() => WebhookDeliveryStateEnum, { description: 'Whether it has arrived.' }) state!: string;
  @Field(() => Int, { description: 'Attempts since it was queued or last replayed.' }) attempts!: number;
  @Field(() => InstantScalar, { nullable: true, description: 'When the next attempt is due; null when there is none.' })
  nextAttemptAt!: Date | null;
  @Field(() => Int, { description: 'How often it was replayed.' }) replays!: number;
  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer.' }) lastStatus!: number | null;
  @Field(() => WebhookErrorEnum, {
    nullable: true,
    description: 'Why the last attempt failed; null when it succeeded or there was none.',
  })
  lastError!: string | null;
  @Field(() => InstantScalar, { description: 'When it was queued.' }) createdAt!: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was delivered or given up; null while it is pending.',
  })
  finishedAt!: Date | null;
}

@ObjectType('WebhookAttempt', { description: 'One request to an endpoint and its result.' })
export class WebhookAttemptView {
  @Field(() => InstantScalar, { description: 'When it began.' }) attemptedAt!: Date;
  @Field(() => Int, { description: 'Its duration, in milliseconds.' }) durationMs!: number;
  @Field(() => JsonObjectScalar, { description: 'Headers that were sent, with the signature.' })
  requestHeaders!: Record<string, string>;
  @Field(() => Int, { nullable: true, description: 'HTTP status of the answer; null without an answer.' }) status!:
    | number
    | null;
  @Field(() => String, { nullable: true, description: "The beginning of the answer's body, at most 4 kB." })
  answer!: string | null;
  @Field(() => WebhookErrorEnum, { nullable: true, description: 'Why it failed, if it did.' }) error!: string | null;
  @Field(() => String, { nullable: true, description: 'The cause of the error, such as ECONNREFUSED.' })
  errorDetail!: string | null;
}

@ObjectType('WebhookDeliveryDetail', { description: 'A delivery with its body and attempts.' })
export class WebhookDeliveryDetailView {
  @Field(() => WebhookDeliveryView, { description: 'What the log list shows of it.' }) delivery!: WebhookDeliveryView;
  @Field(() => String, { description: 'The exact body, which the signature covers.' }) body!: string;
  @Field(() => [WebhookAttemptView], { description: 'The newest attempts, up to 50.' }) attempts!: WebhookAttemptView[];
}

@ObjectType('WebhookReplay', { description: 'All events since an instant, sent to one endpoint again.' })
export class WebhookReplayView {
  @Field(() => ID, { description: 'The replay.' }) id!: string;
  @Field(() => ID, { description: 'The webhook endpoint, whe_….' }) endpointId!: string;
  @Field(() => InstantScalar, { description: 'Events that occurred from then on are sent again.' }) since!: Date;
  @Field(() => [String], { description: 'Only these types; empty means all that the endpoint gets.' }) types!: string[];
  @Field(() => Boolean, { description: 'Whether all events are queued.' }) done!: boolean;
  @Field(() => Int, { description: 'How many deliveries were queued so far.' }) queued!: number;
  @Field(() => InstantScalar, { description: 'When it was requested.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When the last was queued.' }) finishedAt!: Date | null;
}

/** A delivery as GraphQL and REST show it. */
export function deliveryView(delivery: Delivery): WebhookDeliveryView {
  const { type, state, attempts, nextAttemptAt, replays, lastStatus, lastError, createdAt, finishedAt } = delivery;
  return viewOf(WebhookDeliveryView, {
    id: publicId('webhookDelivery', delivery.id),
    endpointId: publicId('webhookEndpoint', delivery.endpointId),
    eventId: publicId('event', delivery.messageId),
    ...{ type, state, attempts, nextAttemptAt, replays, lastStatus, lastError, createdAt, finishedAt },
  });
}

export function deliveryDetailView(detail: DeliveryDetail): WebhookDeliveryDetailView {
  return viewOf(WebhookDeliveryDetailView, {
    delivery: deliveryView(detail),
    body: detail.body,
    attempts: detail.log.map(({ id: _, ...attempt }) => viewOf(WebhookAttemptView, attempt)),
  });
}

export function replayView(replay: Replay): WebhookReplayView {
  const { since, types, state, queued, createdAt, finishedAt } = replay;
  return viewOf(WebhookReplayView, {
    id: publicId('webhookReplay', replay.id),
    endpointId: publicId('webhookEndpoint', replay.endpointId),
    ...{ since, types, queued, createdAt, finishedAt, done: state === 'done' },
  });
}

export const WebhookDeliveryConnection = connectionOf('WebhookDeliveryConnection', WebhookDeliveryView);
export const WebhookDeliveryResult = resultUnion('WebhookDeliveryResult', WebhookDeliveryView);
export const ReplayWebhooksResult = resultUnion('ReplayWebhooksResult', WebhookReplayView, [WebhookReplayRunning]);
