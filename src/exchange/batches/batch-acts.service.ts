import { Injectable } from '@nestjs/common';
import { CaseIntake } from '../../casework/cases/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { orNotFound, WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Idempotency, keyed } from '../../platform/idempotency/index.js';
import { BatchMoves } from './batch-moves.js';
import { batchLifecycle } from './case-batch.lifecycle.js';
import { BatchForgotten, BatchIsNoDryRun } from './case-batch.refusals.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';

/** What a creditor can do with a batch it posted. */
@Injectable()
export class BatchActs {
  constructor(
    private readonly database: Database,
    private readonly batches: CaseBatchRepository,
    private readonly moves: BatchMoves,
    private readonly cases: CaseIntake,
    private readonly idempotency: Idempotency,
  ) {}

  /** Stops a batch, also while it is processed. Rows processed before keep their outcome; the others get none. */
  async cancel(actor: Actor, id: string): Promise<CaseBatch> {
    const act = { actor, operation: 'case-batch.cancel', request: { id } };
    return this.database.transaction((tx) => keyed(tx, act, () => this.stop(tx, actor, id)));
  }

  private async stop(tx: Tx, actor: Actor, id: string): Promise<CaseBatch> {
    const batch = await this.find(tx, actor, id);
    const cancelled = await this.moves.end(tx, id, batchLifecycle.sourcesOf('cancelled'), 'cancelled');
    if (cancelled) return cancelled;
    const now = await this.batches.find(tx, actor, id);
    throw new WrongState({ path: 'id', details: { state: now?.state ?? batch.state } });
  }

  /**
   * Commits a dry run as a new batch of the same contents; repeated calls return that batch. Outcomes may differ from those of
   * the dry run. Refuses BATCH_IS_NO_DRY_RUN, and WRONG_STATE until the dry run is completed.
   */
  async commit(actor: Actor, key: string | undefined, id: string): Promise<CaseBatch> {
    return this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation: 'case-batch.commit', request: { id } }, async () => {
        const dryRun = await this.find(tx, actor, id);
        if (!dryRun.dryRun) throw new BatchIsNoDryRun({ path: 'id' });
        const { state } = dryRun;
        if (state !== 'completed') throw new WrongState({ path: 'id', details: { state } });
        if (dryRun.fileId === null) throw new BatchForgotten({ path: 'id' });
        await this.cases.assertMayPost(tx, actor.organisationId);
        const by = { creditorId: actor.organisationId, memberId: actor.memberId };
        const opened = await this.moves.open(tx, { ...dryRun, ...by, dryRun: false, dryRunOf: id });
        return opened ?? (await this.batches.committing(tx, id))!;
      }),
    );
  }

  private async find(tx: Tx, actor: Actor, id: string): Promise<CaseBatch> {
    return orNotFound(await this.batches.find(tx, actor, id));
  }
}
