import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { connectionOf, InstantScalar, viewOf, wordsEnum } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import {
  TooManyWebhookEndpoints,
  WebhookEventTypeUnknown,
  WebhookSecretNotValid,
  WebhookUrlRefused,
} from './endpoint.refusals.js';
import type { Endpoint } from './endpoint.repository.js';
import type { WithSecret } from './endpoints.service.js';

export const WebhookEndpointStateEnum = wordsEnum('WebhookEndpointState', 'Whether an endpoint gets events.', {
  enabled: 'It gets events.',
  disabled: 'It gets nothing; what waits for it goes on when it is enabled.',
  deleted: 'It is gone; seen in the answer of its deletion only.',
});

export const WebhookDisabledReasonEnum = wordsEnum('WebhookDisabledReason', 'Why an endpoint gets nothing.', {
  owner: 'Its owner disabled it.',
  gone: 'It answered 410 Gone.',
  failing: 'It failed for days without one success.',
});

@ObjectType('WebhookEndpoint', { description: 'Where an organisation wants its events, by Standard Webhooks.' })
export class WebhookEndpointView {
  @Field(() => ID, { description: 'The endpoint.' }) id!: string;
  @Field(() => String, { description: 'Where events are posted to.' }) url!: string;
  @Field(() => String, { nullable: true, description: 'What its owner calls it.' }) description!: string | null;
  @Field(() => [String], { description: "Event types it gets; empty: all that concern the organisation's own doings." })
  types!: string[];
  @Field(() => WebhookEndpointStateEnum, { description: 'Whether it gets events.' }) state!: string;
  @Field(() => WebhookDisabledReasonEnum, { nullable: true, description: 'Why it gets nothing.' })
  disabledReason!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Since when it gets nothing.' }) disabledAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Its first failure since its last success.' })
  failingSince!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Until when the secret before this one signs as well.' })
  previousSecretUntil!: Date | null;
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
}

/** An endpoint as both faces show it. */
export function endpointView(endpoint: Endpoint): WebhookEndpointView {
  const { url, description, types, state, disabledReason, disabledAt, failingSince } = endpoint;
  const { previousSecretUntil, createdAt } = endpoint;
  return viewOf(WebhookEndpointView, {
    id: publicId('webhookEndpoint', endpoint.id),
    ...{ url, description, types, state, disabledReason, disabledAt, failingSince, previousSecretUntil, createdAt },
  });
}

@ObjectType('WebhookEndpointWithSecret', {
  description: 'An endpoint and the secret that signs its events from now on.',
})
export class WebhookEndpointWithSecretView {
  @Field(() => WebhookEndpointView, { description: 'What was made or changed.' }) endpoint!: WebhookEndpointView;
  @Field(() => String, { description: 'The signing secret, `whsec_…`. It is in this answer and nowhere else.' })
  secret!: string;
}

export function withSecretView({ endpoint, secret }: WithSecret): WebhookEndpointWithSecretView {
  return viewOf(WebhookEndpointWithSecretView, { endpoint: endpointView(endpoint), secret });
}

export const WebhookEndpointConnection = connectionOf('WebhookEndpointConnection', WebhookEndpointView);
export const CreateWebhookEndpointResult = resultUnion('CreateWebhookEndpointResult', WebhookEndpointWithSecretView, [
  WebhookUrlRefused,
  WebhookEventTypeUnknown,
  WebhookSecretNotValid,
  TooManyWebhookEndpoints,
]);
export const UpdateWebhookEndpointResult = resultUnion('UpdateWebhookEndpointResult', WebhookEndpointView, [
  WebhookUrlRefused,
  WebhookEventTypeUnknown,
]);
export const WebhookEndpointResult = resultUnion('WebhookEndpointResult', WebhookEndpointView);
export const RotateWebhookSecretResult = resultUnion('RotateWebhookSecretResult', WebhookEndpointWithSecretView, [
  WebhookSecretNotValid,
]);
