import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, WrongState } from '../../kernel/index.js';
import { Files } from '../../parties/files/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import type { EvidenceKind } from '../admission/index.js';
import { CaseAppraisals, Cases, CLOSED_STATES, caseLifecycle, type SeenCase } from '../cases/index.js';
import { CaseEvidenceRepository } from './case-evidence.repository.js';
import { EvidenceFileUnknown } from './review.refusals.js';

/** Adds documents to cases. The case is judged again with each, and one that waited only for documents is listed. */
@Injectable()
export class EvidenceIntake {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly items: CaseEvidenceRepository,
    private readonly files: Files,
    private readonly appraisals: CaseAppraisals,
  ) {}

  /** Adds an uploaded file of the creditor to its case. Refuses EVIDENCE_FILE_UNKNOWN, EVIDENCE_ALREADY_ADDED, WRONG_STATE. */
  async add(actor: Actor, caseId: string, kind: EvidenceKind, fileId: string): Promise<SeenCase> {
    const request = { caseId, kind, fileId };
    const addition = async (tx: Tx) => {
      const one = await this.cases.lock(tx, caseId);
      if (!one || one.creditorId !== actor.organisationId) throw new NotFound({ path: 'caseId' });
      if (caseLifecycle.isFinal(one.state) || CLOSED_STATES.includes(one.state)) {
        throw new WrongState({ path: 'caseId', details: { state: one.state } });
      }
      const [own] = await this.files.owned(tx, actor, [fileId]);
      if (!own) throw new EvidenceFileUnknown({ path: 'fileId' });
      await this.items.add(tx, { caseId, kind, fileId, addedBy: actor.memberId });
      await this.appraisals.addEvidence(tx, actor, one, kind);
    };
    await this.database.transaction((tx) =>
      keyed(tx, { actor, operation: 'case.evidence.add', request }, () => addition(tx)),
    );
    return this.cases.get(actor, caseId);
  }
}
