import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  CountField,
  DayField,
  DayScalar,
  FenField,
  FenScalar,
  FlagField,
  viewOf,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import type { ClaimTerms } from '../debt/index.js';
import { CREDITOR_SCALE, DEBTOR_SCALE, LENDER } from './claim.words.js';

export const LenderEnum = wordsEnum('Lender', 'Who lent the money; it decides which cap holds.', LENDER.meanings);
export const CreditorScaleEnum = wordsEnum(
  'CreditorScale',
  'How large the creditor was when the contract was made.',
  CREDITOR_SCALE.meanings,
);
export const DebtorScaleEnum = wordsEnum(
  'DebtorScale',
  'How large the debtor was when the contract was made, or whether it is a public body.',
  DEBTOR_SCALE.meanings,
);

/** The highest rate and the longest term that are read; beyond them a figure stands in the wrong place. */
export const MAX_RATE_BPS = 1_000_000;
export const MAX_TERM_DAYS = 3_650;

const rate = (description: string) => CountField({ nullable: true, min: 0, max: MAX_RATE_BPS, description });

@InputType({ description: 'What was agreed about interest and terms; it decides what may be claimed.' })
export class ClaimTermsInput {
  @DayField({ nullable: true, description: 'Day of the contract; the day of the invoice or note when left out.' })
  contractOn?: string | null;
  @DayField({ nullable: true, description: 'Day the suit was filed; today when left out.' }) filedOn?: string | null;
  @rate('Interest up to the due day, in basis points a year; null when none was agreed.')
  ordinaryRateBps?: number | null;
  @rate('Interest after the due day, in basis points a year; null when none was agreed.')
  overdueRateBps?: number | null;
  @rate('Penalty for late payment, in basis points a year; null when none was agreed.')
  penaltyRateBps?: number | null;
  @FenField({ nullable: true, description: 'Other fees and charges agreed, in fen.' }) feesFen?: bigint | null;
  @FenField({ nullable: true, description: 'Interest that the lender kept back when it paid out, in fen.' })
  deductedInAdvanceFen?: bigint | null;
  @WordField(LenderEnum, { nullable: true, description: 'Who lent the money; told from the category when left out.' })
  lender?: ClaimTerms['lender'];
  @WordField(CreditorScaleEnum, { nullable: true, description: 'How large you are.' })
  creditorScale?: ClaimTerms['creditorScale'];
  @WordField(DebtorScaleEnum, { nullable: true, description: 'How large the debtor is, or whether a public body.' })
  debtorScale?: ClaimTerms['debtorScale'];
  @CountField({
    ...{ nullable: true, min: 0, max: MAX_TERM_DAYS },
    description: 'Agreed term of payment, in days from delivery or receipt.',
  })
  paymentTermDays?: number | null;
  @FlagField({ nullable: true, description: "Whether payment was to wait for a third party's." })
  payWhenPaid?: boolean | null;
}

@ObjectType('ClaimTerms', { description: 'What was agreed about interest and terms, as the creditor stated it.' })
export class ClaimTermsView {
  @Field(() => DayScalar, { nullable: true, description: 'Day of the contract.' }) contractOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day the suit was filed.' }) filedOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'Interest up to the due day, in basis points a year.' })
  ordinaryRateBps!: number | null;
  @Field(() => Int, { nullable: true, description: 'Interest after the due day, in basis points a year.' })
  overdueRateBps!: number | null;
  @Field(() => Int, { nullable: true, description: 'Penalty for late payment, in basis points a year.' })
  penaltyRateBps!: number | null;
  @Field(() => FenScalar, { nullable: true, description: 'Other fees and charges agreed, in fen.' })
  feesFen!: bigint | null;
  @Field(() => FenScalar, { nullable: true, description: 'Interest kept back when it was paid out, in fen.' })
  deductedInAdvanceFen!: bigint | null;
  @Field(() => LenderEnum, { nullable: true, description: 'Who lent the money.' }) lender!: string | null;
  @Field(() => CreditorScaleEnum, { nullable: true, description: 'How large the creditor is.' })
  creditorScale!: string | null;
  @Field(() => DebtorScaleEnum, { nullable: true, description: 'How large the debtor is, or whether a public body.' })
  debtorScale!: string | null;
  @Field(() => Int, { nullable: true, description: 'Agreed term of payment, in days.' }) paymentTermDays!:
    | number
    | null;
  @Field(() => Boolean, { nullable: true, description: "Whether payment was to wait for a third party's." })
  payWhenPaid!: boolean | null;
}

/** The terms of an input; null when it states none. */
export function termsFrom(input: Partial<{ [K in keyof ClaimTerms]: ClaimTerms[K] | undefined }> | null | undefined) {
  if (!input) return null;
  const { contractOn = null, filedOn = null, ordinaryRateBps = null, overdueRateBps = null } = input;
  const { penaltyRateBps = null, feesFen = null, deductedInAdvanceFen = null, lender = null } = input;
  const { creditorScale = null, debtorScale = null, paymentTermDays = null, payWhenPaid = null } = input;
  const terms: ClaimTerms = {
    ...{ contractOn, filedOn, ordinaryRateBps, overdueRateBps, penaltyRateBps, feesFen, deductedInAdvanceFen },
    ...{ lender, creditorScale, debtorScale, paymentTermDays, payWhenPaid },
  };
  return Object.values(terms).every((value) => value === null) ? null : terms;
}

export function termsView(terms: ClaimTerms): ClaimTermsView {
  return viewOf(ClaimTermsView, { ...terms });
}
