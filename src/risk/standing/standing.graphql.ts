import { Field, Int, ObjectType } from '@nestjs/graphql';
import { fill, type Locale } from '../../kernel/index.js';
import { FenScalar, wordsEnum } from '../../platform/faces/index.js';
import type { Standing } from './standing.policy.js';
import { GRADE } from './standing-parameters.policy.js';

export const GradeEnum = wordsEnum(
  'Grade',
  "A provider's grade; it decides how many cases it may hold and how large.",
  GRADE.meanings,
);

@ObjectType('StandingFactor', { description: 'One reason behind a standing.' })
export class StandingFactorView {
  @Field(() => String, { description: 'Stable code of the factor.' }) code!: string;
  @Field(() => String, {
    description: 'The fact itself: basis points, fen, days, a count or a grade; empty where there is none yet.',
  })
  value!: string;
  @Field(() => Int, { description: 'The most points it can move either way.' }) weight!: number;
  @Field(() => Int, { description: 'The points it moved.' }) effect!: number;
  @Field(() => String, { description: 'In words.' }) text!: string;
}

@ObjectType('NextGrade', { description: 'The grade above, and what is still missing for it.' })
export class NextGradeView {
  @Field(() => GradeEnum, { description: 'The grade above.' }) grade!: string;
  @Field(() => [String], {
    description: 'Requirements not met yet: completed_cases, recovered_amount, shrunk_rate, speed, compliance.',
  })
  missing!: readonly string[];
}

@ObjectType('Standing', { description: "A provider's grade, rates and quota with every factor that led to them." })
export class StandingView {
  @Field(() => GradeEnum, { description: 'What the points come to: it decides quota and sizes.' }) grade!: string;
  @Field(() => Int, { nullable: true, description: 'Recovered ÷ claimed, in basis points; null while nothing counts.' })
  collectionRateBps!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Recovered ÷ expected for the same mix of age and amount, in basis points.',
  })
  adjustedRateBps!: number | null;
  @Field(() => Int, {
    description: 'The adjusted rate drawn towards the platform mean while there are few cases, in basis points.',
  })
  shrunkRateBps!: number;
  @Field(() => Int, { description: '0 to 1,000: the sum of the effects below.' }) points!: number;
  @Field(() => Int, { description: 'Cases the provider may hold at once.' }) casesHeld!: number;
  @Field(() => FenScalar, {
    nullable: true,
    description: 'A single case must be below this amount, in fen; null is no limit.',
  })
  largestCaseFen!: bigint | null;
  @Field(() => NextGradeView, { nullable: true, description: 'What the next grade asks; null at the top.' })
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
