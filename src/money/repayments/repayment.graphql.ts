import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { type Day, type Fen, publicId } from '../../kernel/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import {
  connectionOf,
  DayField,
  DayScalar,
  FenField,
  FenScalar,
  FlagField,
  IdField,
  InstantField,
  InstantScalar,
  Nested,
  PageArgs,
  TextField,
  viewOf,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { RepaymentPayeeEnum } from '../settlement/index.js';
import { type Channel } from './repayment.entity.js';
import { type RepaymentState } from './repayment.lifecycle.js';
import { REPORT_REFUSALS } from './repayment.refusals.js';
import type { SettledRepaymentDetail } from './repayments.service.js';

export const RepaymentStateEnum = wordsEnum('RepaymentState', 'Whether a payment of the debtor counts yet.', {
  reported: 'The holder or the creditor reported it; it waits for a decision.',
  confirmed: 'Confirmed; its commission is settled.',
  rejected: 'The creditor received no such payment.',
  reversed: 'It was wrong; all its bookings were reversed.',
});

export const RepaymentChannelEnum = wordsEnum('RepaymentChannel', 'How the debtor paid.', {
  bank_transfer: 'By bank transfer.',
  cash: 'In cash.',
  alipay: 'With Alipay (支付宝).',
  wechat: 'With WeChat Pay (微信支付).',
  other: 'In another way, such as a bill or goods.',
});

@ObjectType('BooksArithmetic', { description: "How a repayment follows from the paid figure of the creditor's books." })
export class BooksArithmeticView {
  @Field(() => FenScalar, { description: 'Paid before: shown by the books or on record here, in fen.' })
  paidBeforeFen!: bigint;
  @Field(() => FenScalar, { description: 'Paid now by the books, in fen.' }) paidNowFen!: bigint;
  @Field(() => FenScalar, { description: 'The difference, in fen: the amount of the repayment, unless less was open.' })
  differenceFen!: bigint;
}

@ObjectType('Repayment', { description: 'Money the debtor paid on a case.' })
export class RepaymentView {
  @Field(() => ID, { description: 'The repayment.' }) id!: string;
  @Field(() => ID, { description: 'The case it was paid on.' }) caseId!: string;
  @Field(() => ID, { description: 'The grab it counts for.' }) grabId!: string;
  @Field(() => ID, { description: 'The creditor of the case.' }) creditorId!: string;
  @Field(() => ID, { description: 'The provider that earns the commission on it.' }) providerId!: string;
  @Field(() => FenScalar, { description: 'What the debtor paid, in fen.' }) amountFen!: bigint;
  @Field(() => DayScalar, { description: 'The day the debtor paid.' }) paidOn!: string;
  @Field(() => RepaymentChannelEnum, { description: 'How the debtor paid.' }) channel!: string;
  @Field(() => RepaymentPayeeEnum, { description: 'The party that received the money.' }) payee!: string;
  @Field(() => RepaymentStateEnum, { description: 'Whether it counts yet.' }) state!: string;
  @Field(() => ID, { description: 'The organisation that reported it.' }) reporterId!: string;
  @Field(() => String, { nullable: true, description: "The reporter's own number of the payment; null without one." })
  externalRef!: string | null;
  @Field(() => ID, { nullable: true, description: 'The proof of payment; null when there is none.' }) voucherFileId!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Why it is not the same payment as an earlier report; or null.' })
  @FieldAccess({ scope: 'debtors:read' })
  notDuplicateBecause!: string | null;
  @Field(() => BooksArithmeticView, {
    nullable: true,
    description: "How the creditor's books led to it; null for a report that a party made.",
  })
  books!: BooksArithmeticView | null;
  @Field(() => FenScalar, { nullable: true, description: 'The commission on it, in fen; null until confirmed.' })
  commissionFen!: bigint | null;
  @Field(() => FenScalar, {
    nullable: true,
    description: "The platform's fee booked on it, in fen; null before it is confirmed and for a provider.",
  })
  serviceFeeFen!: bigint | null;
  @Field(() => InstantScalar, { description: 'When it was reported.' }) reportedAt!: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When time confirms it unless it is disputed; null when time does not confirm it.',
  })
  autoConfirmAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was disputed.' }) disputedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why the creditor disputed it.' })
  @FieldAccess({ scope: 'debtors:read' })
  disputeReason!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was confirmed.' }) confirmedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'By creditor_report, creditor, platform or time.' })
  confirmedHow!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was rejected.' }) rejectedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  @FieldAccess({ scope: 'debtors:read' })
  rejectReason!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was reversed.' }) reversedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was reversed.' })
  @FieldAccess({ scope: 'debtors:read' })
  reverseReason!: string | null;
}

