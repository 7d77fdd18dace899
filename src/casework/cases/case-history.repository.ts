import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import type { AdmissionReason, EvidenceKind } from '../admission/index.js';
import type { CaseState } from './case.lifecycle.js';

export interface HistoryLine {
  id: string;
  act: string;
  fromState: CaseState | null;
  toState: CaseState;
  actorOrganisationId: string | null;
  facts: Record<string, unknown>;
  createdAt: Date;
}

export interface EvidenceItem {
  id: string;
  caseId: string;
  kind: EvidenceKind;
  fileId: string;
  createdAt: Date;
}

/** What evidence makes of a case. */
export interface Reappraisal {
  evidenceKinds: readonly EvidenceKind[];
  evidenceBps: number;
  score: number;
  grade: string;
  reviewReasons: readonly AdmissionReason[];
}

/** Enough for any case; what is beyond is not shown. */
const MOST = 1_000;

const HISTORY = `
  SELECT id, act, from_state AS "fromState", to_state AS "toState", actor_organisation_id AS "actorOrganisationId", facts,
    created_at AS "createdAt"
  FROM case_events WHERE case_id = $1 ORDER BY seq LIMIT ${MOST}`;

const EVIDENCE = `
  SELECT id, case_id AS "caseId", kind, file_id AS "fileId", created_at AS "createdAt"
  FROM case_evidence WHERE case_id = $1 ORDER BY id LIMIT ${MOST}`;

const ADD_EVIDENCE = `
  INSERT INTO case_evidence (id, case_id, kind, file_id, added_by) VALUES ($1, $2, $3, $4, $5)`;

const REAPPRAISE = `
  UPDATE cases SET evidence_kinds = $2::text[], evidence_bps = $3, score = $4, grade = $5, review_reasons = $6::jsonb,
    updated_at = now()
  WHERE id = $1`;

const NOTE = `
  INSERT INTO case_events (id, case_id, act, from_state, to_state, actor_organisation_id, actor_member_id, facts)
  VALUES ($1, $2, $3, $4, $4, $5, $6, $7::jsonb)`;

/** A case's history and its evidence. */
@Injectable()
export class CaseHistoryRepository {
  constructor(private readonly clock: Clock) {}

  history(q: Queryable, caseId: string): Promise<HistoryLine[]> {
    return q.rows<HistoryLine>(HISTORY, [caseId]);
  }

  evidence(q: Queryable, caseId: string): Promise<EvidenceItem[]> {
    return q.rows<EvidenceItem>(EVIDENCE, [caseId]);
  }

  async addEvidence(
    tx: Tx,
    caseId: string,
    item: { kind: EvidenceKind; fileId: string; addedBy: string | null },
  ): Promise<void> {
    const id = newId(this.clock.millis());
    await tx.affected(ADD_EVIDENCE, [id, caseId, item.kind, item.fileId, item.addedBy]);
  }

  async reappraise(tx: Tx, caseId: string, { reviewReasons, ...is }: Reappraisal): Promise<void> {
    const reasons = JSON.stringify(reviewReasons);
    await tx.affected(REAPPRAISE, [caseId, is.evidenceKinds, is.evidenceBps, is.score, is.grade, reasons]);
  }

  /** An act that moves no state. */
  async note(
    tx: Tx,
    caseId: string,
    line: {
      act: string;
      state: CaseState;
      organisationId: string;
      memberId: string | null;
      facts: Record<string, unknown>;
    },
  ): Promise<void> {
    const id = newId(this.clock.millis());
    const facts = JSON.stringify(line.facts);
    await tx.affected(NOTE, [id, caseId, line.act, line.state, line.organisationId, line.memberId, facts]);
  }
}
