import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type IdKind, publicId } from '../../kernel/index.js';
import { FenScalar, InstantScalar, viewOf } from '../../platform/faces/index.js';
import { RepaymentPayeeEnum } from '../settlement/index.js';
import type { LineKind } from './statement.policy.js';
import type { Statement } from './statements.service.js';

/** The public id of what a line refers to. */
export function referenceOf(kind: string, id: string): string {
  const of: IdKind = kind.startsWith('payout') ? 'payout' : kind === 'creditor_payment' ? 'transfer' : 'repayment';
  return publicId(of, id);
}

@ObjectType('StatementLine', { description: 'A movement of money in the month.' })
export class StatementLineView {
  @Field(() => ID, { description: 'The ledger entry.' }) id!: string;
  @Field(() => InstantScalar, { description: 'When it was booked.' }) occurredAt!: Date;
  @Field(() => String, {
    description:
      'commission, service_fee, either followed by _reversal or _adjustment, payout, payout_returned or creditor_payment.',
  })
  kind!: LineKind;
  @Field(() => ID, { nullable: true, description: 'The case it is about.' }) caseId!: string | null;
  @Field(() => ID, { description: 'The repayment, payout or payment it is about.' }) referenceId!: string;
  @Field(() => FenScalar, { description: 'Above zero: owed to the organisation. In fen.' }) amountFen!: bigint;
  @Field(() => FenScalar, {
    nullable: true,
    description: "The debtor's payment behind it; below zero when taken back.",
  })
  repaidFen!: bigint | null;
  @Field(() => RepaymentPayeeEnum, { nullable: true, description: "Who received the debtor's payment." })
  payee!: 'creditor' | 'provider' | null;
  @Field(() => InstantScalar, { nullable: true, description: 'From when on a commission may be paid out.' })
  billableAt!: Date | null;
}

@ObjectType('StatementTotals', { description: 'The lines of a statement summed by what they are, in fen.' })
export class StatementTotalsView {
  @Field(() => FenScalar, { description: 'Commissions, less what was taken back.' }) commissionFen!: bigint;
  @Field(() => FenScalar, { description: 'Service fees, less what was taken back.' }) serviceFeeFen!: bigint;
  @Field(() => FenScalar, { description: 'Payouts set aside, less those that came back.' }) payoutFen!: bigint;
  @Field(() => FenScalar, { description: 'Payments by the creditor.' }) paymentFen!: bigint;
}

@ObjectType('ReceivedByProvider', {
  description: "Debtors' money that went to the provider instead of the creditor, net of reversals, in fen.",
})
export class ReceivedByProviderView {
  @Field(() => FenScalar, { description: 'What debtors paid.' }) grossFen!: bigint;
  @Field(() => FenScalar, { description: 'The commission on it.' }) commissionFen!: bigint;
  @Field(() => FenScalar, { description: 'What is left for the creditor when the commission is kept.' })
  netFen!: bigint;
}

@ObjectType('Statement', { description: 'What an organisation was credited and charged in one month, China time.' })
export class StatementView {
  @Field(() => ID, { description: 'Whose statement it is.' }) organisationId!: string;
  @Field(() => String, { description: 'The month, YYYY-MM.' }) period!: string;
  @Field(() => InstantScalar, { description: 'Its first instant.' }) from!: Date;
  @Field(() => InstantScalar, { description: 'The first instant after it.' }) until!: Date;
  @Field(() => FenScalar, { description: 'What stood before. Below zero: owed by the organisation.' })
  openingFen!: bigint;
  @Field(() => [StatementLineView], { description: 'Every line, oldest first.' }) lines!: StatementLineView[];
  @Field(() => FenScalar, { description: 'The opening balance and every line.' }) closingFen!: bigint;
  @Field(() => StatementTotalsView, { description: 'The lines summed by what they are.' }) totals!: StatementTotalsView;
  @Field(() => ReceivedByProviderView, { description: "Debtors' money that went to the provider." })
  receivedByProvider!: ReceivedByProviderView;
  @Field(() => Int, { description: "The organisation's rate of value added tax, in basis points." }) vatBps!: number;
  @Field(() => FenScalar, { description: 'Value added tax contained in the commission of the month.' }) vatFen!: bigint;
  @Field(() => FenScalar, { description: 'Commission that rests at this moment and is not paid out yet.' })
  heldFen!: bigint;
}

/** A statement as both faces show it. */
export function statementView(statement: Statement): StatementView {
  const { period, from, until, openingFen, closingFen, totals, receivedByProvider, vatBps, vatFen, heldFen } =
    statement;
  return viewOf(StatementView, {
    organisationId: publicId('organisation', statement.organisationId),
    lines: statement.lines.map(lineView),
    ...{ period, from, until, openingFen, closingFen, totals, receivedByProvider, vatBps, vatFen, heldFen },
  });
}

function lineView(line: Statement['lines'][number]): StatementLineView {
  const { kind, occurredAt, amountFen, repaidFen, payee, billableAt } = line;
  return {
    id: publicId('entry', line.id),
    caseId: line.caseId && publicId('case', line.caseId),
    referenceId: referenceOf(kind, line.referenceId),
    ...{ kind, occurredAt, amountFen, repaidFen, payee, billableAt },
  };
}

@ObjectType('TaxProfile', { description: "How a provider's commission is taxed." })
export class TaxProfileView {
  @Field(() => Int, { description: 'The rate of value added tax contained in its commission, in basis points.' })
  vatBps!: number;
}
