import { type Fen, type Recourse, type Schema, shareOf } from '@recourse/client';
import type { Day } from './days.js';
import type { Desk, Held } from './desk.js';
import { pngDocument } from './documents.js';
import { fateOf } from './fate.js';
import type { Random } from './random.js';
import type { Sensitive } from './sensitive.js';

const REJECTED_SHARE = 0.03;
/** Debtors who pay the creditor without a word to the provider; the creditor's ERP reports it. */
const DIRECT_SHARE = 0.08;
/** Payments that go through an agency's own account; the others go to the creditor's. */
const THROUGH_AGENCY_SHARE = 0.1;
/** Cases whose debtor record is opened: enough to show it, few enough to stay below the alarm for bulk reading. */
const OPENED_RECORDS = 10;
const HOPELESS = ['untraceable', 'insolvent', 'exhausted', 'uneconomical'] as const;

/** The creditor's side of the work: its finance desk, and its ERP. */
export interface CreditorSide {
  readonly finance: Recourse;
  readonly erp: Recourse;
}

/** What a provider does on the cases it holds, and what the creditor answers. */
export class Worker {
  private payments = 0;

  constructor(
    private readonly creditor: CreditorSide,
    private readonly today: Day,
    private readonly sensitive: Sensitive,
  ) {}

  /** Works a case to its end: given back, paid in full, in part, or given up. */
  async finish(held: Held, desk: Desk, random: Random): Promise<void> {
    const { returns, skill } = desk.member.role;
    if (desk.returned < returns && random.chance(0.1)) return this.giveBack(held, desk);
    await this.begin(held, desk, random);
    let paidFen = 0n;
    let doubted = false;
    for (const amountFen of fateOf(held.amountFen, held.monthsOverdue, skill, random)) {
      if (await this.collect(held, amountFen, desk, random)) paidFen += amountFen;
      else doubted = true;
    }
    // Paid in full, the last confirmation has closed the case and freed the slot.
    if (paidFen < held.amountFen) {
      const closeCode = paidFen > 0n ? 'partially_paid' : doubted ? 'disputed' : random.pick(HOPELESS);
      await this.close(held, desk, closeCode);
    }
    desk.done('completed');
  }

  /** Accepts the entrustment and logs the first call; leaves the case open. */
  async begin(held: Held, desk: Desk, random: Random): Promise<void> {
    await desk.client.grabs.accept({ grabId: held.id });
    const note = desk.completed < OPENED_RECORDS ? await this.openRecord(held, desk) : 'Called the accounts desk.';
    const outcome = random.pick(['reached', 'promised', 'not_reached', 'refused'] as const);
    const kind = random.pick(['call', 'message', 'letter'] as const);
    await desk.client.collection.logActivity({ grabId: held.id, kind, outcome, note });
  }

  /** Proposes to close the case once everything was tried; the creditor, who read the record, consents. */
  private async close({ id: grabId }: Held, { client }: Desk, closeCode: Schema.CloseCode): Promise<void> {
    for (const kind of ['letter', 'call'] as const) {
      await client.collection.logActivity({ grabId, kind, outcome: 'not_reached', note: 'A last attempt.' });
    }
    await client.grabs.complete({ grabId, closeCode });
    await this.creditor.finance.grabs.answerClosing({ grabId, answer: 'consent' });
  }

  /** Reports a part payment and leaves it to the creditor, or to time. */
  async reportPart(held: Held, desk: Desk, random: Random): Promise<void> {
    await this.report(held, shareOf(held.amountFen, random.whole(2_000, 6_000)), desk, random);
  }

  /** The entrustment opens the debtor's data; they go into the private note, where they must stay sealed. */
  private async openRecord({ caseId }: Held, { client }: Desk): Promise<string> {
    const { idNumber, phone } = await client.cases.debtor({ caseId });
    if (!idNumber) throw new Error(`The holder of ${caseId} cannot read its debtor's number`);
    this.sensitive.note('identity number', idNumber);
    return `Called ${phone ?? 'the desk'}; identified by ${idNumber}.`;
  }

  private async giveBack(held: Held, desk: Desk): Promise<void> {
    await desk.client.grabs.return({ grabId: held.id, reason: 'The debtor moved to a region we do not serve.' });
    desk.done('returned');
  }

  /** One payment of the debtor, until the creditor has said yes or no to it. False when it said no. */
  private async collect(held: Held, amountFen: Fen, desk: Desk, random: Random): Promise<boolean> {
    const { finance } = this.creditor;
    const direct = random.chance(DIRECT_SHARE);
    const repaymentId = direct
      ? await this.reportByErp(held, amountFen, desk)
      : await this.report(held, amountFen, desk, random);
    if (!direct && random.chance(REJECTED_SHARE)) {
      await finance.repayments.reject({ repaymentId, reason: 'No such payment arrived.' });
      desk.rejected += 1;
      return false;
    }
    if (!direct) await finance.repayments.confirm({ repaymentId });
    desk.confirmed.push({ repaymentId, amountFen, reversed: false });
    return true;
  }

  private async report(held: Held, amountFen: Fen, desk: Desk, random: Random): Promise<string> {
    const { client, member } = desk;
    const facts = this.facts(held, amountFen, desk);
    const voucher = { filename: `voucher-${this.payments}.png`, purpose: 'repayment-voucher' };
    const { id: voucherFileId } = await client.files.upload(pngDocument(this.payments), voucher);
    const throughAgency = member.role.kind === 'agency' && random.chance(THROUGH_AGENCY_SHARE);
    const channel = random.pick(['bank_transfer', 'bank_transfer', 'alipay', 'wechat'] as const);
    const payee = throughAgency ? 'provider' : 'creditor';
    return (await client.repayments.report({ ...facts, channel, payee, voucherFileId })).id;
  }

  /** The creditor's own word, over REST as ERPs send it: confirmed at once. */
  private async reportByErp(held: Held, amountFen: Fen, desk: Desk): Promise<string> {
    const facts = this.facts(held, amountFen, desk);
    const body = { ...facts, channel: 'bank_transfer', payee: 'creditor' } as const;
    const options = { idempotencyKey: `erp-payment-${this.payments}` };
    return (await this.creditor.erp.rest('reportRepayment', { body }, options)).id;
  }

  /** What is said of every payment, the next number included. */
  private facts({ caseId }: Held, amountFen: Fen, desk: Desk) {
    this.payments += 1;
    desk.reported += 1;
    return { caseId, amountFen, paidOn: this.today, externalRef: `P-${this.payments}` };
  }
}
