import { type Fen, isRefusal, type Recourse } from '@recourse/client';
import type { Member } from './actors.js';
import type { Day } from './days.js';
import type { Desk } from './desk.js';
import type { Stage } from './progress.js';

const REVERSED_SHARE = 0.02;

export type Statement = Awaited<ReturnType<Recourse['settlement']['statement']>>;
export type TrialBalance = Awaited<ReturnType<Recourse['settlement']['trialBalance']>>;

/** The platform's people who move money: one makes payouts, another approves large ones. */
export interface Treasury {
  readonly finance: Recourse;
  readonly owner: Recourse;
}

/** About 2 % of the confirmed payments turn out wrong: the bank took them back. Answers how many. */
export async function reverseSome(creditor: Recourse, desks: readonly Desk[], stage: Stage): Promise<number> {
  const every = Math.round(1 / REVERSED_SHARE);
  const wrong = desks.flatMap((desk) => desk.confirmed).filter((_, index) => index % every === every >> 1);
  stage.resize(wrong.length);
  for (const payment of wrong) {
    const { repaymentId } = payment;
    await creditor.repayments.reverse({ repaymentId, reason: 'The bank took the transfer back.' });
    payment.reversed = true;
    stage.step();
  }
  return wrong.length;
}

/** The statement of a month, checked: opening and lines must make the closing balance. */
export async function statementOf({ role, client }: Member, today: Day): Promise<Statement> {
  const statement = await client.settlement.statement({ period: today.slice(0, 7) });
  const sum = statement.lines.reduce((total, line) => total + line.amountFen, statement.openingFen);
  if (sum !== statement.closingFen) throw new Error(`The statement of ${role.short} does not add up`);
  return statement;
}

/** The creditor pays what it owes for the month, and the platform's finance notes it. */
export async function payBill(creditor: Member, { finance }: Treasury, today: Day): Promise<Fen> {
  const amountFen = -(await statementOf(creditor, today)).closingFen;
  if (amountFen <= 0n) return 0n;
  const reference = `BANK-${today.replaceAll('-', '')}-1`;
  const creditorId = creditor.organisationId;
  await finance.settlement.recordCreditorPayment({ creditorId, amountFen, receivedOn: today, reference });
  return amountFen;
}

/** Pays a provider everything it has earned: set aside, approved by a second person when large, sent, arrived. */
export async function payOut(member: Member, { finance, owner }: Treasury, nth: number): Promise<boolean> {
  try {
    const { id: payoutId, needsApproval } = await finance.payouts.create({ providerId: member.organisationId });
    if (needsApproval) await owner.payouts.approve({ payoutId });
    await finance.payouts.markSent({ payoutId, reference: `PAY-${nth}` });
    await finance.payouts.markPaid({ payoutId });
    return true;
  } catch (error) {
    if (isRefusal(error, 'NOTHING_TO_PAY_OUT')) return false;
    throw error;
  }
}
