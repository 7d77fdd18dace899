import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IdField, InstantScalar, ListQuery, PageArgs } from '../../platform/faces/index.js';
import { WebhookDeliveryStateEnum } from './delivery.graphql.js';
import { DELIVERY_STATES, type DeliveryState } from './delivery.lifecycle.js';

const URL_MAX = 2_000;
const OVERLAP_MAX = 168;
const TYPES_MAX = 100;
const TYPE_MAX = 60;
const NO_CONTROLS = /^[^\p{Cc}]*$/u;
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

function TypesField(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => [String], { nullable: true, description }),
    ApiProperty({ type: [String], required: false, maxItems: TYPES_MAX, description }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(TYPES_MAX),
    IsString({ each: true }),
    MaxLength(TYPE_MAX, { each: true }),
  );
}

function DescriptionField(): PropertyDecorator {
  const description = 'What you call it, at most 200 characters.';
  return applyDecorators(
    Field(() => String, { nullable: true, description }),
    ApiProperty({ type: String, required: false, nullable: true, maxLength: 200, description }),
    IsOptional(),
    IsString(),
    MaxLength(200),
    Matches(NO_CONTROLS, { message: 'must not contain control characters' }),
  );
}

function SecretField(): PropertyDecorator {
  const description = 'Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out, you are given one.';
  return applyDecorators(
    Field(() => String, { nullable: true, description }),
    ApiProperty({ type: String, required: false, nullable: true, writeOnly: true, description }),
    IsOptional(),
    IsString(),
    MaxLength(200),
  );
}

const URL_IS = 'Where events are posted to: https, a public host, port 443 or from 1024.';
const TYPES_ARE =
  'Event types it gets; empty: all about what your organisation is a party to. What happens in the hall comes only by name.';

@InputType({ description: 'A new webhook endpoint.' })
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: URL_IS })
  @ApiProperty({ type: String, maxLength: URL_MAX, example: 'https://erp.harbour.com/hooks', description: URL_IS })
  @IsString()
  @Length(1, URL_MAX)
  url!: string;

  @DescriptionField()
  description?: string | null;

  @TypesField(TYPES_ARE)
  types?: string[] | null;

  @SecretField()
  secret?: string | null;
}

@InputType({ description: 'What changes of a webhook endpoint; what is left out stays.' })
export class UpdateWebhookEndpointInput {
  @Field(() => String, { nullable: true, description: URL_IS })
  @ApiProperty({ type: String, required: false, maxLength: URL_MAX, description: URL_IS })
  @IsOptional()
  @IsString()
  @Length(1, URL_MAX)
  url?: string | null;

  @DescriptionField()
  description?: string | null;

  @TypesField(TYPES_ARE)
  types?: string[] | null;
}

@InputType({ description: 'How a signing secret is changed.' })
export class RotateWebhookSecretInput {
  @SecretField()
  secret?: string | null;

  @Field(() => Int, { nullable: true, description: 'Hours both secrets sign, 0 to 168; 24 when left out.' })
  @ApiProperty({ type: Number, required: false, minimum: 0, maximum: OVERLAP_MAX, description: 'Hours both sign.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(OVERLAP_MAX)
  overlapHours?: number | null;
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
