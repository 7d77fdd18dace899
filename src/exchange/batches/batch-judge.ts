import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { CaseIntake } from '../../casework/cases/index.js';
import type { Tx } from '../../platform/database/index.js';
import { ReceivableUpsert, statusFrom } from '../books/index.js';
import { reason } from '../rows/index.js';
import type { ReadRow } from './batch-contents.js';
import { BatchRowRepository } from './batch-row.repository.js';
import type { CaseBatch } from './case-batch.repository.js';
import { type DecidedRow, decided, rejected, type Spelling, unchanged, upserted } from './decided-row.js';

/** Decides the outcomes of rows by the mode of the batch, and carries them out: the caller rolls a dry run back. */
@Injectable()
export class BatchJudge {
  constructor(
    private readonly cases: CaseIntake,
    private readonly upsert: ReceivableUpsert,
    private readonly rows: BatchRowRepository,
  ) {}

  async judge(tx: Tx, batch: CaseBatch, rows: readonly ReadRow[], spell: Spelling): Promise<DecidedRow[]> {
    const clear = withoutContested(rows);
    const outcomes = await (batch.mode === 'upsert'
      ? this.follow(tx, batch, clear, spell)
      : this.admit(tx, batch, clear, spell));
    return outcomes.map((row, n) => withNote(isSample(row) ? unchanged(row) : row, rows[n]!));
  }

  /**
   * The outcomes of a chunk as they are kept after its rollback: created cases have no id, and a reference that an earlier
   * chunk would have posted is found by its row.
   */
  async asDryRun(tx: Tx, batch: CaseBatch, outcomes: readonly DecidedRow[]): Promise<DecidedRow[]> {
    const created = new Set(outcomes.filter(wasCreated).map((row) => row.caseId));
    const refs = outcomes.filter(wasCreated).flatMap((row) => row.externalRef ?? []);
    const before = await this.rows.wouldHaveCreated(tx, batch.id, refs);
    return outcomes.map((row) => {
      const repeated = wasCreated(row) && before.has(row.externalRef ?? '');
      const caseId = created.has(row.caseId) ? null : row.caseId;
      if (!repeated) return { ...row, caseId };
      const outcome = batch.mode === 'upsert' ? 'updated' : 'duplicate';
      return { ...row, caseId, outcome, reasons: [reason('REFERENCE_REPEATED', '')] };
    });
  }

  private async admit(tx: Tx, batch: CaseBatch, rows: readonly ReadRow[], spell: Spelling): Promise<DecidedRow[]> {
    const drafts = rows.flatMap((row) => (row.draft ? [row.draft] : []));
    const by = { creditorId: batch.creditorId, memberId: batch.memberId, batchId: batch.id };
    const found = drafts.length === 0 ? [] : await this.cases.admitMany(tx, by, drafts);
    let next = 0;
    return rows.map((row) => (row.draft ? decided(row, found[next++]!, spell) : rejected(row, row.reasons ?? [])));
  }

  private async follow(tx: Tx, batch: CaseBatch, rows: readonly ReadRow[], spell: Spelling): Promise<DecidedRow[]> {
    const { creditorId: organisationId, memberId, sandboxId, id: batchId } = batch;
    const by = { organisationId, memberId, sandboxId, batchId };
    const receivables = rows.map((row) => ({ ...row, status: statusFrom(row.reasons) }));
    const found = await this.upsert.apply(tx, by, receivables);
    return rows.map((row, n) => upserted(row, found[n]!, spell));
  }
}

/**
 * Rows with one reference that say different things (the instalments of one bill, two debtors, two states of one debt) can be read in
 * several ways, and none of them is taken. The same row twice is one.
 */
function withoutContested(rows: readonly ReadRow[]): ReadRow[] {
  const first = new Map<string, ReadRow>();
  const contested = new Set<string>();
  for (const row of rows) {
    if (row.externalRef === null || row.draft === undefined) continue;
    const before = first.get(row.externalRef);
    if (before === undefined) first.set(row.externalRef, row);
    else if (!isDeepStrictEqual(before.draft, row.draft)) contested.add(row.externalRef);
  }
  return rows.map((row) => {
    if (row.externalRef === null || !contested.has(row.externalRef)) return row;
    const { rowNumber, externalRef } = row;
    return { rowNumber, externalRef, reasons: [reason('REFERENCE_IN_SEVERAL_ROWS', 'externalRef')] };
  });
}

function withNote(row: DecidedRow, { hidden }: ReadRow): DecidedRow {
  return hidden ? { ...row, reasons: [...row.reasons, reason('ROW_HIDDEN', '')] } : row;
}

function wasCreated({ outcome }: DecidedRow): boolean {
  return outcome === 'admitted' || outcome === 'in_review';
}

function isSample({ reasons }: DecidedRow): boolean {
  return reasons[0]?.code === 'SKIPPED_SAMPLE_ROW';
}
