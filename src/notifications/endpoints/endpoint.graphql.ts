import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { connectionOf, InstantScalar, viewOf, wordsEnum } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import {
  MembersOwnSecret,
  TooManyWebhookEndpoints,
  WebhookEventTypeUnknown,
  WebhookSecretNotValid,
  WebhookUrlRefused,
} from './endpoint.refusals.js';
import type { Endpoint } from './endpoint.repository.js';
import type { WithSecret } from './endpoints.service.js';

export const WebhookEndpointStateEnum = wordsEnum('WebhookEndpointState', 'Whether an endpoint gets events.', {
  enabled: 'It gets events.',
  disabled: 'It gets nothing; waiting deliveries continue when it is enabled.',
  deleted: 'It is deleted; only the answer of the deletion shows this state.',
});

export const WebhookDisabledReasonEnum = wordsEnum('WebhookDisabledReason', 'Why an endpoint gets nothing.', {
  owner: 'Its owner disabled it.',
  gone: 'It answered 410 Gone.',
  failing: 'It failed for days without a success.',
});

@ObjectType('WebhookEndpoint', { description: 'Where an organisation receives events, by Standard Webhooks.' })
export class WebhookEndpointView {
  @Field(() => ID, { description: 'The endpoint.' }) id!: string;
  @Field(() => String, { description: 'The address events are posted to.' }) url!: string;
  @Field(() => String, { nullable: true, description: 'What its owner calls it.' }) description!: string | null;
  @Field(() => [String], { description: 'Event types it gets; empty means all of its organisation.' }) types!: string[];
  @Field(() => WebhookEndpointStateEnum, { description: 'Whether it gets events.' }) state!: string;
  @Field(() => WebhookDisabledReasonEnum, {
    nullable: true,
    description: 'Why it is disabled; null while it is enabled.',
  })
  disabledReason!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was disabled.' }) disabledAt!: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Its first failure since its last success; null when the last attempt succeeded.',
  })
  failingSince!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Until when the previous secret signs too, or null.' })
  previousSecretUntil!: Date | null;
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
}

/** An endpoint as GraphQL and REST show it. */
export function endpointView(endpoint: Endpoint): WebhookEndpointView {
  const { url, description, types, state, disabledReason, disabledAt, failingSince } = endpoint;
  const { previousSecretUntil, createdAt } = endpoint;
  return viewOf(WebhookEndpointView, {
    id: publicId('webhookEndpoint', endpoint.id),
    ...{ url, description, types, state, disabledReason, disabledAt, failingSince, previousSecretUntil, createdAt },
  });
}

@ObjectType('WebhookEndpointWithSecret', { description: 'An endpoint and the secret that signs its events now.' })
export class WebhookEndpointWithSecretView {
  @Field(() => WebhookEndpointView, { description: 'What was created or changed.' }) endpoint!: WebhookEndpointView;
  @Field(() => String, { description: 'The signing secret, `whsec_…`; only this answer holds it.' }) secret!: string;
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
  MembersOwnSecret,
]);
