import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { fill, type Locale, publicId } from '../../kernel/index.js';
import {
  connectionOf,
  FenScalar,
  IdField,
  InstantScalar,
  JsonObjectScalar,
  PageArgs,
  viewOf,
  wordsEnum,
} from '../../platform/faces/index.js';
import type { StandingChangeEntity } from './standing.entity.js';
import type { Standing } from './standing.policy.js';
import type { Factor } from './standing-explanation.policy.js';
import { GRADE } from './standing-parameters.policy.js';
import { CHANGE_CAUSE } from './veto.policy.js';

export const GradeEnum = wordsEnum('Grade', 'The grade of a provider; it sets the quota.', GRADE.meanings);

@ObjectType('StandingFactor', { description: 'One figure that grade and quota follow from.' })
export class StandingFactorView {
  @Field(() => String, { description: 'Code of the factor. It never changes meaning.' }) code!: string;
  @Field(() => String, {
    description: 'The fact: basis points, fen, days, a count or a grade; empty when there is none yet.',
  })
  value!: string;
  @Field(() => Int, { description: 'The most points that it can add or take.' }) weight!: number;
  @Field(() => Int, { description: 'The points that it added, or took when negative.' }) effect!: number;
  @Field(() => String, { description: 'The factor in words, in the language of the request.' }) text!: string;
}

@ObjectType('NextGrade', { description: 'The next higher grade, and the requirements still missing for it.' })
export class NextGradeView {
  @Field(() => GradeEnum, { description: 'The next higher grade.' }) grade!: string;
  @Field(() => [String], {
    description:
      'Requirements not met yet: completed_cases, recovered_amount, reliability, shrunk_rate, speed, compliance, veto.',
  })
  missing!: readonly string[];
}

@ObjectType('Standing', { description: "A provider's grade, rates and quota with every factor that led to them." })
export class StandingView {
  @Field(() => GradeEnum, { description: 'The grade; it sets the quota.' }) grade!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Recovered ÷ claimed over all creditors, in basis points; null while no case counts.',
  })
  collectionRateBps!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Recovered ÷ expected for cases of the same age and amount, in basis points; null while no case counts.',
  })
  adjustedRateBps!: number | null;
  @Field(() => Int, {
    description: 'The adjusted rate, shrunk towards the platform mean while there are few cases, in basis points.',
  })
  shrunkRateBps!: number;
  @Field(() => Int, {
    description:
      'How much of what sets the rate apart from the mean is the provider’s own doing and not chance, in basis points. A grade does not change while it is low.',
  })
  reliabilityBps!: number;
  @Field(() => Int, { description: 'With 95 % the true rate is at least this, in basis points.' })
  lowestRateBps!: number;
  @Field(() => Int, { description: 'With 95 % the true rate is at most this, in basis points.' })
  highestRateBps!: number;
  @Field(() => Int, { description: 'Whole months without a case or a payment; each widens the interval.' })
  idleMonths!: number;
  @Field(() => GradeEnum, { description: 'What the record has earned, whatever penalties or a veto allow.' })
  earnedGrade!: string;
  @Field(() => Int, { description: 'The sum of all effects, 0 to 1,000.' }) points!: number;
  @Field(() => Int, { description: 'How many cases the provider may hold at once.' }) casesHeld!: number;
  @Field(() => FenScalar, {
    nullable: true,
    description: 'Each case must be below this amount, in fen; null: no limit.',
  })
  largestCaseFen!: bigint | null;
  @Field(() => NextGradeView, { nullable: true, description: 'The next higher grade; null for the highest.' })
  next!: NextGradeView | null;
  @Field(() => [StandingFactorView], { description: 'Every factor, in a fixed order.' })
  explanation!: StandingFactorView[];
}

export function standingView({ quota, explanation, earned, ...standing }: Standing, locale: Locale): StandingView {
  return {
    ...standing,
    earnedGrade: earned,
    casesHeld: quota.casesHeld,
    largestCaseFen: quota.largestCaseFen,
    explanation: factorsIn(explanation, locale),
  };
}

export const ChangeCauseEnum = wordsEnum('StandingChangeCause', 'Why a standing changed.', CHANGE_CAUSE.meanings);

@ObjectType('StandingChange', {
  description: 'A grade and quota as they were from then on, with all that led to them.',
})
export class StandingChangeView {
  @Field(() => ID, { description: 'The entry.' }) id!: string;
  @Field(() => ID, { description: 'Whose standing it is.' }) providerId!: string;
  @Field(() => ChangeCauseEnum, { description: 'Why it was computed.' }) cause!: string;
  @Field(() => GradeEnum, { description: 'The grade in force from then on.' }) grade!: string;
  @Field(() => GradeEnum, { description: 'What the record had earned.' }) earnedGrade!: string;
  @Field(() => Int, { description: 'How many cases might be held at once.' }) casesHeld!: number;
  @Field(() => FenScalar, {
    nullable: true,
    description: 'Each case had to be below this amount, in fen; null: no limit.',
  })
  largestCaseFen!: bigint | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version of the figures; null for the defaults. See `policies`.',
  })
  figuresVersion!: number | null;
  @Field(() => JsonObjectScalar, {
    description:
      'The sums that it followed from, amounts in fen; the ten largest creditors one by one, without their names.',
  })
  facts!: Record<string, unknown>;
  @Field(() => [StandingFactorView], { description: 'Every factor as it was, in a fixed order.' })
  explanation!: StandingFactorView[];
  @Field(() => InstantScalar, { description: 'When it changed.' }) changedAt!: Date;
}

export const StandingChangeConnection = connectionOf('StandingChangeConnection', StandingChangeView);

export function standingChangeView(one: StandingChangeEntity, locale: Locale): StandingChangeView {
  const { cause, grade, earnedGrade, casesHeld, largestCaseFen, figuresVersion, facts, changedAt } = one;
  return viewOf(StandingChangeView, {
    id: publicId('standingChange', one.id),
    providerId: publicId('organisation', one.providerId),
    ...{ cause, grade, earnedGrade, casesHeld, largestCaseFen, figuresVersion, facts, changedAt },
    explanation: factorsIn(one.explanation, locale),
  });
}

@ArgsType()
export class StandingHistoryArgs extends PageArgs {
  @IdField('organisation', { nullable: true, description: 'Another provider; for the platform only.' })
  providerId?: string | null;
}

function factorsIn(factors: readonly Factor[], locale: Locale): StandingFactorView[] {
  return factors.map((factor) => ({ ...factor, text: fill(factor.text, locale) }));
}
