import { type Case, formatYuan, type PostCaseInput, type Recourse, yuan } from '@recourse/client';
import { addDays, addMonths, type Day } from './days.js';
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
  /** What the debt of several lines came to before it was posted: what is open, and the interest on it. */
  quoted: { openFen: bigint; interestFen: bigint };
}

const PAPERS = ['contract', 'invoice', 'delivery_note'] as const;
/** Debtors of single cases, far from those of the export. */
const FIRST_DEBTOR = 8_000_001;

/** Two invoices and a credit note, 6,800,000 yuan together. */
function ofLines(dueOn: Day): Partial<PostCaseInput> {
  const line = { dueOn, invoicedOn: addDays(dueOn, -30) };
  return {
    ...{ principalFen: null, dueOn: null, invoicedOn: null },
    lines: [
      { ...line, kind: 'invoice', documentNumber: 'INV-1001', principalFen: yuan(4_000_000) },
      { ...line, kind: 'invoice', documentNumber: 'INV-1002', principalFen: yuan(3_000_000) },
      { kind: 'credit_note', documentNumber: 'CN-17', principalFen: -yuan(200_000), dueOn },
    ],
  };
}

/** Single cases that cannot be admitted at once: a very large one, one of unclear origin, one without papers. */
export class ReviewStory {
  private readonly random = new Random(77);

  constructor(
    private readonly creditor: Recourse,
    private readonly reviewer: Recourse,
    private readonly today: Day,
    private readonly sensitive: Sensitive,
  ) {}

  /** Posts them, lets the creditor hand in what is missing, and a reviewer decide the rest with what the batch left. */
  async tell(stage: Stage): Promise<Reviewed> {
    const large = this.debt(1, { ...ofLines(addMonths(this.today, -4)), evidence: [...PAPERS] });
    const quoted = await this.quote(large);
    await this.post(large);
    const unclear = await this.post(this.debt(2, { legalOrigin: 'other', evidence: [...PAPERS] }));
    const bare = await this.post(this.debt(3, {}));
    const completed = await this.completePapers(bare.id);
    return { ...(await this.decideAll(unclear.id, stage)), completed, quoted };
  }

  /** Asks what a debt comes to: posting it must come to the same. */
  private async quote(debt: PostCaseInput): Promise<Reviewed['quoted']> {
    const { verdict, outstandingFen: openFen, claim } = await this.creditor.cases.quote(debt);
    if (verdict === 'review' && claim) return { openFen, interestFen: claim.allowedFen };
    throw new Error(`${debt.externalRef} is quoted as ${verdict}, though a reviewer should decide`);
  }

  private debt(number: number, special: Partial<PostCaseInput>): PostCaseInput {
    const debtor = demoDebtor('enterprise', FIRST_DEBTOR + number, this.random);
    this.sensitive.note('identity number', debtor.idNumber);
    this.sensitive.note('phone', debtor.mobile);
    const dueOn = addMonths(this.today, -4);
    return {
      externalRef: `SINGLE-${number}`,
      category: 'commercial_receivable',
      debtorKind: 'enterprise',
      debtorName: debtor.name,
      debtorIdNumber: debtor.idNumber,
      debtorPhone: debtor.mobile,
      principalFen: yuan(42_000),
      legalOrigin: 'trade',
      dueOn,
      invoicedOn: addDays(dueOn, -30),
      ...special,
    };
  }

  private async post(debt: PostCaseInput): Promise<Case> {
    const posted = await this.creditor.cases.post(debt);
    if (posted.state === 'submitted') return posted;
    throw new Error(`A case of ${formatYuan(posted.principalFen)} CNY should wait, and is ${posted.state}`);
  }

  /** With contract and invoice the rule that stopped the case holds, so nobody needs to look at it. */
  private async completePapers(caseId: string): Promise<number> {
    for (const kind of PAPERS) {
      const file = { filename: `${kind}.pdf`, purpose: 'case-evidence' };
      const { id: fileId } = await this.creditor.files.upload(pdfDocument(`Paper: ${kind}`), file);
      const { state } = await this.creditor.cases.addEvidence({ caseId, fileId, kind });
      if (state === 'listed') return 1;
    }
    throw new Error(`Case ${caseId} has all its papers and is not listed`);
  }

  private async decideAll(refuse: string, stage: Stage): Promise<{ admitted: number; rejected: number }> {
    const decided = { admitted: 0, rejected: 0 };
    for (;;) {
      const { items } = await this.reviewer.reviews.queue().page();
      if (items.length === 0) return decided;
      stage.resize(decided.admitted + decided.rejected + items.length);
      for (const { id } of items) {
        decided[id === refuse ? 'rejected' : 'admitted'] += 1;
        await this.decide(id, id !== refuse);
        stage.step();
      }
    }
  }

  private async decide(caseId: string, admit: boolean): Promise<void> {
    const { reviews } = this.reviewer;
    await reviews.claim({ caseId });
    if (admit) await reviews.admit({ caseId, reason: 'Papers seen; the claim is plausible.' });
    else await reviews.reject({ caseId, reasonCodes: ['LEGAL_ORIGIN_UNCLEAR'] });
  }
}
