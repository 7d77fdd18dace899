import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { connectionOf, FenScalar, InstantScalar, viewOf } from '../../platform/faces/index.js';
import type { Account, Entry } from './ledger.repository.js';
import type { TrialBalance } from './ledger.service.js';

@ObjectType('AccountBalance', { description: 'The balance of an organisation in one kind of account.' })
export class AccountBalanceView {
  @Field(() => ID, { description: 'The account.' }) id!: string;
  @Field(() => String, {
    description: 'The kind: creditor_payable, provider_receivable, payout_in_transit, platform_fee or settlement_cash.',
  })
  kind!: string;
  @Field(() => FenScalar, { description: 'In fen; above zero it is owed to the organisation.' }) balanceFen!: bigint;
}

export function accountBalanceView(account: Account): AccountBalanceView {
  const { kind, balanceFen } = account;
  return viewOf(AccountBalanceView, { id: publicId('account', account.id), kind, balanceFen });
}

@ObjectType('LedgerEntry', { description: 'One amount booked on one account.' })
export class LedgerEntryView {
  @Field(() => ID, { description: 'The entry.' }) id!: string;
  @Field(() => ID, { description: 'The balanced transfer it is one side of.' }) transferId!: string;
  @Field(() => String, { description: 'The kind of account, such as provider_receivable.' }) accountKind!: string;
  @Field(() => String, { description: 'The kind of transfer, such as repayment or payout.' }) transferKind!: string;
  @Field(() => String, { description: 'The part: commission, service_fee, payout or payment.' }) part!: string;
  @Field(() => FenScalar, { description: 'In fen; above zero it is owed to the organisation.' }) amountFen!: bigint;
  @Field(() => InstantScalar, { description: 'When it was booked.' }) occurredAt!: Date;
  @Field(() => ID, { nullable: true, description: 'The case it is about; null for payouts and payments.' }) caseId!:
    | string
    | null;
}

export function ledgerEntryView(entry: Entry): LedgerEntryView {
  const { accountKind, transferKind, part, amountFen, occurredAt } = entry;
  return viewOf(LedgerEntryView, {
    ...{ accountKind, transferKind, part, amountFen, occurredAt },
    id: publicId('entry', entry.id),
    transferId: publicId('transfer', entry.transferId),
    caseId: entry.caseId && publicId('case', entry.caseId),
  });
}

@ObjectType('TrialBalanceKind', { description: 'All accounts of one kind.' })
export class TrialBalanceKindView {
  @Field(() => String, { description: 'The kind of account, such as provider_receivable.' }) kind!: string;
  @Field(() => Int, { description: 'How many accounts of this kind there are.' }) accounts!: number;
  @Field(() => FenScalar, { description: 'The sum of their balances, in fen.' }) balanceFen!: bigint;
}

@ObjectType('TrialBalance', { description: 'The sums of the whole ledger.' })
export class TrialBalanceView {
  @Field(() => [TrialBalanceKindView], { description: 'By kind of account.' }) kinds!: readonly TrialBalanceKindView[];
  @Field(() => FenScalar, { description: 'The sum of all balances, in fen; 0 in a correct ledger.' }) totalFen!: bigint;
  @Field(() => Boolean, { description: 'Whether every balance equals the sum of its entries.' }) agrees!: boolean;
}

export function trialBalanceView(balance: TrialBalance): TrialBalanceView {
  return viewOf(TrialBalanceView, balance);
}

export const LedgerEntryConnection = connectionOf('LedgerEntryConnection', LedgerEntryView);
