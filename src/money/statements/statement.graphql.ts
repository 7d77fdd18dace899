import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type IdKind, publicId } from '../../kernel/index.js';
import { FenScalar, InstantScalar, viewOf } from '../../platform/faces/index.js';
import { RepaymentPayeeEnum } from '../settlement/index.js';
import type { LineKind } from './statement.policy.js';
import type { LabelledStatement } from './statement-labels.js';

/** The public id of the repayment, payout or transfer behind a line. */
export function referenceOf(kind: string, id: string): string {
  const of: IdKind = kind.startsWith('payout') ? 'payout' : kind === 'creditor_payment' ? 'transfer' : 'repayment';
  return publicId(of, id);
}

@ObjectType('StatementLine', { description: 'One ledger entry of the month.' })
export class StatementLineView {
  @Field(() => ID, { description: 'The ledger entry.' }) id!: string;
  @Field(() => InstantScalar, { description: 'When it was booked.' }) occurredAt!: Date;
  @Field(() => String, {
    description:
      'commission, service_fee, either followed by _reversal or _adjustment, payout, payout_returned or creditor_payment.',
  })
  kind!: LineKind;
  @Field(() => ID, { nullable: true, description: 'The case it is about; null for payouts and payments.' }) caseId!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'The number of the case; null for payouts and payments.' })
  caseNumber!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The creditor's own reference of the case, on its own statement; null elsewhere.",
  })
  externalRef!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The name of the other party of the repayment; null without a repayment.',
  })
  counterpartyName!: string | null;
  @Field(() => ID, { description: 'The repayment, payout or payment it is about.' }) referenceId!: string;
  @Field(() => FenScalar, { description: 'In fen; above zero it is owed to the organisation.' }) amountFen!: bigint;
  @Field(() => FenScalar, { nullable: true, description: 'Its repayment, in fen; below zero in a reversal, or null.' })
  repaidFen!: bigint | null;
  @Field(() => RepaymentPayeeEnum, {
    nullable: true,
    description: "The party that received the debtor's payment; null without a repayment.",
  })
  payee!: 'creditor' | 'provider' | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When its hold ends; null without a repayment.' })
  billableAt!: Date | null;
}

@ObjectType('StatementTotals', { description: 'The sums of the lines of a statement, by kind.' })
export class StatementTotalsView {
  @Field(() => FenScalar, { description: 'Commissions, less reversals, in fen.' }) commissionFen!: bigint;
  @Field(() => FenScalar, { description: 'Service fees, less reversals, in fen.' }) serviceFeeFen!: bigint;
  @Field(() => FenScalar, { description: 'Payouts set aside, less those that came back, in fen.' }) payoutFen!: bigint;
  @Field(() => FenScalar, { description: 'Payments by the creditor, in fen.' }) paymentFen!: bigint;
}

@ObjectType('ReceivedByProvider', { description: "Debtors' money that the provider received, net of reversals." })
export class ReceivedByProviderView {
  @Field(() => FenScalar, { description: 'What debtors paid, in fen.' }) grossFen!: bigint;
  @Field(() => FenScalar, { description: 'The commission on it, in fen.' }) commissionFen!: bigint;
  @Field(() => FenScalar, { description: 'What remains for the creditor when the commission is kept, in fen.' })
  netFen!: bigint;
}

@ObjectType('Statement', { description: 'What an organisation was credited and charged in one month, China time.' })
export class StatementView {
  @Field(() => ID, { description: 'The organisation whose statement it is.' }) organisationId!: string;
  @Field(() => String, { description: 'The month of China time, YYYY-MM.' }) period!: string;
  @Field(() => InstantScalar, { description: 'The first instant of the month.' }) from!: Date;
  @Field(() => InstantScalar, { description: 'The first instant after the month.' }) until!: Date;
  @Field(() => FenScalar, { description: 'The balance before, in fen; negative when it owes.' }) openingFen!: bigint;
  @Field(() => [StatementLineView], { description: 'Every line, oldest first.' }) lines!: StatementLineView[];
  @Field(() => FenScalar, { description: 'The balance after the last line, in fen.' }) closingFen!: bigint;
  @Field(() => StatementTotalsView, { description: 'The sums of the lines, by kind.' }) totals!: StatementTotalsView;
  @Field(() => ReceivedByProviderView, { description: "Debtors' money that the provider received." })
  receivedByProvider!: ReceivedByProviderView;
  @Field(() => Int, { description: "The organisation's rate of value added tax, in basis points." }) vatBps!: number;
  @Field(() => FenScalar, { description: 'Value added tax in the commission of the month, in fen.' }) vatFen!: bigint;
  @Field(() => FenScalar, { description: 'Commission that is on hold now, in fen.' }) heldFen!: bigint;
}

/** A statement as GraphQL and REST show it. */
export function statementView(statement: LabelledStatement): StatementView {
  const organisationId = publicId('organisation', statement.organisationId);
  return viewOf(StatementView, { ...statement, organisationId, lines: statement.lines.map(lineView) });
}

function lineView({ creditorId: _, providerId: __, ...line }: LabelledStatement['lines'][number]): StatementLineView {
  const caseId = line.caseId && publicId('case', line.caseId);
  return { ...line, id: publicId('entry', line.id), caseId, referenceId: referenceOf(line.kind, line.referenceId) };
}

@ObjectType('TaxProfile', { description: "How a provider's commission is taxed." })
export class TaxProfileView {
  @Field(() => Int, { description: 'Value added tax contained in its commission, in basis points.' }) vatBps!: number;
}
