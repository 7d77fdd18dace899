import { type Day, type Fen, shareOf } from '../kernel/index.js';
import type { ApiClient } from './api-client.js';
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
const REPAYMENT = 'Repayment { id state amountFen commissionFen }';

interface Repayment {
  readonly id: string;
  readonly state: string;
}

/** The creditor's side of the work: its finance desk, and its ERP. */
export interface CreditorSide {
  readonly finance: ApiClient;
  readonly erp: ApiClient;
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
  async finish(held: Held, desk: Desk, client: ApiClient, random: Random): Promise<void> {
    if (desk.returned < desk.member.role.returns && random.chance(0.1)) return this.giveBack(held, desk, client);
    await this.begin(held, desk, client, random);
    const { skill } = desk.member.role;
    let paidFen = 0n;
    let doubted = false;
    for (const amountFen of fateOf(held.amountFen, held.monthsOverdue, skill, random)) {
      if (await this.collect(held, amountFen, desk, client, random)) paidFen += amountFen;
      else doubted = true;
    }
    // Paid in full, the last confirmation has closed the case and freed the slot.
    if (paidFen < held.amountFen) await this.close(held, paidFen, doubted, client, random);
    desk.done('completed');
  }

  /** Accepts the entrustment and logs the first call; leaves the case open. */
  async begin(held: Held, desk: Desk, client: ApiClient, random: Random): Promise<void> {
    await client.act('acceptEntrustment', { grabId: ['ID!', held.grabId] }, 'Grab { id acceptedAt }');
    const note = desk.completed < OPENED_RECORDS ? await this.openRecord(held, client) : 'Called the accounts desk.';
    const outcome = random.pick(['reached', 'promised', 'not_reached', 'refused']);
    const input = { grabId: held.grabId, kind: random.pick(['call', 'message', 'letter']), outcome, note };
    await client.act('logActivity', { input: ['LogActivityInput!', input] }, 'Activity { id }');
  }

  /** Reports a part payment and leaves it to the creditor, or to time. */
  async reportPart(held: Held, desk: Desk, client: ApiClient, random: Random): Promise<Repayment> {
    return this.report(held, shareOf(held.amountFen, random.whole(2_000, 6_000)), desk, client, random);
  }

  /** The entrustment opens the debtor's data; they go into the private note, where they must stay sealed. */
  private async openRecord({ caseId }: Held, client: ApiClient): Promise<string> {
    const query = `query ($id: ID!) { caseDebtor(caseId: $id) {
      __typename ... on Debtor { name idNumber phone } ... on Refusal { code message } } }`;
    const debtor = await client.ask<{ idNumber?: string; phone?: string }>(query, { id: caseId });
    if (!debtor.idNumber) throw new Error(`The holder of ${caseId} cannot read its debtor: ${JSON.stringify(debtor)}`);
    this.sensitive.note('identity number', debtor.idNumber);
    return `Called ${debtor.phone ?? 'the desk'}; identified by ${debtor.idNumber}.`;
  }

  private async giveBack({ grabId }: Held, desk: Desk, client: ApiClient): Promise<void> {
    const reason = 'The debtor moved to a region we do not serve.';
    await client.act('returnGrab', { grabId: ['ID!', grabId], reason: ['String!', reason] }, 'Grab { id state }');
    desk.done('returned');
  }

  /** One payment of the debtor, until the creditor has said yes or no to it. False when it said no. */
  private async collect(held: Held, amountFen: Fen, desk: Desk, client: ApiClient, random: Random): Promise<boolean> {
    const direct = random.chance(DIRECT_SHARE);
    const { id } = direct
      ? await this.reportByErp(held, amountFen, desk)
      : await this.report(held, amountFen, desk, client, random);
    if (!direct && random.chance(REJECTED_SHARE)) {
      const given = { repaymentId: ['ID!', id], reason: ['String!', 'No such payment arrived.'] } as const;
      await this.creditor.finance.act('rejectRepayment', given, REPAYMENT);
      desk.rejected += 1;
      return false;
    }
    if (!direct) await this.creditor.finance.act('confirmRepayment', { repaymentId: ['ID!', id] }, REPAYMENT);
    desk.confirmed.push({ repaymentId: id, amountFen, reversed: false });
    return true;
  }

  private async report(held: Held, amountFen: Fen, desk: Desk, client: ApiClient, random: Random): Promise<Repayment> {
    const payment = this.next();
    const voucherFileId = await client.upload(pngDocument(payment), `voucher-${payment}.png`, 'repayment-voucher');
    const throughAgency = desk.member.role.kind === 'agency' && random.chance(THROUGH_AGENCY_SHARE);
    const input = {
      ...this.facts(held, amountFen, payment),
      channel: random.pick(['bank_transfer', 'bank_transfer', 'alipay', 'wechat']),
      payee: throughAgency ? 'provider' : 'creditor',
      voucherFileId,
    };
    desk.reported += 1;
    return client.act<Repayment>('reportRepayment', { input: ['ReportRepaymentInput!', input] }, REPAYMENT);
  }

  /** The creditor's own word: confirmed at once. */
  private async reportByErp(held: Held, amountFen: Fen, desk: Desk): Promise<Repayment> {
    const payment = this.next();
    const input = { ...this.facts(held, amountFen, payment), channel: 'bank_transfer', payee: 'creditor' };
    desk.reported += 1;
    return this.creditor.erp.rest<Repayment>('POST', '/v1/repayments', input, `erp-payment-${payment}`);
  }

  private facts({ caseId }: Held, amountFen: Fen, payment: number) {
    return { caseId, amountFen: String(amountFen), paidOn: this.today, externalRef: `P-${payment}` };
  }

  private async close(held: Held, paidFen: Fen, doubted: boolean, client: ApiClient, random: Random): Promise<void> {
    const closeCode = paidFen > 0n ? 'partially_paid' : doubted ? 'disputed' : random.pick(HOPELESS);
    const given = { grabId: ['ID!', held.grabId], closeCode: ['CloseCode!', closeCode] } as const;
    await client.act('completeGrab', given, 'Grab { id state }');
  }

  private next(): number {
    this.payments += 1;
    return this.payments;
  }
}
