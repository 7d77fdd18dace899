import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CaseFrozenByPlatform } from '../../casework/cases/index.js';
import { type Fen, publicId } from '../../kernel/index.js';
import {
  connectionOf,
  FenField,
  FenScalar,
  IdField,
  InstantScalar,
  Nested,
  PageArgs,
  viewOf,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { LineChangesUsedUp } from '../line-changes/index.js';
import { REVISION_STATE, type RevisionState } from './case-revision.lifecycle.js';
import { RevisionOutdated } from './case-revision.refusals.js';
import type { CaseRevision } from './case-revision.repository.js';

export const CaseRevisionStateEnum = wordsEnum(
  'CaseRevisionState',
  'What became of a lower amount that the books showed.',
  REVISION_STATE.meanings,
);

@ObjectType('CaseRevision', {
  description:
    'A lower amount of a held case out of its creditor’s books; it counts once the creditor confirms it and the holder agrees.',
})
export class CaseRevisionView {
  @Field(() => ID, { description: 'The case.' }) caseId!: string;
  @Field(() => ID, { nullable: true, description: 'The batch that brought it; null when a connection did.' })
  batchId!: string | null;
  @Field(() => CaseRevisionStateEnum, { description: 'What became of it.' }) state!: RevisionState;
  @Field(() => FenScalar, { description: 'What the case was about when it was proposed, in fen.' }) fromFen!: bigint;
  @Field(() => FenScalar, { description: 'Principal by the books, in fen.' }) principalFen!: bigint;
  @Field(() => FenScalar, { description: 'Penalty and interest by the books, in fen.' }) penaltyFen!: bigint;
  @Field(() => FenScalar, { description: 'Paid before the case was posted or deducted since, in fen.' })
  paidFen!: bigint;
  @Field(() => FenScalar, { description: 'What the case would be about: principal + penalty − paid, in fen.' })
  outstandingFen!: bigint;
  @Field(() => InstantScalar, { description: 'When the books showed it.' }) proposedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was decided or lapsed; null before.' })
  decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why the creditor declined it; null also when the holder did.' })
  declineReason!: string | null;
}

export function caseRevisionView(one: CaseRevision): CaseRevisionView {
  const { state, fromFen, principalFen, penaltyFen, paidFen, outstandingFen } = one;
  const { proposedAt, decidedAt, declineReason } = one;
  return viewOf(CaseRevisionView, {
    caseId: publicId('case', one.caseId),
    batchId: one.batchId && publicId('batch', one.batchId),
    ...{ state, fromFen, principalFen, penaltyFen, paidFen, outstandingFen, proposedAt, decidedAt, declineReason },
  });
}

@InputType({ description: 'Consent to a lower amount.' })
export class ConfirmCaseRevisionInput {
  @IdField('case', { description: 'The case.' }) caseId!: string;
  @FenField({
    positive: true,
    description: 'The amount that you consent to, in fen: `outstandingFen` of the revision.',
  })
  outstandingFen!: Fen;
}

@InputType({ description: 'Which revisions to list.' })
export class CaseRevisionFilterInput {
  @IdField('case', { nullable: true, description: 'Only those of this case.' }) caseId?: string | null;
  @WordField(CaseRevisionStateEnum, { nullable: true, description: 'Only in this state.' })
  state?: RevisionState | null;
}

@ArgsType()
export class CaseRevisionListArgs extends PageArgs {
  @Nested(() => CaseRevisionFilterInput, { nullable: true, description: 'Which revisions; left out: all.' })
  filter?: CaseRevisionFilterInput | null;
}

export const CaseRevisionConnection = connectionOf('CaseRevisionConnection', CaseRevisionView);
/** The refusals of consent to a lower amount, besides the common ones. */
export const CONFIRM_REFUSALS = [RevisionOutdated, CaseFrozenByPlatform, LineChangesUsedUp] as const;

export const ConfirmCaseRevisionResult = resultUnion('ConfirmCaseRevisionResult', CaseRevisionView, [
  ...CONFIRM_REFUSALS,
]);
export const DeclineCaseRevisionResult = resultUnion('DeclineCaseRevisionResult', CaseRevisionView);
