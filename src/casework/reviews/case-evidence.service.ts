import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound } from '../../kernel/index.js';
import { Files } from '../../parties/files/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import type { StoredFile } from '../../platform/storage/index.js';
import { Cases } from '../cases/index.js';
import { CaseEvidenceRepository, type EvidenceItem } from './case-evidence.repository.js';

/** Lists and opens the documents of a case. */
@Injectable()
export class CaseEvidence {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly items: CaseEvidenceRepository,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  /** The documents of a case. NOT_FOUND for a holder that sees only the masked form of the case. */
  async list(actor: Actor, caseId: string): Promise<EvidenceItem[]> {
    const { sight } = await this.cases.get(actor, caseId);
    if (sight === 'holder_masked') throw new NotFound({ path: 'caseId' });
    return this.items.list(this.database, caseId);
  }

  /** The contents of a document that `list` returns. Reads by other organisations than the file's owner are recorded. */
  async open(actor: Actor, caseId: string, evidenceId: string): Promise<{ file: StoredFile; contents: Buffer }> {
    const item = (await this.list(actor, caseId)).find((one) => one.id === evidenceId);
    const found = item && (await this.files.open(item.fileId));
    if (!found) throw new NotFound({ path: 'evidenceId' });
    if (found.file.organisationId !== actor.organisationId) {
      const subject = { kind: 'case', id: caseId };
      await this.database.transaction((tx) =>
        this.audit.record(tx, actor, 'case.evidence.read', subject, { evidenceId }),
      );
    }
    return found;
  }
}
