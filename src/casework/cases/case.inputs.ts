import { Field, InputType, Int } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { DayField, FenField } from '../../platform/faces/index.js';
import {
  type CaseDraft,
  DEBT_CATEGORIES,
  DEBTOR_KINDS,
  type DebtCategory,
  DebtCategoryEnum,
  type DebtorKind,
  DebtorKindEnum,
  EVIDENCE_KINDS,
  type EvidenceKind,
  EvidenceKindEnum,
  LEGAL_ORIGINS,
  type LegalOrigin,
  LegalOriginEnum,
  SERVICE_LINES,
  type ServiceLine,
  ServiceLineEnum,
} from '../admission/index.js';
import { CaseStateEnum } from './case.graphql.js';
import { CASE_STATES, type CaseState } from './case.lifecycle.js';

@InputType({ description: 'A rate for older or larger cases. Give at least one condition.' })
export class CommissionTierInput {
  @Field(() => Int, { nullable: true, description: 'From so many whole months overdue on.' })
  @ApiProperty({ required: false, type: Number, description: 'From so many whole months overdue on.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  minMonthsOverdue?: number | null;

  @FenField({ nullable: true, description: 'From such an amount in fen on.' })
  minAmountFen?: bigint | null;

  @Field(() => Int, { description: 'The rate in basis points.' })
  @ApiProperty({ type: Number, description: 'The rate in basis points.' })
  @IsInt()
  bps!: number;
}

@InputType({ description: 'The commission a creditor offers on what is recovered, within the bounds of the platform.' })
export class CommissionOfferInput {
  @Field(() => Int, { description: 'Base rate in basis points.' })
  @ApiProperty({ type: Number, description: 'Base rate in basis points.' })
  @IsInt()
  bps!: number;

  @Field(() => [CommissionTierInput], {
    nullable: true,
    description: 'From general to special; the last that matches holds.',
  })
  @ApiProperty({ required: false, type: [CommissionTierInput], description: 'From general to special.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CommissionTierInput)
  tiers?: CommissionTierInput[] | null;
}

@InputType({ description: 'One debt to put up for recovery.' })
export class PostCaseInput {
  @Field(() => String, { description: 'Your own reference, unique among your cases.' })
  @ApiProperty({ type: String, description: 'Your own reference, unique among your cases.' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  externalRef!: string;

  @Field(() => String, { nullable: true, description: 'The contract’s number as both parties know it.' })
  @ApiProperty({ required: false, type: String, description: 'The contract’s number as both parties know it.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  contractNumber?: string | null;

  @Field(() => DebtCategoryEnum, { description: 'What kind of debt it is.' })
  @ApiProperty({ enum: DEBT_CATEGORIES, description: 'What kind of debt it is.' })
  @IsIn(DEBT_CATEGORIES)
  category!: DebtCategory;

  @Field(() => DebtorKindEnum, { description: 'Whether the debtor is an enterprise or a person.' })
  @ApiProperty({ enum: DEBTOR_KINDS, description: 'Whether the debtor is an enterprise or a person.' })
  @IsIn(DEBTOR_KINDS)
  debtorKind!: DebtorKind;

  @Field(() => String, { description: "The debtor's full name." })
  @ApiProperty({ type: String, description: "The debtor's full name." })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  debtorName!: string;

  @Field(() => String, { nullable: true, description: 'Unified social credit code or resident identity number.' })
  @ApiProperty({
    required: false,
    type: String,
    description: 'Unified social credit code or resident identity number.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  debtorIdNumber?: string | null;

  @Field(() => String, { nullable: true, description: "The debtor's phone number." })
  @ApiProperty({ required: false, type: String, description: "The debtor's phone number." })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  debtorPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the debtor can be written to.' })
  @ApiProperty({ required: false, type: String, description: 'Where the debtor can be written to.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  debtorAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'Region of the debtor, six digits of GB/T 2260.' })
  @ApiProperty({ required: false, type: String, description: 'Region of the debtor, six digits of GB/T 2260.' })
  @IsOptional()
  @Matches(/^\d{6}$/, { message: 'must be six digits' })
  regionCode?: string | null;

  @FenField({ positive: true, description: 'Principal in fen.' })
  principalFen!: bigint;

  @FenField({ nullable: true, description: 'Penalty and interest claimed, in fen; 0 when left out.' })
  penaltyFen?: bigint | null;

  @FenField({ nullable: true, description: 'Paid so far, in fen; 0 when left out.' })
  paidFen?: bigint | null;

  @DayField({ description: 'When it was due: of instalments, the last.' })
  dueOn!: string;

  @DayField({ nullable: true, description: 'Day of the invoice or of the loan.' })
  invoicedOn?: string | null;

  @DayField({ nullable: true, description: 'Last day the limitation period was interrupted (Civil Code art. 195).' })
  lastInterruptedOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'Agreed interest per year, all charges included, in basis points.' })
  @ApiProperty({ required: false, type: Number, description: 'Agreed interest per year in basis points.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  annualRateBps?: number | null;

  @Field(() => LegalOriginEnum, { nullable: true, description: 'What the debt arose from.' })
  @ApiProperty({ required: false, enum: LEGAL_ORIGINS, description: 'What the debt arose from.' })
  @IsOptional()
  @IsIn(LEGAL_ORIGINS)
  legalOrigin?: LegalOrigin | null;

  @Field(() => [EvidenceKindEnum], {
    nullable: true,
    description: 'The documents you hold; upload them with addEvidence.',
  })
  @ApiProperty({ required: false, enum: EVIDENCE_KINDS, isArray: true, description: 'The documents you hold.' })
  @IsOptional()
  @IsIn(EVIDENCE_KINDS, { each: true })
  @ArrayMaxSize(20)
  evidence?: EvidenceKind[] | null;

  @Field(() => ServiceLineEnum, {
    nullable: true,
    description: 'The service it asks for; agency dunning when left out.',
  })
  @ApiProperty({ required: false, enum: SERVICE_LINES, description: 'The service it asks for.' })
  @IsOptional()
  @IsIn(SERVICE_LINES)
  serviceLine?: ServiceLine | null;

  @Field(() => CommissionOfferInput, {
    nullable: true,
    description: "Your offer; the platform's schedule when left out.",
  })
  @ApiProperty({
    required: false,
    type: CommissionOfferInput,
    description: "Your offer; else the platform's schedule.",
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CommissionOfferInput)
  commission?: CommissionOfferInput | null;

  @Field(() => String, { nullable: true, description: 'A note for the holder; sealed like the personal data.' })
  @ApiProperty({ required: false, type: String, description: 'A note for the holder.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  note?: string | null;
}

@InputType({ description: 'Which cases to list.' })
export class CaseFilterInput {
  @Field(() => [CaseStateEnum], { nullable: true, description: 'Only cases in this state, or one of these states.' })
  @IsOptional()
  @IsIn(CASE_STATES, { each: true })
  @ArrayMaxSize(CASE_STATES.length)
  state?: CaseState[] | null;

  @Field(() => String, { nullable: true, description: "Only the case with this reference of the creditor's." })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  externalRef?: string | null;

  @Field(() => String, { nullable: true, description: 'Only the case with this number.' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  number?: string | null;
}

/** The draft that one posted case is judged as: the same that a row of a batch becomes. */
export function draftFrom(input: PostCaseInput): CaseDraft {
  const { principalFen } = input;
  const penaltyFen = input.penaltyFen ?? 0n;
  const paidFen = input.paidFen ?? 0n;
  return {
    externalRef: input.externalRef,
    contractNumber: input.contractNumber ?? null,
    category: input.category,
    debtorKind: input.debtorKind,
    debtorName: input.debtorName,
    debtorIdNumber: input.debtorIdNumber ?? null,
    debtorPhone: input.debtorPhone ?? null,
    debtorAddress: input.debtorAddress ?? null,
    regionCode: input.regionCode ?? null,
    principalFen,
    penaltyFen,
    paidFen,
    outstandingFen: principalFen + penaltyFen - paidFen,
    dueOn: input.dueOn,
    invoicedOn: input.invoicedOn ?? null,
    lastInterruptedOn: input.lastInterruptedOn ?? null,
    annualRateBps: input.annualRateBps ?? null,
    legalOrigin: input.legalOrigin ?? null,
    evidence: input.evidence ?? [],
    serviceLine: input.serviceLine ?? 'agency_dunning',
    offer: input.commission ? offerFrom(input.commission) : null,
    note: input.note ?? null,
  };
}

function offerFrom({ bps, tiers }: CommissionOfferInput): CaseDraft['offer'] {
  const read = (tier: CommissionTierInput) => ({
    ...(tier.minMonthsOverdue == null ? {} : { minMonthsOverdue: tier.minMonthsOverdue }),
    ...(tier.minAmountFen == null ? {} : { minAmountFen: tier.minAmountFen }),
    bps: tier.bps,
  });
  return { commissionBps: bps, tiers: (tiers ?? []).map(read) };
}
