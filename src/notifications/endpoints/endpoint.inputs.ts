import { applyDecorators } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const URL_MAX = 2_000;
const OVERLAP_MAX = 168;
const TYPES_MAX = 100;
/** The longest name of an event type. */
export const TYPE_MAX = 60;
const NO_CONTROLS = /^[^\p{Cc}]*$/u;

/** Event types, by name. */
export function TypesField(description: string): PropertyDecorator {
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
