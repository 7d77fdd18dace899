import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import {
  connectionOf,
  IdField,
  InstantField,
  InstantScalar,
  TextField,
  viewOf,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { HOLDER_REFUSALS } from '../grabs/index.js';
import { type Activity } from './activities.service.js';
import { ACTIVITY_KIND, ACTIVITY_OUTCOME, type ActivityKind, type ActivityOutcome } from './activity.words.js';

export const ActivityKindEnum = wordsEnum('ActivityKind', 'How the holder worked on the case.', ACTIVITY_KIND.meanings);
export const ActivityOutcomeEnum = wordsEnum(
  'ActivityOutcome',
  'What the contact with the debtor led to.',
  ACTIVITY_OUTCOME.meanings,
);

@InputType({ description: 'An activity of the holder on a case.' })
export class LogActivityInput {
  @IdField('grab', { description: 'The grab under which it was done.' }) grabId!: string;
  @WordField(ActivityKindEnum, { description: 'The kind of activity.' }) kind!: ActivityKind;
  @WordField(ActivityOutcomeEnum, { description: 'What it led to.' }) outcome!: ActivityOutcome;
  @TextField({ nullable: true, max: 4_000, description: 'A note, up to 4,000 characters. Stored encrypted.' })
  note?: string | null;
  @InstantField({ nullable: true, description: 'When it happened; not in the future. Now when left out.' })
  happenedAt?: Date | null;
}

@ObjectType('Activity', { description: 'One record of work on a case.' })
export class ActivityView {
  @Field(() => ID, { description: 'Id of the activity.' }) id!: string;
  @Field(() => ID, { description: 'The case.' }) caseId!: string;
  @Field(() => ID, { description: 'The grab under which it was done.' }) grabId!: string;
  @Field(() => ActivityKindEnum, { description: 'The kind of activity.' }) kind!: string;
  @Field(() => ActivityOutcomeEnum, { description: 'What it led to.' }) outcome!: string;
  @Field(() => String, { nullable: true, description: 'The note; null when there is none.' })
  @FieldAccess({ scope: 'debtors:read' })
  note!: string | null;
  @Field(() => InstantScalar, { description: 'When it happened.' }) happenedAt!: Date;
  @Field(() => InstantScalar, { description: 'When it was logged.' }) createdAt!: Date;
}

export function activityView({ providerId: _, memberId: __, ...activity }: Activity): ActivityView {
  return viewOf(ActivityView, {
    ...activity,
    id: publicId('activity', activity.id),
    caseId: publicId('case', activity.caseId),
    grabId: publicId('grab', activity.grabId),
  });
}

export const ActivityConnection = connectionOf('ActivityConnection', ActivityView);
export const LogActivityResult = resultUnion('LogActivityResult', ActivityView, HOLDER_REFUSALS);
