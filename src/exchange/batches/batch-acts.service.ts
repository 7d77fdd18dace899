import { Injectable } from '@nestjs/common';
import { CaseIntake } from '../../casework/cases/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { orNotFound, WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { BatchMoves } from './batch-moves.js';
import { batchLifecycle } from './case-batch.lifecycle.js';
import { BatchIsNoDryRun } from './case-batch.refusals.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';

/** What a creditor does with a batch it posted. */
@Injectable()
export class BatchActs {
  constructor(
    private readonly database: Database,
    private readonly batches: CaseBatchRepository,
    private readonly moves: BatchMoves,
    private readonly cases: CaseIntake,
    private readonly idempotency: Idempotency,
  ) {}

  /** Stops a batch, also while it is at work. Rows that have their outcome keep it; the others get none. */
  async cancel(actor: Actor, id: string): Promise<CaseBatch> {
    return this.database.transaction(async (tx) => {
      const batch = await this.find(tx, actor, id);
      const cancelled = await this.moves.end(tx, id, batchLifecycle.sourcesOf('cancelled'), 'cancelled');
      if (cancelled) return cancelled;
      const now = await this.batches.find(tx, actor, id);
      throw new WrongState({ path: 'id', details: { state: now?.state ?? batch.state } });
    });
  }

  /**
   * Carries a dry run out: a new batch of the same contents, once however often it is asked. What the dry run foretold may
   * have changed since. Refuses BATCH_IS_NO_DRY_RUN, WRONG_STATE until it is completed.
   */
  async carryOut(actor: Actor, key: string | undefined, id: string): Promise<CaseBatch> {
    return this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation: 'case-batch.commit', request: { id } }, async () => {
        const rehearsal = await this.find(tx, actor, id);
        if (!rehearsal.dryRun) throw new BatchIsNoDryRun({ path: 'id' });
        if (rehearsal.state !== 'completed') {
          throw new WrongState({ path: 'id', details: { state: rehearsal.state } });
        }
        await this.cases.assertMayPost(tx, actor.organisationId);
        const by = { creditorId: actor.organisationId, memberId: actor.memberId };
        const opened = await this.moves.open(tx, { ...rehearsal, ...by, dryRun: false, dryRunOf: id });
        return opened ?? (await this.batches.carryingOut(tx, id))!;
      }),
    );
  }

  private async find(tx: Tx, actor: Actor, id: string): Promise<CaseBatch> {
    return orNotFound(await this.batches.find(tx, actor, id));
  }
}
