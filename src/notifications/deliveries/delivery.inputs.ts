import { ArgsType, InputType } from '@nestjs/graphql';
import {
  IdField,
  InstantField,
  ListQuery,
  Nested,
  PageArgs,
  TextField,
  WordField,
} from '../../platform/faces/index.js';
import { TYPE_MAX, TypesField } from '../endpoints/index.js';
import { WebhookDeliveryStateEnum } from './delivery.graphql.js';
import type { DeliveryState } from './delivery.lifecycle.js';

@InputType({ description: 'Which events to send again.' })
export class ReplayWebhooksInput {
  @InstantField({ description: 'Events that occurred from then on, as far as they are kept (30 days).' }) since!: Date;
  @TypesField('Only these types; left out: all that the endpoint gets.') types?: string[] | null;
}

const StateField = () =>
  WordField(WebhookDeliveryStateEnum, { nullable: true, description: 'Only deliveries in this state.' });
const TypeField = () =>
  TextField({ nullable: true, max: TYPE_MAX, description: 'Only deliveries of this event type.' });
const SinceField = () =>
  InstantField({ nullable: true, description: 'Only deliveries queued at or after this instant.' });
const UntilField = () => InstantField({ nullable: true, description: 'Only deliveries queued before this instant.' });
const EndpointField = () => IdField('webhookEndpoint', { description: 'The webhook endpoint, whe_….' });

@InputType({ description: 'Which deliveries to list.' })
export class WebhookDeliveryFilterInput {
  @StateField() state?: DeliveryState | null;
  @TypeField() type?: string | null;
  @SinceField() since?: Date | null;
  @UntilField() until?: Date | null;
}

@ArgsType()
export class WebhookDeliveryListArgs extends PageArgs {
  @EndpointField() endpointId!: string;
  @Nested(() => WebhookDeliveryFilterInput, { nullable: true, description: 'Which deliveries; left out: all.' })
  filter?: WebhookDeliveryFilterInput | null;
}

/** The query of the REST list of deliveries. */
export class WebhookDeliveryListQuery extends ListQuery {
  @EndpointField() endpointId!: string;
  @StateField() state?: DeliveryState;
  @TypeField() type?: string;
  @SinceField() since?: Date;
  @UntilField() until?: Date;
}
