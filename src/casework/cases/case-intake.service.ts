import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { CasesPosted } from '../../events/cases.events.js';
import { Clock, newId } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import {
  type AdmissionReason,
  type CaseDraft,
  CaseRules,
  type CaseSheet,
  type OfferDefaults,
  sheetOf,
} from '../admission/index.js';
import { DebtorVault, debtorOf } from '../debtors/index.js';
import { CaseAdmissionRepository, type NewCase, type PostedBy, type WrittenCase } from './case-admission.repository.js';

/** The outcome of one draft. `caseId` is set unless rejected; of a duplicate it names the earlier case. */
export interface DraftOutcome {
  outcome: 'admitted' | 'in_review' | 'duplicate' | 'rejected';
  caseId?: string;
  /** Empty for an admitted draft and a duplicate. */
  reasons: readonly AdmissionReason[];
}

/** The creditor of the drafts, and what applies to all of them. */
export interface AdmitInput {
  creditorId: string;
  memberId?: string | null;
  batchId?: string | null;
  offerDefaults?: OfferDefaults;
}

const casesPosted = new Counter({
  name: 'recourse_cases_posted_total',
  help: 'Judged drafts by outcome',
  labelNames: ['outcome'],
});

/** Few, so that a batch of such events is still a small transaction for consumers that handle every case. */
const CASES_PER_EVENT = 10;

/** Admits drafts, one or tens of thousands: judges each, writes them together, returns one outcome for each. */
@Injectable()
export class CaseIntake {
  constructor(
    private readonly rules: CaseRules,
    private readonly vault: DebtorVault,
    private readonly admissions: CaseAdmissionRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns one outcome per draft, in their order. Of drafts with the same external reference the first wins; a reference that
   * the creditor used before is a duplicate. Rejected drafts write nothing. Refuses a creditor that is not approved.
   */
  async admitMany(tx: Tx, input: AdmitInput, drafts: readonly CaseDraft[]): Promise<DraftOutcome[]> {
    const creditor = await this.rules.assertMayPost(tx, input.creditorId);
    const rules = await this.rules.now(tx);
    const sheets = drafts.map((draft) => sheetOf(draft, rules, input.offerDefaults));
    const firsts = firstOfEach(sheets);
    const fresh = [...firsts.values()].map((sheet) => this.newCase(sheet));
    const by = { creditorId: input.creditorId, batchId: input.batchId ?? null, memberId: input.memberId ?? null };
    const written = await this.admissions.insert(tx, by, fresh);
    await this.announce(tx, by, fresh, written);
    const outcomes = await this.outcomes(tx, input.creditorId, sheets, fresh, written);
    if (creditor.sandboxId === null) {
      tx.afterCommit(() => {
        for (const { outcome } of outcomes) casesPosted.inc({ outcome });
      });
    }
    return outcomes;
  }

  /** Refuses a creditor that is not approved now. */
  async assertMayPost(tx: Tx, creditorId: string): Promise<void> {
    await this.rules.assertMayPost(tx, creditorId);
  }

  private newCase(sheet: CaseSheet): NewCase {
    const id = newId(this.clock.millis());
    const debtor = this.vault.seal(id, debtorOf(sheet.draft), sheet.draft.debtorKind);
    return { id, eventId: newId(this.clock.millis()), sheet, debtor };
  }

  private async announce(tx: Tx, by: PostedBy, fresh: readonly NewCase[], written: readonly WrittenCase[]) {
    const numbers = new Map(written.map((one) => [one.id, one.number]));
    const cases = fresh.filter(({ id }) => numbers.has(id)).map((one) => postedCase(one, numbers.get(one.id)!));
    const slices = Array.from({ length: Math.ceil(cases.length / CASES_PER_EVENT) }, (_, n) =>
      cases.slice(n * CASES_PER_EVENT, (n + 1) * CASES_PER_EVENT),
    );
    const { creditorId, batchId } = by;
    const events = slices.map((slice) => this.outbox.prepare(CasesPosted, { creditorId, batchId, cases: slice }));
    await this.outbox.publishAll(tx, events);
  }

  private async outcomes(
    tx: Tx,
    creditorId: string,
    sheets: ReturnType<typeof sheetOf>[],
    fresh: readonly NewCase[],
    written: readonly WrittenCase[],
  ): Promise<DraftOutcome[]> {
    const there = new Set(written.map((one) => one.id));
    const idOf = new Map(fresh.map((one) => [one.sheet as unknown, one.id]));
    const refs = sheets.flatMap((sheet) => (sheet.verdict === 'reject' ? [] : [sheet.draft.externalRef]));
    const complete = written.length === refs.length;
    const known = complete ? new Map<string, string>() : await this.admissions.idsByExternalRef(tx, creditorId, refs);
    return sheets.map((sheet): DraftOutcome => {
      if (sheet.verdict === 'reject') return { outcome: 'rejected', reasons: sheet.reasons };
      const id = idOf.get(sheet);
      if (id === undefined || !there.has(id)) {
        return { outcome: 'duplicate', caseId: known.get(sheet.draft.externalRef)!, reasons: [] };
      }
      return { outcome: sheet.verdict === 'admit' ? 'admitted' : 'in_review', caseId: id, reasons: sheet.reasons };
    });
  }
}

function postedCase({ id, sheet }: NewCase, number: string) {
  const { category, serviceLine, outstandingFen } = sheet.draft;
  return {
    ...{ caseId: id, number, category, serviceLine, commissionBps: sheet.offer.bps, grade: sheet.grade },
    outstandingFen: outstandingFen.toString(),
    state: sheet.verdict === 'admit' ? ('listed' as const) : ('submitted' as const),
  };
}

/** The first sheet of each external reference, sorted by it, so that two batches with the same references never deadlock. */
function firstOfEach(sheets: readonly ReturnType<typeof sheetOf>[]): Map<string, CaseSheet> {
  const firsts = new Map<string, CaseSheet>();
  for (const sheet of sheets) {
    if (sheet.verdict === 'reject') continue;
    if (!firsts.has(sheet.draft.externalRef)) firsts.set(sheet.draft.externalRef, sheet);
  }
  return new Map([...firsts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
