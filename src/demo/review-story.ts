import { addDays, addMonths, type Day, yuanFromFen } from '../kernel/index.js';
import type { ApiClient } from './api-client.js';
import { demoDebtor } from './debtors.js';
import { pdfDocument } from './documents.js';
import type { Stage } from './progress.js';
import { Random } from './random.js';
import type { Sensitive } from './sensitive.js';

/** What became of the cases a person had to look at. */
export interface Reviewed {
  admitted: number;
  rejected: number;
  /** Listed by itself once its papers were there. */
  completed: number;
}

interface Posted {
  readonly id: string;
  readonly state: string;
}
const CASE = 'Case { id state reviewReasons { code } }';
/** Debtors of single cases, far from those of the export. */
const FIRST_DEBTOR = 8_000_001;

/** Single cases that cannot be admitted at once: a very large one, one of unclear origin, one without papers. */
export class ReviewStory {
  private readonly random = new Random(77);

  constructor(
    private readonly creditor: ApiClient,
    private readonly reviewer: ApiClient,
    private readonly today: Day,
    private readonly sensitive: Sensitive,
  ) {}

  /** Posts them, lets the creditor hand in what is missing, and a reviewer decide the rest with what the batch left. */
  async tell(stage: Stage): Promise<Reviewed> {
    await this.post(1, { principalFen: '680000000', evidence: ['contract', 'invoice', 'delivery_note'] });
    const unclear = await this.post(2, { legalOrigin: 'other', evidence: ['contract', 'invoice', 'delivery_note'] });
    const bare = await this.post(3, {});
    const completed = await this.completePapers(bare);
    const decided = await this.decideAll(unclear.id, stage);
    return { ...decided, completed };
  }

  private async post(number: number, special: Record<string, unknown>): Promise<Posted> {
    const debtor = demoDebtor('enterprise', FIRST_DEBTOR + number, this.random);
    this.sensitive.note('identity number', debtor.idNumber);
    this.sensitive.note('phone', debtor.mobile);
    const input = {
      externalRef: `SINGLE-${number}`,
      category: 'commercial_receivable',
      debtorKind: 'enterprise',
      debtorName: debtor.name,
      debtorIdNumber: debtor.idNumber,
      debtorPhone: debtor.mobile,
      principalFen: '4200000',
      legalOrigin: 'trade',
      dueOn: addMonths(this.today, -4),
      invoicedOn: addDays(addMonths(this.today, -4), -30),
      ...special,
    };
    const posted = await this.creditor.act<Posted>('postCase', { input: ['PostCaseInput!', input] }, CASE);
    if (posted.state !== 'submitted') {
      throw new Error(
        `A case of ${yuanFromFen(BigInt(input.principalFen))} CNY should wait: ${JSON.stringify(posted)}`,
      );
    }
    return posted;
  }

  /** With contract and invoice the rule that stopped the case holds, so nobody needs to look at it. */
  private async completePapers({ id }: Posted): Promise<number> {
    let state = '';
    for (const kind of ['contract', 'invoice', 'delivery_note']) {
      const fileId = await this.creditor.upload(pdfDocument(`Paper: ${kind}`), `${kind}.pdf`, 'case-evidence');
      const given = { caseId: ['ID!', id], fileId: ['ID!', fileId], kind: ['EvidenceKind!', kind] } as const;
      state = (await this.creditor.act<Posted>('addEvidence', given, CASE)).state;
      if (state === 'listed') return 1;
    }
    throw new Error(`Case ${id} has all its papers and is ${state}`);
  }

  private async decideAll(refuse: string, stage: Stage): Promise<{ admitted: number; rejected: number }> {
    const decided = { admitted: 0, rejected: 0 };
    for (;;) {
      const query = 'query { reviewQueue(first: 50) { nodes { id reviewReasons { code } } } }';
      const { nodes } = await this.reviewer.ask<{ nodes: { id: string }[] }>(query);
      if (nodes.length === 0) return decided;
      stage.resize(decided.admitted + decided.rejected + nodes.length);
      for (const { id } of nodes) {
        decided[id === refuse ? 'rejected' : 'admitted'] += 1;
        await this.decide(id, id !== refuse);
        stage.step();
      }
    }
  }

  private async decide(id: string, admit: boolean): Promise<void> {
    const caseId = { caseId: ['ID!', id] } as const;
    await this.reviewer.act('claimCaseReview', caseId, CASE);
    if (admit) {
      const reason = 'Papers seen; the claim is plausible.';
      await this.reviewer.act('admitCase', { ...caseId, reason: ['String!', reason] }, CASE);
      return;
    }
    const reasons = { reasonCodes: ['[String!]!', ['LEGAL_ORIGIN_UNCLEAR']] } as const;
    await this.reviewer.act('rejectCase', { ...caseId, ...reasons }, CASE);
  }
}