/** A repayment as GraphQL and REST show it. */
export function repaymentView(found: SettledRepaymentDetail): RepaymentView {
  const { booksPaidBeforeFen, booksPaidNowFen, ...repayment } = found;
  return viewOf(RepaymentView, {
    ...repayment,
    id: publicId('repayment', repayment.id),
    caseId: publicId('case', repayment.caseId),
    grabId: publicId('grab', repayment.grabId),
    creditorId: publicId('organisation', repayment.creditorId),
    providerId: publicId('organisation', repayment.providerId),
    reporterId: publicId('organisation', repayment.reporterId),
    voucherFileId: repayment.voucherFileId && publicId('file', repayment.voucherFileId),
    books: arithmeticOf(booksPaidBeforeFen, booksPaidNowFen),
  });
}

function arithmeticOf(paidBeforeFen: Fen | null, paidNowFen: Fen | null): BooksArithmeticView | null {
  if (paidBeforeFen === null || paidNowFen === null) return null;
  return viewOf(BooksArithmeticView, { paidBeforeFen, paidNowFen, differenceFen: paidNowFen - paidBeforeFen });
}

@InputType({ description: 'A report of a payment.' })
export class ReportRepaymentInput {
  @IdField('case', { description: 'The case it was paid on.' }) caseId!: string;
  @FenField({ positive: true, description: 'What the debtor paid, in fen, above 0.' }) amountFen!: Fen;
  @DayField({ description: 'The day the debtor paid; not in the future.' }) paidOn!: Day;
  @WordField(RepaymentChannelEnum, { description: 'How the debtor paid.' }) channel!: Channel;
  @WordField(RepaymentPayeeEnum, { description: 'The party that received the money.' }) payee!: 'creditor' | 'provider';
  @IdField('file', { nullable: true, description: 'The proof; required of a provider.' }) voucherFileId?: string | null;
  @TextField({
    ...{ nullable: true, min: 1, max: 100, form: 'line' },
    description: 'Your own number of the payment, 1 to 100 characters; unique for each case.',
  })
  externalRef?: string | null;
  @TextField({
    ...{ nullable: true, min: 1, max: 500 },
    description: 'Why it is not the same payment as an earlier report with its day and amount, or with its voucher.',
  })
  notDuplicateBecause?: string | null;
}

@InputType({ description: 'Which repayments to list.' })
export class RepaymentFilterInput {
  @IdField('case', { nullable: true, description: 'Only those on this case.' }) caseId?: string | null;
  @WordField(RepaymentStateEnum, { nullable: true, description: 'Only in this state.' }) state?: RepaymentState | null;
  @FlagField({
    nullable: true,
    description: 'Only those the creditor disputed, or did not; `reported` ones still wait.',
  })
  disputed?: boolean | null;
  @InstantField({ nullable: true, description: 'Only those reported before this instant.' })
  reportedBefore?: Date | null;
  @IdField('organisation', { nullable: true, description: 'Only those that count for this provider.' })
  providerId?: string | null;
  @IdField('organisation', { nullable: true, description: 'Only those on cases of this creditor.' })
  creditorId?: string | null;
}

@ArgsType()
export class RepaymentListArgs extends PageArgs {
  @Nested(() => RepaymentFilterInput, { nullable: true, description: 'Which repayments; left out: all.' })
  filter?: RepaymentFilterInput | null;
}

export const RepaymentConnection = connectionOf('RepaymentConnection', RepaymentView);
export const ReportRepaymentResult = resultUnion('ReportRepaymentResult', RepaymentView, REPORT_REFUSALS);
export const ConfirmRepaymentResult = resultUnion('ConfirmRepaymentResult', RepaymentView);
export const RejectRepaymentResult = resultUnion('RejectRepaymentResult', RepaymentView);
export const DisputeRepaymentResult = resultUnion('DisputeRepaymentResult', RepaymentView);
export const ReverseRepaymentResult = resultUnion('ReverseRepaymentResult', RepaymentView);
