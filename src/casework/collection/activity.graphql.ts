import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import {
  connectionOf,
  IdField,
  InstantField,
  InstantScalar,
  TextField,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import type { Activity } from './activities.service.js';
import type { ActivityKind, ActivityOutcome } from './activity.entity.js';

export const ActivityKindEnum = wordsEnum<ActivityKind>('ActivityKind', 'How the holder worked the case.', {
  call: 'A telephone call.',
  message: 'A text or instant message.',
  letter: 'A letter on paper or an express delivery.',
  visit: 'A visit at the debtor’s place.',
  negotiation: 'Talks about paying, whoever began them.',
});

export const ActivityOutcomeEnum = wordsEnum<ActivityOutcome>('ActivityOutcome', 'What came of an activity.', {
  reached: 'The debtor was reached.',
  not_reached: 'Nobody was reached.',
  refused: 'The debtor refused to pay.',
  promised: 'The debtor promised to pay.',
  delivered: 'The letter or message was delivered.',
  other: 'Something else; see the note.',
});

@InputType({ description: 'What the holder did on a case.' })
export class LogActivityInput {
  @IdField('grab', { description: 'The grab under which it was done.' })
  grabId!: string;

  @WordField(ActivityKindEnum, { description: 'How.' })
  kind!: ActivityKind;

  @WordField(ActivityOutcomeEnum, { description: 'What came of it.' })
  outcome!: ActivityOutcome;

  @TextField({ nullable: true, max: 4_000, description: 'In words, up to 4,000 characters. Kept encrypted.' })
  note?: string | null;

  @InstantField({ nullable: true, description: 'When; now if left out, never in the future.' })
  happenedAt?: Date | null;
}

@ObjectType('Activity', { description: 'One act of collection on a case.' })
export class ActivityView {
  @Field(() => ID, { description: 'The activity.' })
  id!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The grab under which it was done.' })
  grabId!: string;

  @Field(() => ActivityKindEnum, { description: 'How.' })
  kind!: string;

  @Field(() => ActivityOutcomeEnum, { description: 'What came of it.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'In words.' })
  @FieldAccess({ scope: 'debtors:read' })
  note!: string | null;

  @Field(() => InstantScalar, { description: 'When it happened.' })
  happenedAt!: Date;

  @Field(() => InstantScalar, { description: 'When it was logged.' })
  createdAt!: Date;
}

export function activityView({ providerId: _, memberId: __, ...activity }: Activity): ActivityView {
  return Object.assign(new ActivityView(), {
    ...activity,
    id: publicId('activity', activity.id),
    caseId: publicId('case', activity.caseId),
    grabId: publicId('grab', activity.grabId),
  });
}

export const ActivityConnection = connectionOf('ActivityConnection', ActivityView);
export const LogActivityResult = resultUnion('LogActivityResult', ActivityView);
