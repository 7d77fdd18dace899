import { Injectable } from '@nestjs/common';
import { CaseIntake } from '../../casework/cases/index.js';
import { BlindIndex } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { ReceivableUpsert, statusFrom } from '../books/index.js';
import type { ReadCase } from '../rows/index.js';
import type { CaseBatch } from './case-batch.repository.js';
import {
  type DecidedCase,
  type DecidedRow,
  decided,
  rejectedCase,
  rowsOf,
  type Spelling,
  unchanged,
} from './decided-row.js';

/** Decides the outcomes of rows by the mode of the batch, and carries them out: the caller rolls a dry run back. */
@Injectable()
export class BatchJudge {
  constructor(
    private readonly cases: CaseIntake,
    private readonly upsert: ReceivableUpsert,
    private readonly index: BlindIndex,
  ) {}

  async judge(tx: Tx, batch: CaseBatch, found: readonly ReadCase[], spell: Spelling): Promise<DecidedRow[]> {
    const cases = found.map((one) => this.withReference(batch, one));
    const outcomes = await (batch.mode === 'upsert' ? this.follow(tx, batch, cases) : this.admit(tx, batch, cases));
    const repeated = batch.mode === 'upsert' ? 'unchanged' : 'duplicate';
    const rows = cases.flatMap((one, n) => rowsOf(one, outcomes[n]!, spell, repeated));
    return rows.map((row) => (isSample(row) ? unchanged(row) : row));
  }

  /** The outcomes of a chunk as they are kept after its rollback: created cases have no id. */
  asDryRun(outcomes: readonly DecidedRow[]): DecidedRow[] {
    const created = new Set(outcomes.filter(wasCreated).map((row) => row.caseId));
    return outcomes.map((row) => (created.has(row.caseId) ? { ...row, caseId: null } : row));
  }

  /**
   * Rows grouped by debtor have a reference of their own, which is the same whenever this creditor sends rows of this debtor and
   * category: a keyed index, so that nobody reads the debtor's number from it.
   */
  private withReference({ creditorId }: CaseBatch, one: ReadCase): ReadCase {
    if (one.debtorKey === undefined) return one;
    const index = this.index.of('case_batches.debtor', `${creditorId}|${one.debtorKey}`);
    const externalRef = `DEBTOR-${index.toString('hex', 0, 10).toUpperCase()}`;
    return { ...one, externalRef, draft: one.draft && { ...one.draft, externalRef } };
  }

  private async admit(tx: Tx, batch: CaseBatch, cases: readonly ReadCase[]): Promise<DecidedCase[]> {
    const drafts = cases.flatMap((one) => (one.draft ? [one.draft] : []));
    const by = { creditorId: batch.creditorId, memberId: batch.memberId, batchId: batch.id };
    const found = drafts.length === 0 ? [] : await this.cases.admitMany(tx, by, drafts);
    let next = 0;
    return cases.map((one) => (one.draft ? decided(found[next++]!) : rejectedCase(one.reasons ?? [])));
  }

  private async follow(tx: Tx, batch: CaseBatch, cases: readonly ReadCase[]): Promise<DecidedCase[]> {
    const { creditorId: organisationId, memberId, sandboxId, id: batchId } = batch;
    const by = { organisationId, memberId, sandboxId, batchId };
    const receivables = cases.map(({ externalRef, draft, figures, reasons }) => ({
      ...{ externalRef, draft, figures, reasons: draft ? undefined : (reasons ?? []), status: statusFrom(reasons) },
    }));
    return this.upsert.apply(tx, by, receivables);
  }
}

function wasCreated({ outcome }: DecidedRow): boolean {
  return outcome === 'admitted' || outcome === 'in_review';
}

function isSample({ reasons }: DecidedRow): boolean {
  return reasons[0]?.code === 'SKIPPED_SAMPLE_ROW';
}
