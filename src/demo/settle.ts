import type { Day, Fen } from '../kernel/index.js';
import type { Member } from './actors.js';
import type { ApiClient } from './api-client.js';
import type { Confirmed, Desk } from './desk.js';
import type { Stage } from './progress.js';

const REVERSED_SHARE = 0.02;
const PAYOUT = 'Payout { id state amountFen needsApproval }';
const STATEMENT = `query ($period: String!) { statement(period: $period) {
  period openingFen closingFen heldFen lines { kind amountFen } totals { commissionFen serviceFeeFen payoutFen paymentFen }
  receivedByProvider { grossFen commissionFen netFen } } }`;

export interface Statement {
  readonly closingFen: string;
  readonly heldFen: string;
  readonly lines: readonly { kind: string; amountFen: string }[];
  readonly totals: Readonly<Record<'commissionFen' | 'serviceFeeFen' | 'payoutFen' | 'paymentFen', string>>;
}
interface Payout {
  readonly id: string;
  readonly needsApproval: boolean;
}

/** The platform's people who move money: one makes payouts, another approves large ones. */
export interface Treasury {
  readonly finance: ApiClient;
  readonly owner: ApiClient;
}

/** About 2 % of the confirmed payments turn out wrong: the bank took them back. Answers how many. */
export async function reverseSome(creditor: ApiClient, desks: readonly Desk[], stage: Stage): Promise<number> {
  const confirmed: Confirmed[] = desks.flatMap((desk) => desk.confirmed);
  const every = Math.round(1 / REVERSED_SHARE);
  const wrong = confirmed.filter((_, index) => index % every === every >> 1);
  stage.resize(wrong.length);
  for (const payment of wrong) {
    const given = {
      repaymentId: ['ID!', payment.repaymentId],
      reason: ['String!', 'The bank took the transfer back.'],
    } as const;
    await creditor.act('reverseRepayment', given, 'Repayment { id state }');
    payment.reversed = true;
    stage.step();
  }
  return wrong.length;
}

/** The statement of a month, checked: opening and lines must make the closing balance. */
export async function statementOf({ role, client }: Member, today: Day): Promise<Statement> {
  const statement = await client.ask<Statement & { openingFen: string }>(STATEMENT, { period: today.slice(0, 7) });
  const sum = statement.lines.reduce((total, line) => total + BigInt(line.amountFen), BigInt(statement.openingFen));
  if (sum !== BigInt(statement.closingFen)) throw new Error(`The statement of ${role.short} does not add up`);
  return statement;
}

/** The creditor pays what it owes for the month, and the platform's finance notes it. */
export async function payBill(creditor: Member, { finance }: Treasury, today: Day): Promise<Fen> {
  const owedFen = -BigInt((await statementOf(creditor, today)).closingFen);
  if (owedFen <= 0n) return 0n;
  const reference = `BANK-${today.replaceAll('-', '')}-1`;
  const input = { creditorId: creditor.organisationId, amountFen: String(owedFen), receivedOn: today, reference };
  const given = { input: ['RecordCreditorPaymentInput!', input] } as const;
  await finance.act('recordCreditorPayment', given, 'CreditorPayment { creditorId amountFen }');
  return owedFen;
}

/** Pays a provider everything it has earned: set aside, approved by a second person when large, sent, arrived. */
export async function payOut(member: Member, { finance, owner }: Treasury, nth: number): Promise<boolean> {
  const input = { input: ['CreatePayoutInput!', { providerId: member.organisationId }] } as const;
  const made = await finance.attempt<Payout>('createPayout', input, PAYOUT, ['NOTHING_TO_PAY_OUT']);
  if ('refused' in made) return false;
  const { id, needsApproval } = made.done;
  const payoutId = { payoutId: ['ID!', id] } as const;
  if (needsApproval) await owner.act('approvePayout', payoutId, PAYOUT);
  await finance.act('markPayoutSent', { ...payoutId, reference: ['String!', `PAY-${nth}`] }, PAYOUT);
  await finance.act('markPayoutPaid', payoutId, PAYOUT);
  return true;
}

export interface TrialBalance {
  readonly kinds: readonly { kind: string; accounts: number; balanceFen: string }[];
  readonly totalFen: string;
  readonly agrees: boolean;
}

export function trialBalance(finance: ApiClient): Promise<TrialBalance> {
  return finance.ask('query { trialBalance { kinds { kind accounts balanceFen } totalFen agrees } }');
}
