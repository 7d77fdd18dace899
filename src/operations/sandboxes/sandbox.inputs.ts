import { Field, InputType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CustomerKindEnum } from '../../parties/members/index.js';
import { ADVANCE_MAX_DAYS } from './own-sandboxes.service.js';
import type { NewOrganisation, NewSandbox } from './test-founding.js';

const ORGANISATIONS_MAX = 6;
const NAME = /^(?=.*[^\s])[^\p{Cc}]*$/u;
const NAMED = 'Its name, at most 200 characters.';
const VERIFIED = 'Whether it is verified from the beginning; otherwise it submits an application like any other.';
const PASSWORD =
  'Also lets people log in: each organisation’s owner by the email address in the answer and this password.';

@InputType({ description: 'A test organisation to found.' })
export class SandboxOrganisationInput implements NewOrganisation {
  @Field(() => CustomerKindEnum, { description: 'What it is.' })
  @ApiProperty({ enum: Object.keys(CustomerKindEnum), description: 'What it is.' })
  @IsIn(Object.keys(CustomerKindEnum))
  kind!: NewOrganisation['kind'];

  @Field(() => String, { nullable: true, description: NAMED })
  @ApiProperty({ type: String, required: false, nullable: true, maxLength: 200, description: NAMED })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(NAME, { message: 'name must not be empty' })
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: VERIFIED })
  @ApiProperty({ type: Boolean, required: false, nullable: true, description: VERIFIED })
  @IsOptional()
  @IsBoolean()
  verified?: boolean | null;
}

@InputType({ description: 'A sandbox to make.' })
export class CreateSandboxInput implements NewSandbox {
  @Field(() => String, { nullable: true, description: NAMED })
  @ApiProperty({ type: String, required: false, nullable: true, maxLength: 200, description: NAMED })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(NAME, { message: 'name must not be empty' })
  name?: string | null;

  @Field(() => [SandboxOrganisationInput], {
    nullable: true,
    description: 'Its organisations, at most 6; left out, a creditor, an agency and a law firm.',
  })
  @ApiProperty({
    ...{ type: [SandboxOrganisationInput], required: false, nullable: true, maxItems: ORGANISATIONS_MAX },
    description: 'Its organisations; left out, a creditor, an agency and a law firm.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(ORGANISATIONS_MAX)
  @ValidateNested({ each: true })
  @Type(() => SandboxOrganisationInput)
  organisations?: SandboxOrganisationInput[] | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether organisations that do not say are verified.' })
  @ApiProperty({ type: Boolean, required: false, default: true, description: 'Whether they are verified already.' })
  @IsOptional()
  @IsBoolean()
  verified?: boolean;

  @Field(() => String, { nullable: true, description: PASSWORD })
  @ApiProperty({ type: String, required: false, nullable: true, description: PASSWORD })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  password?: string | null;
}

/** The body of the REST call that moves a clock. */
export class AdvanceClockBody {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: ADVANCE_MAX_DAYS * 86_400, description: 'By how many seconds.' })
  @IsInt()
  @Min(1)
  @Max(ADVANCE_MAX_DAYS * 86_400)
  seconds!: number;
}
