import { Injectable } from '@nestjs/common';
import { type KnownReceivable, Receivables } from '../../casework/cases/index.js';
import { DebtorVault } from '../../casework/debtors/index.js';
import { normaliseCreditCode } from '../../kernel/index.js';
import { RepaymentBooks } from '../../money/repayments/index.js';
import type { Tx } from '../../platform/database/index.js';
import { type RowReason, reason } from '../rows/index.js';
import { CaseRevisionRepository } from './case-revision.repository.js';
import type { Pending } from './receivable.policy.js';
import { type ReadableReceivable, sourceText } from './receivable-step.js';

/** A receivable posted before, with all that is on record about its money. */
export type RecordedReceivable = KnownReceivable & Pending;

/** Reads what is on record about receivables, and tells whether a document is about the one that has its reference. */
@Injectable()
export class ReceivableRecords {
  constructor(
    private readonly receivables: Receivables,
    private readonly repayments: RepaymentBooks,
    private readonly revisions: CaseRevisionRepository,
    private readonly vault: DebtorVault,
  ) {}

  /** By reference, without a lock. */
  async read(tx: Tx, creditorId: string, refs: readonly string[]): Promise<Map<string, RecordedReceivable>> {
    return this.completed(tx, await this.receivables.known(tx, creditorId, refs));
  }

  /** Like `read`, and locks the cases in id order first, so that what waits on them cannot change. */
  async lock(tx: Tx, creditorId: string, refs: readonly string[]): Promise<Map<string, RecordedReceivable>> {
    if (refs.length === 0) return new Map();
    return this.completed(tx, await this.receivables.lock(tx, creditorId, refs));
  }

  /** Why a document is not about the case that has its reference: another debtor's, or another document of the books. */
  strangeTo(one: ReadableReceivable, known: KnownReceivable, moving: boolean): RowReason | undefined {
    if (!this.isOfDebtor(one, known)) return reason('REFERENCE_OF_ANOTHER_DEBTOR', 'externalRef');
    const followed = known.booksSource;
    if (followed === null || (one.source && sourceText(one.source) === followed)) return undefined;
    return one.source || moving ? reason('REFERENCE_OF_ANOTHER_DOCUMENT', 'externalRef') : undefined;
  }

  private isOfDebtor({ draft, debtorIdNumber }: ReadableReceivable, known: KnownReceivable): boolean {
    if (draft) return this.vault.isDebtorOf(draft, known);
    const index = debtorIdNumber ? this.vault.idIndexOf(normaliseCreditCode(debtorIdNumber) || null) : null;
    return index === null || known.debtorIdIndex === null || index.equals(known.debtorIdIndex);
  }

  private async completed(tx: Tx, known: ReadonlyMap<string, KnownReceivable>) {
    const held = [...known.values()].filter(({ everHeld }) => everHeld).map(({ id }) => id);
    const pending = await this.repayments.pendingOn(tx, held);
    const proposals = await this.revisions.latest(tx, held);
    const complete = [...known].map(([ref, one]): [string, RecordedReceivable] => [
      ref,
      { ...one, pendingFen: pending.get(one.id) ?? 0n, proposal: proposals.get(one.id) ?? null },
    ]);
    return new Map(complete);
  }
}
