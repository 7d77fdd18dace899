import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import type { CaseEvidenceEntity } from './case-evidence.entity.js';

export type EvidenceItem = Omit<CaseEvidenceEntity, 'addedBy'>;

/** More documents than any case has; further ones are not shown. */
const MOST = 1_000;

const EVIDENCE = `
  SELECT id, case_id AS "caseId", kind, file_id AS "fileId", created_at AS "createdAt"
  FROM case_evidence WHERE case_id = $1 ORDER BY id LIMIT ${MOST}`;

const ADD_EVIDENCE = `
  INSERT INTO case_evidence (id, case_id, kind, file_id, added_by) VALUES ($1, $2, $3, $4, $5)`;

@Injectable()
export class CaseEvidenceRepository {
  constructor(private readonly clock: Clock) {}

  /** The documents of a case, oldest first. */
  list(q: Queryable, caseId: string): Promise<EvidenceItem[]> {
    return q.rows<EvidenceItem>(EVIDENCE, [caseId]);
  }

  async add(tx: Tx, item: Omit<CaseEvidenceEntity, 'id' | 'createdAt'>): Promise<void> {
    const id = newId(this.clock.millis());
    await tx.affected(ADD_EVIDENCE, [id, item.caseId, item.kind, item.fileId, item.addedBy]);
  }
}
