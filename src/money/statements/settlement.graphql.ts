import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type IdKind, publicId } from '../../kernel/index.js';
import { connectionOf, FenScalar, InstantScalar } from '../../platform/faces/index.js';
import type { Account, Entry, TrialBalance } from '../ledger/index.js';
import type { LineKind } from './statement.policy.js';
import type { Statement } from './statements.service.js';

/** The public id of what a line refers to. */
export function referenceOf(kind: string, id: string): string {
  const of: IdKind = kind.startsWith('payout') ? 'payout' : kind === 'creditor_payment' ? 'transfer' : 'repayment';
  return publicId(of, id);
}

export const RepaymentPayeeEnum = { creditor: 'creditor', provider: 'provider' } as const;
registerEnumType(RepaymentPayeeEnum, {
  name: 'RepaymentPayee',
  description: "Who received the debtor's money.",
  valuesMap: {
    creditor: { description: "The creditor's own account, as a rule." },
    provider: { description: 'The agency or law firm, which passes it on.' },
  },
});

@ObjectType('StatementLine', { description: 'A movement of money in the month.' })
export class StatementLineView {
  @Field(() => ID, { description: 'The ledger entry.' })
  id!: string;

  @Field(() => InstantScalar, { description: 'When it was booked.' })
  occurredAt!: Date;

  @Field(() => String, {
    description:
      'commission, service_fee, either followed by _reversal or _adjustment, payout, payout_returned or creditor_payment.',
  })
  kind!: LineKind;

  @Field(() => ID, { nullable: true, description: 'The case it is about.' })
  caseId!: string | null;

  @Field(() => ID, { description: 'The repayment, payout or payment it is about.' })
  referenceId!: string;

  @Field(() => FenScalar, { description: 'Above zero: owed to the organisation. In fen.' })
  amountFen!: bigint;

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
  @Field(() => FenScalar, { description: 'Commissions, less what was taken back.' })
  commissionFen!: bigint;

  @Field(() => FenScalar, { description: 'Service fees, less what was taken back.' })
  serviceFeeFen!: bigint;

  @Field(() => FenScalar, { description: 'Payouts set aside, less those that came back.' })
  payoutFen!: bigint;

  @Field(() => FenScalar, { description: 'Payments by the creditor.' })
  paymentFen!: bigint;
}

@ObjectType('ReceivedByProvider', {
  description: "Debtors' money that went to the provider instead of the creditor, net of reversals, in fen.",
})
export class ReceivedByProviderView {
  @Field(() => FenScalar, { description: 'What debtors paid.' })
  grossFen!: bigint;

  @Field(() => FenScalar, { description: 'The commission on it.' })
  commissionFen!: bigint;

  @Field(() => FenScalar, { description: 'What is left for the creditor when the commission is kept.' })
  netFen!: bigint;
}

@ObjectType('Statement', { description: 'What an organisation was credited and charged in one month, China time.' })
export class StatementView {
  @Field(() => ID, { description: 'Whose statement it is.' })
  organisationId!: string;

  @Field(() => String, { description: 'The month, YYYY-MM.' })
  period!: string;

  @Field(() => InstantScalar, { description: 'Its first instant.' })
  from!: Date;

  @Field(() => InstantScalar, { description: 'The first instant after it.' })
  until!: Date;

  @Field(() => FenScalar, { description: 'What stood before. Below zero: owed by the organisation.' })
  openingFen!: bigint;

  @Field(() => [StatementLineView], { description: 'Every line, oldest first.' })
  lines!: StatementLineView[];

  @Field(() => FenScalar, { description: 'The opening balance and every line.' })
  closingFen!: bigint;

  @Field(() => StatementTotalsView, { description: 'The lines summed by what they are.' })
  totals!: StatementTotalsView;

  @Field(() => ReceivedByProviderView, { description: "Debtors' money that went to the provider." })
  receivedByProvider!: ReceivedByProviderView;

