import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseIntake } from '../../casework/cases/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { Busy, orNotFound, type Page, type PageInput } from '../../kernel/index.js';
import { Files } from '../../parties/files/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import type { StoredFile } from '../../platform/storage/index.js';
import { BatchMoves } from './batch-moves.js';
import { BatchRowRepository } from './batch-row.repository.js';
import type { BatchState, RowOutcome } from './case-batch.lifecycle.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';
import type { DecidedRow } from './decided-row.js';
import type { Submission } from './submission.js';

const OPERATION = 'case-batch.receive';

/** Accepts batches of cases and reads their progress and outcomes; BatchRunner processes them. */
@Injectable()
export class CaseBatches {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly files: Files,
    private readonly cases: CaseIntake,
    private readonly batches: CaseBatchRepository,
    private readonly batchRows: BatchRowRepository,
    private readonly moves: BatchMoves,
  ) {}

  /**
   * Accepts a batch: its contents are sealed and stored first, then batch, event and idempotency answer are written in one
   * transaction. Refuses an organisation that is not approved before anything is stored.
   */
  async receive(actor: Actor, key: string | undefined, submission: Submission): Promise<CaseBatch> {
    const request = requestOf(submission);
    await this.assertMayPost(actor);
    const file = (await this.isAnswered(actor, key, request)) ? undefined : await this.keep(actor, submission);
    return this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation: OPERATION, request }, () =>
        this.open(tx, actor, submission, file),
      ),
    );
  }

  /** Refuses an organisation that is not approved: to be asked before its file is looked into. */
  async assertMayPost({ organisationId }: Actor): Promise<void> {
    await this.database.transaction((tx) => this.cases.assertMayPost(tx, organisationId));
  }

  async get(actor: Actor, id: string): Promise<CaseBatch> {
    return orNotFound(await this.batches.find(this.database, actor, id));
  }

  /** Newest first. */
  list(actor: Actor, page: PageInput, state: BatchState | null = null): Promise<Page<CaseBatch>> {
    return this.batches.list(this.database, actor, page, state);
  }

  /** The rows that have an outcome, in the order of the file. */
  async rows(actor: Actor, id: string, page: PageInput, outcome: RowOutcome | null = null): Promise<Page<DecidedRow>> {
    await this.get(actor, id);
    return this.batchRows.list(this.database, id, page, outcome);
  }

  private async open(tx: Tx, actor: Actor, submission: Submission, file: StoredFile | undefined): Promise<CaseBatch> {
    // Only when the stored answer was deleted between lookup and write; a repeated request stores the contents.
    if (!file) throw new Busy({ retryAfter: 1 });
    const { mode, grouping, inGroups, dryRun, format, encoding, defaults, totalRows } = submission;
    return (await this.moves.open(tx, {
      creditorId: actor.organisationId,
      memberId: actor.memberId,
      sandboxId: actor.sandboxId,
      ...{ mode, grouping, inGroups, dryRun, dryRunOf: null, format, encoding, defaults, totalRows },
      fileId: file.id,
      unknownColumns: [...submission.unknownColumns],
      unreadSheets: [...submission.unreadSheets],
    }))!;
  }

  private keep(actor: Actor, { bytes, mediaType, filename }: Submission): Promise<StoredFile> {
    return this.files.keep(actor, { bytes, mediaType, filename, purpose: 'case-batch' });
  }

  /** Whether this request is answered already: then its ten megabytes need not be stored again. */
  private async isAnswered(actor: Actor, key: string | undefined, request: unknown): Promise<boolean> {
    const lookup = { organisationId: actor.organisationId, key, request };
    const [found] = await this.idempotency.lookupMany(this.database, OPERATION, [lookup]);
    if (found && 'refusal' in found) throw found.refusal;
    return found !== undefined;
  }
}

function requestOf({ format, bytes, defaults, mode, grouping, dryRun }: Submission) {
  // Only where it is asked for, so that a request of before is still the same request.
  const grouped = grouping === 'document' ? {} : { grouping };
  return { format, sha256: createHash('sha256').update(bytes).digest('hex'), defaults, mode, dryRun, ...grouped };
}
