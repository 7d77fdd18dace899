import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Fen, Page, PageInput } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { type CaseRevision, CaseRevisionRepository, type RevisionFilter } from './case-revision.repository.js';
import { RevisionDecisions } from './revision-decisions.service.js';

/** Lower amounts of held cases as their creditor reads and decides them, each act once per Idempotency-Key. */
@Injectable()
export class CaseRevisions {
  constructor(
    private readonly database: Database,
    private readonly revisions: CaseRevisionRepository,
    private readonly decisions: RevisionDecisions,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, page: PageInput, filter: RevisionFilter): Promise<Page<CaseRevision>> {
    const found = await this.revisions.list(this.database, actor.organisationId, page, filter);
    return { ...found, nodes: found.nodes.map(this.revisions.opened) };
  }

  confirm(actor: Actor, key: string | undefined, caseId: string, outstandingFen: Fen): Promise<CaseRevision> {
    const request = { caseId, outstandingFen: outstandingFen.toString() };
    return this.act(actor, key, 'case-revision.confirm', request, (tx) =>
      this.decisions.confirm(tx, actor, caseId, outstandingFen),
    );
  }

  decline(actor: Actor, key: string | undefined, caseId: string, reason: string): Promise<CaseRevision> {
    return this.act(actor, key, 'case-revision.decline', { caseId, reason }, (tx) =>
      this.decisions.decline(tx, actor, caseId, reason),
    );
  }

  /** What a creditor wrote stays sealed in the answer that is kept. */
  private async act(
    actor: Actor,
    key: string | undefined,
    operation: string,
    request: { caseId: string; outstandingFen?: string; reason?: string },
    work: (tx: Tx) => Promise<CaseRevision>,
  ): Promise<CaseRevision> {
    const kept = await this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation, request }, async () => {
        const decided = await work(tx);
        const facts = { fromFen: decided.fromFen.toString(), outstandingFen: decided.outstandingFen.toString() };
        await this.audit.record(tx, actor, operation, { kind: 'case', id: request.caseId }, facts);
        return decided;
      }),
    );
    return this.revisions.opened(kept);
  }
}
