import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DayField, IdField, PageArgs } from '../../platform/faces/index.js';
import { type ApplicantKind, type DocumentKind } from '../approvals/index.js';
import type { ReasonCode } from './reason-codes.js';
import type { Reasons } from './reviews.js';
import type { Application } from './submissions.js';
import { ApplicantKindEnum, DocumentKindEnum, ReasonCodeEnum, StateEnum } from './verification.enums.js';
import type { ApplicationState } from './verification.lifecycle.js';

/** PostgreSQL keeps no NUL, and no name or number has control characters; longer texts may have lines. */
const TEXT = /^[^\p{Cc}]*$/u;
const LINES = /^[\P{Cc}\n\r\t]*$/u;

const CONTROL = 'must not contain control characters';

const MAX_OWNERS = 100;
const MAX_LAWYERS = 500;
const MAX_DOCUMENTS = 100;

@InputType({ description: 'A person and their resident identity number.' })
export class LegalRepresentativeInput {
  @Field(() => String, { description: 'Full name.' })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(100)
  name!: string;

  @Field(() => String, { description: 'Resident identity number, 18 characters (GB 11643-1999).' })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(40)
  residentId!: string;
}

@InputType({ description: 'An owner or beneficial owner.' })
export class OwnerInput {
  @Field(() => String, { description: 'Full name of the person or enterprise.' })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(200)
  name!: string;

  @Field(() => String, {
    description: 'A person’s resident identity number or an enterprise’s unified social credit code.',
  })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(40)
  idNumber!: string;
}

@InputType({ description: 'The account money is paid to.' })
export class BankAccountInput {
  @Field(() => String, { description: 'Whose account it is; the organisation’s own.' })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(200)
  holder!: string;

  @Field(() => String, { description: 'The bank and branch.' })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(200)
  bank!: string;

  @Field(() => String, { description: 'The account number, 8–32 digits.' })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(60)
  number!: string;
}

@InputType({ description: 'A lawyer who practises in the firm.' })
export class LawyerInput {
  @Field(() => String, { description: 'Full name.' })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(100)
  name!: string;

  @Field(() => String, { description: 'Number of the practising certificate, 17 digits.' })
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(40)
  certificateNumber!: string;
}

@InputType({ description: 'What an organisation says of itself. Which fields are needed depends on its kind.' })
export class VerificationFactsInput {
  @Field(() => String, { nullable: true, description: 'Name as on the licence.' })
  @IsOptional()
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(200)
  businessName?: string | null;

  @Field(() => String, { nullable: true, description: 'Unified social credit code, 18 characters (GB 32100-2015).' })
  @IsOptional()
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(40)
  creditCode?: string | null;