  @Field(() => Int, { description: "The organisation's rate of value added tax, in basis points." })
  vatBps!: number;

  @Field(() => FenScalar, { description: 'Value added tax contained in the commission of the month.' })
  vatFen!: bigint;

  @Field(() => FenScalar, { description: 'Commission that rests at this moment and is not paid out yet.' })
  heldFen!: bigint;
}

/** A statement as both faces show it. */
export function statementView(statement: Statement): StatementView {
  const { period, from, until, openingFen, closingFen, totals, receivedByProvider, vatBps, vatFen, heldFen } =
    statement;
  return Object.assign(new StatementView(), {
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

@ObjectType('AccountBalance', { description: 'What an organisation has in one kind of account.' })
export class AccountBalanceView {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => String, {
    description: 'creditor_payable, provider_receivable, payout_in_transit, platform_fee or settlement_cash.',
  })
  kind!: string;

  @Field(() => FenScalar, { description: 'Above zero: owed to the organisation. In fen.' })
  balanceFen!: bigint;
}

export function accountBalanceView(account: Account): AccountBalanceView {
  const { kind, balanceFen } = account;
  return Object.assign(new AccountBalanceView(), { id: publicId('account', account.id), kind, balanceFen });
}

@ObjectType('LedgerEntry', { description: 'One movement of one account.' })
export class LedgerEntryView {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Field(() => ID, { description: 'The balanced transfer it is one side of.' })
  transferId!: string;

  @Field(() => String, { description: 'What the account holds, such as commission or fees.' })
  accountKind!: string;

  @Field(() => String, { description: 'What moved it: repayment, reversal, adjustment, payout and so on.' })
  transferKind!: string;

  @Field(() => String, { description: 'Which part of it: commission, service_fee, payout or payment.' })
  part!: string;

  @Field(() => FenScalar, { description: 'By how much, in fen.' })
  amountFen!: bigint;

  @Field(() => InstantScalar, { description: 'When it was booked.' })
  occurredAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The case it is about.' })
  caseId!: string | null;
}

export function ledgerEntryView(entry: Entry): LedgerEntryView {
  const { accountKind, transferKind, part, amountFen, occurredAt } = entry;
  return Object.assign(new LedgerEntryView(), {
    id: publicId('entry', entry.id),
    transferId: publicId('transfer', entry.transferId),
    accountKind,
    transferKind,
    part,
    amountFen,
    occurredAt,
    caseId: entry.caseId && publicId('case', entry.caseId),
  });
}

@ObjectType('TrialBalanceKind', { description: 'All accounts of one kind.' })
export class TrialBalanceKindView {
  @Field(() => String, { description: 'What the account holds, such as commission or fees.' })
  kind!: string;

  @Field(() => Int, { description: 'How many accounts there are.' })
  accounts!: number;

  @Field(() => FenScalar, { description: 'What stands in them all, in fen.' })
  balanceFen!: bigint;
}

@ObjectType('TrialBalance', { description: 'The sums of the whole ledger.' })
export class TrialBalanceView {
  @Field(() => [TrialBalanceKindView], { description: 'By kind of account.' })
  kinds!: TrialBalanceKindView[];

  @Field(() => FenScalar, { description: 'The sum of everything: 0 in a ledger that is in order.' })
  totalFen!: bigint;

  @Field(() => Boolean, { description: 'Whether every balance equals the sum of its entries.' })
  agrees!: boolean;
}

export function trialBalanceView(balance: TrialBalance): TrialBalanceView {
  return Object.assign(new TrialBalanceView(), balance);
}

@ObjectType('TaxProfile', { description: "How a provider's commission is taxed." })
export class TaxProfileView {
  @Field(() => Int, { description: 'The rate of value added tax contained in its commission, in basis points.' })
  vatBps!: number;
}

export const LedgerEntryConnection = connectionOf('LedgerEntryConnection', LedgerEntryView);
