import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { type Day, type Fen, publicId } from '../../kernel/index.js';
import {
  connectionOf,
  DayField,
  DayScalar,
  FenField,
  FenScalar,
  IdField,
  InstantScalar,
  PageArgs,
  TextField,
  viewOf,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import type { PayoutState } from './payout.lifecycle.js';
import { CreditorPaymentRecorded, MakerIsChecker, NothingToPayOut, PayoutNeedsApproval } from './payout.refusals.js';
import type { CreditorPayment, Payout } from './payout.repository.js';

export const PayoutStateEnum = wordsEnum('PayoutState', 'How far the money is on its way to the provider.', {
  due: 'The amount is set aside; the bank has no order yet.',
  sent: 'The bank has the order to pay.',
  paid: "The provider's bank received it.",
  returned: 'It was not paid; the amount is available to the provider again.',
});

@ObjectType('Payout', { description: 'A payment of earned commission to a provider.' })
export class PayoutView {
  @Field(() => ID, { description: 'The payout.' }) id!: string;
  @Field(() => ID, { description: 'The agency or law firm that is paid.' }) providerId!: string;
  @Field(() => FenScalar, { description: 'The amount, in fen.' }) amountFen!: bigint;
  @Field(() => PayoutStateEnum, { description: 'How far the money is.' }) state!: string;
  @Field(() => Boolean, { description: 'Whether a second person must approve it.' }) needsApproval!: boolean;
  @Field(() => InstantScalar, { nullable: true, description: 'When the second person approved it; null until then.' })
  approvedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "The bank's reference; null until it is sent." }) reference!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Why it came back; null unless it did.' }) returnReason!:
    | string
    | null;
  @Field(() => InstantScalar, { description: 'When it was set aside.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When the bank got the order.' }) sentAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it arrived.' }) paidAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it came back.' }) returnedAt!: Date | null;
}

/** Leaves out the persons who made and approved it: they stay in the platform's records. */
export function payoutView(payout: Payout): PayoutView {
  const { createdBy: _maker, approvedBy: _checker, ...shown } = payout;
  return viewOf(PayoutView, {
    ...shown,
    id: publicId('payout', payout.id),
    providerId: publicId('organisation', payout.providerId),
  });
}

@ObjectType('CreditorPayment', { description: 'What a creditor paid of the commissions and fees it owes.' })
export class CreditorPaymentView {
  @Field(() => ID, { description: 'The organisation that paid.' }) creditorId!: string;
  @Field(() => FenScalar, { description: 'The amount, in fen.' }) amountFen!: bigint;
  @Field(() => DayScalar, { description: 'The day it arrived.' }) receivedOn!: string;
  @Field(() => String, { description: "The bank's reference." }) reference!: string;
}

export function creditorPaymentView(payment: CreditorPayment): CreditorPaymentView {
  const { amountFen, receivedOn, reference } = payment;
  const creditorId = publicId('organisation', payment.creditorId);
  return viewOf(CreditorPaymentView, { creditorId, amountFen, receivedOn, reference });
}

@InputType({ description: 'A payment that arrived from a creditor.' })
export class RecordCreditorPaymentInput {
  @IdField('organisation', { description: 'The creditor that paid.' }) creditorId!: string;
  @FenField({ positive: true, description: 'The amount, in fen, above 0.' }) amountFen!: Fen;
  @DayField({ description: 'The day it arrived; not in the future.' }) receivedOn!: Day;
  @TextField({
    ...{ min: 1, max: 100, form: 'line' },
    description: "The bank's reference, 1 to 100 characters, once per creditor.",
  })
  reference!: string;
}

@InputType({ description: 'A payment to a provider.' })
export class CreatePayoutInput {
  @IdField('organisation', { description: 'The agency or law firm to pay.' }) providerId!: string;
  @FenField({ positive: true, nullable: true, description: 'The amount, in fen, above 0; left out: all available.' })
  amountFen?: Fen | null;
}

@ArgsType()
export class PayoutListArgs extends PageArgs {
  @WordField(PayoutStateEnum, { nullable: true, description: 'Only those in this state.' }) state?: PayoutState | null;
  @IdField('organisation', { nullable: true, description: 'Only those to this provider.' }) providerId?: string | null;
}

export const PayoutConnection = connectionOf('PayoutConnection', PayoutView);
export const CreatePayoutResult = resultUnion('CreatePayoutResult', PayoutView, [NothingToPayOut]);
export const ApprovePayoutResult = resultUnion('ApprovePayoutResult', PayoutView, [MakerIsChecker]);
export const MarkPayoutSentResult = resultUnion('MarkPayoutSentResult', PayoutView, [PayoutNeedsApproval]);
export const MarkPayoutPaidResult = resultUnion('MarkPayoutPaidResult', PayoutView);
export const MarkPayoutReturnedResult = resultUnion('MarkPayoutReturnedResult', PayoutView);
export const RecordCreditorPaymentResult = resultUnion('RecordCreditorPaymentResult', CreditorPaymentView, [
  CreditorPaymentRecorded,
]);
