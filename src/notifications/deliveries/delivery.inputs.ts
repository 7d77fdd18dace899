import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsDate, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IdField, InstantScalar, ListQuery, PageArgs } from '../../platform/faces/index.js';
import { TYPE_MAX, TypesField } from '../endpoints/index.js';
import { WebhookDeliveryStateEnum } from './delivery.graphql.js';
import { DELIVERY_STATES, type DeliveryState } from './delivery.lifecycle.js';

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** A moment: a Date from the GraphQL scalar, or RFC 3339 text from REST. */
function InstantField(description: string, required = false): PropertyDecorator {
  return applyDecorators(
    Field(() => InstantScalar, { nullable: !required, description }),
    ApiProperty({ type: String, format: 'date-time', required, description }),
    Transform(({ value }) => (typeof value === 'string' && RFC3339.test(value) ? new Date(value) : value)),
    IsDate({ message: 'must be an RFC 3339 timestamp such as "2026-03-01T08:30:00Z"' }),
    ...(required ? [] : [IsOptional()]),
  );
}

@InputType({ description: 'What to send again.' })
export class ReplayWebhooksInput {
  @InstantField('Events that occurred from then on, as far as they are kept (30 days).', true)
  since!: Date;

  @TypesField('Only these types; left out: all that the endpoint gets.')
  types?: string[] | null;
}

@InputType({ description: 'Which deliveries to list.' })
export class WebhookDeliveryFilterInput {
  @Field(() => WebhookDeliveryStateEnum, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState | null;

  @Field(() => String, { nullable: true, description: 'Only events of this type.' })
  @IsOptional()
  @IsString()
  @MaxLength(TYPE_MAX)
  type?: string | null;

  @InstantField('Only those queued from then on.')
  since?: Date | null;

  @InstantField('Only those queued before.')
  until?: Date | null;
}

@ArgsType()
export class WebhookDeliveryListArgs extends PageArgs {
  @IdField('webhookEndpoint', { description: 'The webhook endpoint, whe_….' })
  endpointId!: string;

  @Field(() => WebhookDeliveryFilterInput, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => WebhookDeliveryFilterInput)
  filter?: WebhookDeliveryFilterInput | null;
}

/** The query of the REST list of deliveries. */
export class WebhookDeliveryListQuery extends ListQuery {
  @IdField('webhookEndpoint', { description: 'The webhook endpoint, whe_….' })
  endpointId!: string;

  @ApiProperty({ enum: DELIVERY_STATES, required: false, description: 'Only those in this state.' })
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  @ApiProperty({ type: String, required: false, description: 'Only events of this type.' })
  @IsOptional()
  @IsString()
  @MaxLength(TYPE_MAX)
  type?: string;

  @InstantField('Only those queued from then on.')
  since?: Date;

  @InstantField('Only those queued before.')
  until?: Date;
}