  @Field(() => LegalRepresentativeInput, { nullable: true, description: 'Legal representative, or head of the firm.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LegalRepresentativeInput)
  legalRepresentative?: LegalRepresentativeInput | null;

  @Field(() => [OwnerInput], { nullable: true, description: 'Owners and beneficial owners; needed of enterprises.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_OWNERS)
  @ValidateNested({ each: true })
  @Type(() => OwnerInput)
  owners?: OwnerInput[] | null;

  @Field(() => String, { nullable: true, description: 'Where it is registered, as on the licence.' })
  @IsOptional()
  @IsString()
  @Matches(LINES, { message: CONTROL })
  @MaxLength(500)
  registeredAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'Business scope as on the licence; needed of agencies.' })
  @IsOptional()
  @IsString()
  @Matches(LINES, { message: CONTROL })
  @MaxLength(5_000)
  businessScope?: string | null;

  @DayField({ nullable: true, description: 'Last day of the licence; left out when it is long-term.' })
  licenceValidUntil?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The licence has no last day.' })
  @IsOptional()
  @IsBoolean()
  licenceLongTerm?: boolean | null;

  @Field(() => BankAccountInput, { nullable: true, description: 'The account money is paid to.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => BankAccountInput)
  bankAccount?: BankAccountInput | null;

  @Field(() => String, { nullable: true, description: 'Mobile number of a contact; Chinese unless it starts with +.' })
  @IsOptional()
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(40)
  contactPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the firm’s practising licence; needed of law firms.' })
  @IsOptional()
  @IsString()
  @Matches(TEXT, { message: CONTROL })
  @MaxLength(40)
  firmLicenceNumber?: string | null;

  @Field(() => [LawyerInput], { nullable: true, description: 'The firm’s lawyers; needed of law firms.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LAWYERS)
  @ValidateNested({ each: true })
  @Type(() => LawyerInput)
  lawyers?: LawyerInput[] | null;
}

@InputType({ description: 'A document handed in before through POST /v1/files.' })
export class VerificationDocumentInput {
  @Field(() => DocumentKindEnum, { description: 'What it shows.' })
  @IsEnum(DocumentKindEnum)
  kind!: DocumentKind;

  @IdField('file', { description: 'The file, uploaded through POST /v1/files.' })
  fileId!: string;
}

@InputType({ description: 'An application for verification. It replaces what was written before.' })
export class SubmitVerificationInput {
  @Field(() => VerificationFactsInput, { description: 'What the organisation says of itself.' })
  @ValidateNested()
  @Type(() => VerificationFactsInput)
  facts!: VerificationFactsInput;

  @Field(() => [VerificationDocumentInput], { description: 'The documents that show it.' })
  @IsArray()
  @ArrayMaxSize(MAX_DOCUMENTS)
  @ValidateNested({ each: true })
  @Type(() => VerificationDocumentInput)
  documents!: VerificationDocumentInput[];
}

/** A decision and why; the applicant sees the reasons. */
@ArgsType()
export class DecisionArgs {
  @IdField('application', { description: 'The application, ver_….' })
  id!: string;

  @Field(() => [ReasonCodeEnum], { description: 'What it rests on; at least one.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(16)
  @IsEnum(ReasonCodeEnum, { each: true })
  reasonCodes!: ReasonCode[];

  @Field(() => String, { nullable: true, description: 'What to add in words.' })
  @IsOptional()
  @IsString()
  @Matches(LINES, { message: CONTROL })
  @MaxLength(2_000)
  note?: string | null;
}

@InputType({ description: 'Which applications to list.' })
export class VerificationQueueFilter {
  @Field(() => [StateEnum], { nullable: true, description: 'In these states; submitted and in review when left out.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @IsEnum(StateEnum, { each: true })
  states?: ApplicationState[] | null;

  @Field(() => ApplicantKindEnum, { nullable: true, description: 'Of this kind of organisation.' })
  @IsOptional()
  @IsEnum(ApplicantKindEnum)
  kind?: ApplicantKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those one has claimed oneself.' })
  @IsOptional()
  @IsBoolean()
  mine?: boolean | null;
}

@ArgsType()
export class QueueArgs extends PageArgs {
  @Field(() => VerificationQueueFilter, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => VerificationQueueFilter)
  filter?: VerificationQueueFilter | null;
}

/** The input as the service takes it: nothing left out, only empty. */
export function applicationOf({ facts, documents }: SubmitVerificationInput): Application {
  return {
    documents: documents.map(({ kind, fileId }) => ({ kind, fileId })),
    facts: {
      businessName: facts.businessName ?? null,
      creditCode: facts.creditCode ?? null,
      legalRepresentative: facts.legalRepresentative ? { ...facts.legalRepresentative } : null,
      owners: (facts.owners ?? []).map((owner) => ({ ...owner })),
      registeredAddress: facts.registeredAddress ?? null,
      businessScope: facts.businessScope ?? null,
      licenceValidUntil: facts.licenceValidUntil ?? null,
      licenceLongTerm: facts.licenceLongTerm ?? false,
      bankAccount: facts.bankAccount ? { ...facts.bankAccount } : null,
      contactPhone: facts.contactPhone ?? null,
      firmLicenceNumber: facts.firmLicenceNumber ?? null,
      lawyers: (facts.lawyers ?? []).map((lawyer) => ({ ...lawyer })),
    },
  };
}

export function reasonsOf({ reasonCodes, note }: DecisionArgs): Reasons {
  return { reasonCodes: [...new Set(reasonCodes)], note: note?.trim() || null };
}
