import { Injectable } from '@nestjs/common';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { OrganisationNotVerified } from '../../parties/approvals/index.js';
import { SealedTexts } from '../../platform/crypto/index.js';
import {
  connectionOf,
  FenScalar,
  FlagField,
  IdField,
  InstantScalar,
  PageArgs,
  viewOf,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { RECALL_REASON } from '../../risk/standing/index.js';
import { CaseFrozenByPlatform, CloseCodeEnum } from '../cases/index.js';
import type { GrabState } from './grab.lifecycle.js';
import { GRAB_REFUSALS } from './grab.refusals.js';
import { END_REASON, type Grab } from './grab.repository.js';

export const GrabStateEnum = wordsEnum<GrabState>(
  'GrabState',
  'The state of a grab: active until it is completed, returned, expired or recalled.',
  {
    active: 'The provider holds the case.',
    completed: 'All of it came in, or the close that the holder proposed was agreed to.',
    returned: 'The provider returned the case.',
    expired: 'The entrustment was not accepted, or no work begun, in time.',
    recalled: 'The creditor or the platform took the case back.',
  },
);

export const RecallReasonEnum = wordsEnum(
  'RecallReason',
  'Why a creditor takes its case back; some codes say that the holder is not to blame.',
  RECALL_REASON.meanings,
);

@ObjectType('GrabTerms', { description: 'The commission terms, frozen when the case was grabbed.' })
export class GrabTermsView {
  @Field(() => Int, { description: "The provider's commission on each confirmed repayment, in basis points." })
  commissionBps!: number;
  @Field(() => Int, { description: "The platform's service fee, paid by the creditor, in basis points." })
  serviceFeeBps!: number;
  @Field(() => Boolean, {
    description:
      "Whether the statutory cap on lawyers' contingency fees applies, to all repayments of the mandate together (司发通〔2021〕87号 item 6). Such a fee needs a written contract of its own, with a notice of the cap (item 7).",
  })
  lawyerFeeCap!: boolean;
}

@ObjectType('Grab', { description: 'The hold of a provider on a case, from the grab to its end.' })
export class GrabView {
  @Field(() => ID, { description: 'Id of the grab.' }) id!: string;
  @Field(() => ID, { description: 'The grabbed case.' }) caseId!: string;
  @Field(() => ID, { description: 'The agency or law firm that grabbed it.' }) providerId!: string;
  @Field(() => GrabStateEnum, { description: 'The state of the grab.' }) state!: string;
  @Field(() => FenScalar, { description: 'Amount outstanding at the grab, in fen.' }) amountFen!: bigint;
  @Field(() => Int, { description: 'Whole months overdue at the grab.' }) monthsOverdue!: number;
  @Field(() => GrabTermsView, { description: 'The frozen commission terms.' }) terms!: GrabTermsView;
  @Field(() => InstantScalar, { description: 'When the case was grabbed.' }) grabbedAt!: Date;
  @Field(() => InstantScalar, { description: 'The entrustment must be accepted before this instant.' }) acceptBy!: Date;
  @Field(() => InstantScalar, { description: 'The first activity must be logged before this instant.' })
  activityBy!: Date;
  @Field(() => InstantScalar, { description: 'End of the exclusivity: until then the case is the holder’s alone.' })
  exclusiveUntil!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When the entrustment was accepted; null before.' })
  acceptedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the first activity was logged; null before.' })
  firstActivityAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the grab ended; null while it is active.' })
  endedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why the grab ended; null while it is active.' }) endReason!:
    | string
    | null;
  @Field(() => RecallReasonEnum, {
    nullable: true,
    description: 'The code by which the creditor took the case back; null for any other end, and where it gave none.',
  })
  recallReason!: string | null;
  @Field(() => Int, { description: 'Standing points that its end cost the provider.' }) penaltyPoints!: number;
  @Field(() => CloseCodeEnum, {
    nullable: true,
    description: 'Why the holder proposed to close the case; null if it did not.',
  })
  closeCode!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it proposed that; null if it did not.' })
  closeProposedAt!: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When the case is closed unless the creditor answers; null while no close is proposed.',
  })
  closesAt!: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Since when the platform has frozen the case, so that deadlines stand still; null while it has not.',
  })
  frozenAt!: Date | null;
}

/** A grab as GraphQL and REST show it. */
export function grabView({ id, caseId, providerId, terms, ...grab }: Grab): GrabView {
  const { state, amountFen, monthsOverdue, grabbedAt, acceptBy, activityBy, exclusiveUntil } = grab;
  const { acceptedAt, firstActivityAt, endedAt, endReason, recallReason, penaltyPoints } = grab;
  const { closeCode, closeProposedAt } = grab;
  const active = state === 'active';
  return viewOf(GrabView, {
    id: publicId('grab', id),
    caseId: publicId('case', caseId),
    providerId: publicId('organisation', providerId),
    terms: {
      commissionBps: terms.commissionBps,
      serviceFeeBps: terms.serviceFeeBps,
      lawyerFeeCap: terms.capKind === 'lawyer',
    },
    ...{ state, amountFen, monthsOverdue, grabbedAt, acceptBy, activityBy, exclusiveUntil },
    ...{ acceptedAt, firstActivityAt, endedAt, endReason, recallReason, penaltyPoints, closeCode, closeProposedAt },
    closesAt: active ? grab.closeBy : null,
    frozenAt: active ? grab.frozenAt : null,
  });
}

@ArgsType()
export class GrabListArgs extends PageArgs {
  @IdField('case', { nullable: true, description: 'Only grabs of this case.' }) caseId?: string | null;
  @FlagField({ nullable: true, description: 'Only grabs whose proposed close waits for the creditor, or only others.' })
  closeProposed?: boolean | null;
  @WordField(GrabStateEnum, { nullable: true, description: 'Only grabs in this state.' }) state?: string | null;
}

export const GrabConnection = connectionOf('GrabConnection', GrabView);
export const GrabCaseResult = resultUnion('GrabCaseResult', GrabView, GRAB_REFUSALS);
/** The refusals of an act of the holder on its grab, besides the common ones. */
export const HOLDER_REFUSALS = [OrganisationNotVerified, CaseFrozenByPlatform] as const;

export const AcceptEntrustmentResult = resultUnion('AcceptEntrustmentResult', GrabView, HOLDER_REFUSALS);
export const ReturnGrabResult = resultUnion('ReturnGrabResult', GrabView, HOLDER_REFUSALS);
export const RecallGrabResult = resultUnion('RecallGrabResult', GrabView, [CaseFrozenByPlatform]);

/** Grabs as GraphQL and REST show them, with what people wrote at their end opened. */
@Injectable()
export class GrabViews {
  constructor(private readonly texts: SealedTexts) {}

  readonly of = (grab: Grab): GrabView =>
    grabView({ ...grab, endReason: this.texts.open(END_REASON, grab.id, grab.endReason) });
}
