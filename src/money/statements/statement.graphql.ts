import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type IdKind, publicId } from '../../kernel/index.js';
import {
  DayScalar,
  deprecationWords,
  FenScalar,
  InstantScalar,
  viewOf,
  wordsEnum,
} from '../../platform/faces/index.js';
import { RepaymentPayeeEnum } from '../settlement/index.js';
import type { LineKind } from './statement.policy.js';
import type { LabelledStatement } from './statement-labels.js';
import type { RatedProfile } from './tax-profiles.service.js';
import { TAX_PROFILE, type VatMissing } from './vat.policy.js';

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

export const TaxProfileKindEnum = wordsEnum(
  'TaxProfileKind',
  'How a provider is taxed, as it states it.',
  TAX_PROFILE.meanings,
);
export const VatMissingEnum = wordsEnum<VatMissing>('VatMissing', 'Why there is no figure of value added tax.', {
  profile_not_stated: 'The tax profile was not stated for the day.',
  rate_not_set: 'No rate is set for the profile on the day: the law that set the last one has ended.',
});

@ObjectType('StatementVat', {
  description:
    "A part of a provider's commission of the month, taken apart by the tax profile in force when it was booked.",
})
export class StatementVatView {
  @Field(() => TaxProfileKindEnum, { nullable: true, description: 'The tax profile; null when none was stated.' })
  profile!: string | null;
  @Field(() => Int, { nullable: true, description: 'Its rate in basis points; null when it is missing.' })
  rateBps!: number | null;
  @Field(() => FenScalar, { description: 'The commission, tax included, in fen; below zero after a clawback.' })
  priceFen!: bigint;
  @Field(() => FenScalar, {
    nullable: true,
    description:
      'The commission without the tax, in fen: price ÷ (1 + rate), rounded half up; null when the rate is missing.',
  })
  salesFen!: bigint | null;
  @Field(() => FenScalar, { nullable: true, description: 'The tax: the rest, in fen; null when the rate is missing.' })
  vatFen!: bigint | null;
  @Field(() => VatMissingEnum, { nullable: true, description: 'Why figures are missing; null when none is.' })
  missing!: string | null;
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
  @Field(() => [StatementVatView], {
    description: "Value added tax in a provider's commission of the month, by profile and rate; empty for others.",
  })
  vat!: StatementVatView[];
  @Field(() => VatMissingEnum, {
    nullable: true,
    description:
      'Set while a provider has not stated its tax profile, or a rate is missing: its figures of tax wait for it.',
  })
  vatMissing!: string | null;
  @Field(() => Int, {
    description: 'The last rate of value added tax in basis points; 0 also when none is known: see `vatMissing`.',
    deprecationReason: deprecationWords({ since: '2026-12-01', sunset: '2027-06-30', use: 'vat' }),
  })
  vatBps!: number;
  @Field(() => FenScalar, {
    description: 'The sum of the known figures of value added tax, in fen.',
    deprecationReason: deprecationWords({ since: '2026-12-01', sunset: '2027-06-30', use: 'vat' }),
  })
  vatFen!: bigint;
  @Field(() => FenScalar, { description: 'Commission that is on hold now, in fen.' }) heldFen!: bigint;
}

/** A statement as GraphQL and REST show it. */
export function statementView(statement: LabelledStatement): StatementView {
  const organisationId = publicId('organisation', statement.organisationId);
  const { vat, ...rest } = statement;
  const tax = { vat: vat?.parts.map((part) => viewOf(StatementVatView, part)) ?? [], vatMissing: vat?.missing ?? null };
  return viewOf(StatementView, { ...rest, ...tax, organisationId, lines: statement.lines.map(lineView) });
}

function lineView({
  creditorId: _,
  providerId: __,
  bookedOn: ___,
  ...line
}: LabelledStatement['lines'][number]): StatementLineView {
  const caseId = line.caseId && publicId('case', line.caseId);
  return { ...line, id: publicId('entry', line.id), caseId, referenceId: referenceOf(line.kind, line.referenceId) };
}

@ObjectType('TaxProfile', { description: "How a provider's commission is taxed, from a day on." })
export class TaxProfileView {
  @Field(() => TaxProfileKindEnum, { description: 'The tax profile, as the provider stated it.' }) profile!: string;
  @Field(() => DayScalar, { description: 'The first day on which it counts.' }) from!: string;
  @Field(() => Int, { nullable: true, description: 'Its rate on that day in basis points; null when none is set.' })
  rateBps!: number | null;
  @Field(() => InstantScalar, { description: 'When it was stated.' }) statedAt!: Date;
  @Field(() => Int, {
    description: 'Value added tax contained in its commission, in basis points; 0 also when no rate is set.',
    deprecationReason: deprecationWords({ since: '2026-12-01', sunset: '2027-06-30', use: 'rateBps' }),
  })
  vatBps!: number;
}

export function taxProfileView({ profile, fromOn: from, rateBps, statedAt }: RatedProfile): TaxProfileView {
  return viewOf(TaxProfileView, { profile, from, rateBps, statedAt, vatBps: rateBps ?? 0 });
}
