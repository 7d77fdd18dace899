import { Field, Int, ObjectType } from '@nestjs/graphql';
import { fill, type Locale } from '../../kernel/index.js';
import { FenScalar, wordsEnum } from '../../platform/faces/index.js';
import type { Standing } from './standing.policy.js';
import { GRADE } from './standing-parameters.policy.js';

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
    description: 'Requirements not met yet: completed_cases, recovered_amount, shrunk_rate, speed, compliance.',
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

export function standingView({ quota, explanation, ...standing }: Standing, locale: Locale): StandingView {
  return {
    ...standing,
    casesHeld: quota.casesHeld,
    largestCaseFen: quota.largestCaseFen,
    explanation: explanation.map((factor) => ({ ...factor, text: fill(factor.text, locale) })),
  };
}
