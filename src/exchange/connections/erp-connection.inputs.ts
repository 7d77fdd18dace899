import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
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
import {
  DEBT_CATEGORIES,
  DebtCategoryEnum,
  EVIDENCE_KINDS,
  EvidenceKindEnum,
  LEGAL_ORIGINS,
  LegalOriginEnum,
  SERVICE_LINES,
  ServiceLineEnum,
} from '../../casework/admission/index.js';
import { IdField, ListQuery, PageArgs } from '../../platform/faces/index.js';
import { ERP_KINDS, type ErpKind } from '../erp/index.js';
import { ErpKindEnum, SyncOutcomeEnum } from './erp-connection.graphql.js';
import { SYNC_OUTCOMES, type SyncedOutcome } from './erp-connection.lifecycle.js';

const NAME = /^(?=.*\S)[^\p{Cc}]*$/u;

/** A secret or a name of an ERP; which kind needs which is checked together. */
function Credential(description: string): PropertyDecorator {
  return (target, key) => {
    Field(() => String, { nullable: true, description })(target, key);
    ApiProperty({ type: String, required: false, description })(target, key);
    IsOptional()(target, key);
    IsString()(target, key);
    MaxLength(500)(target, key);
  };
}

@InputType({ description: 'What opens an ERP. Kept sealed and never shown again; each kind takes its own.' })
export class ErpCredentialsInput {
  @Credential('Odoo, ERPNext: the API key.')
  apiKey?: string | null;

  @Credential('ERPNext: the API secret.')
  apiSecret?: string | null;

  @Credential('Odoo: the name of the database, where the server has several.')
  database?: string | null;

  @Credential('Odoo, ERPNext: only documents of the company of this name.')
  company?: string | null;

  @Credential('Kingdee: the id of the data centre (acctID).')
  accountId?: string | null;

  @Credential('Kingdee: the integration user.')
  username?: string | null;

  @Credential('Kingdee: the application’s id.')
  appId?: string | null;

  @Credential('Kingdee: the application’s secret.')
  appSecret?: string | null;

  @Credential('Kingdee: only documents of the sales organisation of this number.')
  organisation?: string | null;
}

@InputType({ description: 'What holds for every document of a connection.' })
export class ErpDefaultsInput {
  @Field(() => DebtCategoryEnum, { nullable: true, description: 'commercial_receivable when left out.' })
  @ApiProperty({ enum: DEBT_CATEGORIES, required: false, description: 'commercial_receivable when left out.' })
  @IsOptional()
  @IsIn(DEBT_CATEGORIES)
  category?: string;

  @Field(() => ServiceLineEnum, { nullable: true, description: 'agency_dunning when left out.' })
  @ApiProperty({ enum: SERVICE_LINES, required: false, description: 'agency_dunning when left out.' })
  @IsOptional()
  @IsIn(SERVICE_LINES)
  serviceLine?: string;

  @Field(() => LegalOriginEnum, { nullable: true, description: 'trade when left out.' })
  @ApiProperty({ enum: LEGAL_ORIGINS, required: false, description: 'trade when left out.' })
  @IsOptional()
  @IsIn(LEGAL_ORIGINS)
  legalOrigin?: string;

  @Field(() => [EvidenceKindEnum], { nullable: true, description: 'Papers there are for every document; an invoice.' })
  @ApiProperty({ enum: EVIDENCE_KINDS, isArray: true, required: false, description: 'Papers there are.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(EVIDENCE_KINDS, { each: true })
  evidence?: string[];

  @Field(() => Int, { nullable: true, description: 'The commission offered, in basis points; else the platform’s.' })
  @ApiProperty({ type: Number, required: false, description: 'The commission offered, in basis points.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  commissionBps?: number;

  @Field(() => String, { nullable: true, description: 'Put before document numbers, at most 20 characters.' })
  @ApiProperty({ type: String, required: false, description: 'Put before document numbers.' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  @Matches(/^[^\p{Cc}]*$/u)
  referencePrefix?: string;
}

@InputType({ description: 'What may be changed of a connection; what is left out stays.' })
export class UpdateErpConnectionInput {
  @Field(() => String, { nullable: true, description: 'What you call it, at most 100 characters.' })
  @ApiProperty({ type: String, required: false, description: 'What you call it.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Matches(NAME, { message: 'name must not be empty' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'https and public; a new one needs the credentials again.' })
  @ApiProperty({ type: String, required: false, description: 'https and public.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  baseUrl?: string | null;

  @Field(() => ErpCredentialsInput, { nullable: true, description: 'All of them; none of the old ones is kept.' })
  @ApiProperty({ type: ErpCredentialsInput, required: false, description: 'All of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ErpCredentialsInput)
  credentials?: ErpCredentialsInput | null;

  @Field(() => Int, { nullable: true, description: 'Minutes between two readings: 5 to 10080, 60 unless told.' })
  @ApiProperty({ type: Number, required: false, description: 'Minutes between two readings.' })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(10_080)
  intervalMinutes?: number | null;

  @Field(() => ErpDefaultsInput, { nullable: true, description: 'New defaults have every document read again.' })
  @ApiProperty({ type: ErpDefaultsInput, required: false, description: 'What holds for every document.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ErpDefaultsInput)
  defaults?: ErpDefaultsInput | null;
}

@InputType({ description: 'A new connection.' })
export class CreateErpConnectionInput extends UpdateErpConnectionInput {
  @Field(() => ErpKindEnum, { description: 'Which ERP.' })
  @ApiProperty({ enum: ERP_KINDS, description: 'Which ERP.' })
  @IsIn(ERP_KINDS)
  kind!: ErpKind;

  @Field(() => String, { description: 'What you call it, at most 100 characters.' })
  @ApiProperty({ type: String, description: 'What you call it.' })
  @IsString()
  @MaxLength(100)
  @Matches(NAME, { message: 'name must not be empty' })
  override name!: string;
}

export class SyncBody {
  @ApiProperty({ type: Boolean, required: false, default: false, description: 'Read every document again.' })
  @IsOptional()
  @IsBoolean()
  full?: boolean;
}

@ArgsType()
export class ErpRunListArgs extends PageArgs {
  @IdField('erpConnection', { description: 'The connection.' })
  connectionId!: string;
}

@ArgsType()
export class ErpRowListArgs extends ErpRunListArgs {
  @Field(() => SyncOutcomeEnum, { nullable: true, description: 'Only documents this became of.' })
  @IsOptional()
  @IsIn(SYNC_OUTCOMES)
  outcome?: SyncedOutcome | null;
}

export class ErpRowListQuery extends ListQuery {
  @ApiProperty({ enum: SYNC_OUTCOMES, required: false, description: 'Only documents this became of.' })
  @IsOptional()
  @IsIn(SYNC_OUTCOMES)
  outcome?: SyncedOutcome;
}
