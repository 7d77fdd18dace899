import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { type Day, publicId } from '../../kernel/index.js';
import {
  connectionOf,
  DayField,
  IdField,
  InstantScalar,
  PageArgs,
  TextField,
  viewOf,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { type Grade, GradeEnum, StandingView, VETO_REASON, type VetoReason } from '../standing/index.js';
import {
  APPEAL_ANSWER,
  APPEAL_REASON,
  APPEAL_STATE,
  type AppealAnswer,
  type AppealReason,
  type AppealState,
} from './appeal.lifecycle.js';
import type { StandingAppeal } from './appeal.repository.js';
import {
  AppealOpenAlready,
  AppealsUsedUp,
  AppealTooLate,
  HoldNotExonerable,
  NoVetoInForce,
} from './oversight.refusals.js';

const STATE_WORDS = 'How far an appeal has come.';
export const AppealStateEnum = wordsEnum('StandingAppealState', STATE_WORDS, APPEAL_STATE.meanings);
export const AppealReasonEnum = wordsEnum(
  'StandingAppealReason',
  'Why a provider appeals against a change of its standing.',
  APPEAL_REASON.meanings,
);
export const AppealAnswerEnum = wordsEnum(
  'StandingAppealAnswer',
  'What the platform says to an appeal; `hold_exonerated`, `facts_corrected` and `veto_lifted` uphold it.',
  APPEAL_ANSWER.meanings,
);
export const VetoReasonEnum = wordsEnum(
  'VetoReason',
  'Why the platform limits the grade of a provider, whatever it recovers.',
  VETO_REASON.meanings,
);

@ObjectType('StandingAppeal', { description: 'What a provider says against a change of its standing, and the answer.' })
export class StandingAppealView {
  @Field(() => ID, { description: 'The appeal.' }) id!: string;
  @Field(() => ID, { description: 'Who appeals.' }) providerId!: string;
  @Field(() => ID, { description: 'The entry of its history it is about.' }) standingChangeId!: string;
  @Field(() => ID, { nullable: true, description: 'The hold it is about; null for none.' }) grabId!: string | null;
  @Field(() => AppealStateEnum, { description: 'What became of it.' }) state!: AppealState;
  @Field(() => AppealReasonEnum, { description: 'Why, as a code.' }) reason!: AppealReason;
  @Field(() => String, { description: 'Why, in words.' }) statement!: string;
  @Field(() => AppealAnswerEnum, { nullable: true, description: 'The answer as a code; null before.' })
  answer!: AppealAnswer | null;
  @Field(() => String, { nullable: true, description: 'The answer in words; null without them.' })
  answerNote!: string | null;
  @Field(() => InstantScalar, { description: 'When it was made.' }) openedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was decided or taken back; null before.' })
  decidedAt!: Date | null;
}

/** An appeal, with its texts opened, as GraphQL shows it. */
export function appealView(one: StandingAppeal): StandingAppealView {
  const { state, reason, statement, answer, answerNote, openedAt, decidedAt } = one;
  return viewOf(StandingAppealView, {
    id: publicId('standingAppeal', one.id),
    providerId: publicId('organisation', one.providerId),
    standingChangeId: publicId('standingChange', one.standingChangeId),
    grabId: one.grabId && publicId('grab', one.grabId),
    ...{ state, reason, statement, answer, answerNote, openedAt, decidedAt },
  });
}

@InputType({ description: 'What is said against a change of the standing.' })
export class AppealStandingInput {
  @IdField('standingChange', { description: 'The entry of your history; see `standingHistory`.' })
  standingChangeId!: string;
  @IdField('grab', {
    nullable: true,
    description: 'The hold it is about, one of yours that has ended; needed for `hold_not_ours`.',
  })
  grabId?: string | null;
  @WordField(AppealReasonEnum, { description: 'Why, as a code.' }) reason!: AppealReason;
  @TextField({ min: 1, max: 2_000, form: 'lines', description: 'Why, in words, 1 to 2,000 characters; kept sealed.' })
  statement!: string;
}

@InputType({ description: 'The answer to an appeal.' })
export class DecideStandingAppealInput {
  @IdField('standingAppeal', { description: 'The appeal.' }) appealId!: string;
  @WordField(AppealAnswerEnum, { description: 'The answer; it says whether the appeal is upheld.' })
  answer!: AppealAnswer;
  @TextField({
    ...{ nullable: true, max: 2_000, form: 'lines' },
    description: 'The answer in words, for the provider; kept sealed.',
  })
  note?: string | null;
}

@ArgsType()
export class StandingAppealListArgs extends PageArgs {
  @WordField(AppealStateEnum, { nullable: true, description: 'Only appeals in this state.' })
  state?: AppealState | null;
  @IdField('organisation', { nullable: true, description: 'Only appeals of this provider; for the platform.' })
  providerId?: string | null;
}

@InputType({ description: 'The limit of a grade.' })
export class VetoGradeInput {
  @IdField('organisation', { description: 'Whose grade is limited.' }) providerId!: string;
  @WordField(GradeEnum, { description: 'The highest grade that it may have.' }) grade!: Grade;
  @WordField(VetoReasonEnum, { description: 'Why; the provider reads it.' }) reason!: VetoReason;
  @DayField({ description: 'The last day of the limit, in China.', example: '2026-12-31' }) until!: Day;
}

export const StandingAppealConnection = connectionOf('StandingAppealConnection', StandingAppealView);
export const AppealStandingResult = resultUnion('AppealStandingResult', StandingAppealView, [
  AppealOpenAlready,
  AppealTooLate,
  AppealsUsedUp,
]);
export const WithdrawStandingAppealResult = resultUnion('WithdrawStandingAppealResult', StandingAppealView);
export const DecideStandingAppealResult = resultUnion('DecideStandingAppealResult', StandingAppealView, [
  HoldNotExonerable,
  NoVetoInForce,
]);
export const VetoGradeResult = resultUnion('VetoGradeResult', StandingView, [NoVetoInForce]);
