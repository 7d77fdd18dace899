import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { columnsOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { type CheckResult, type DocumentKind, type PartyRole } from '../approvals/index.js';
import { inWorldOf } from '../worlds/index.js';
import { CheckEntity, DisclosureEntity, DocumentEntity, HistoryEntity } from './verification.entity.js';

export interface GivenDocument {
  kind: DocumentKind;
  fileId: string;
}

export type NewHistory = Omit<HistoryEntity, 'createdAt'>;

/** The rows of an application: parties, lawyers, documents, checks, history, disclosures. */
@Injectable()
export class ApplicationPartsRepository {
  constructor(private readonly clock: Clock) {}

  /** Replaces the parties by those of the latest submission. */
  async replaceParties(
    tx: Tx,
    application: { id: string; organisationId: string },
    parties: readonly { role: PartyRole; index: Buffer }[],
  ): Promise<void> {
    await tx.affected('DELETE FROM verification_parties WHERE application_id = $1', [application.id]);
    await tx.affected(
      `INSERT INTO verification_parties (application_id, organisation_id, role, party_index)
       SELECT $1, $2, p.role, p.index FROM unnest($3::text[], $4::bytea[]) AS p (role, index) ON CONFLICT DO NOTHING`,
      [application.id, application.organisationId, parties.map((p) => p.role), parties.map((p) => p.index)],
    );
  }

  async replaceLawyers(tx: Tx, applicationId: string, serials: readonly Buffer[]): Promise<void> {
    await tx.affected('DELETE FROM verification_lawyers WHERE application_id = $1', [applicationId]);
    await tx.affected(
      'INSERT INTO verification_lawyers (application_id, serial_index) SELECT $1, unnest($2::bytea[]) ON CONFLICT DO NOTHING',
      [applicationId, serials],
    );
  }

  /** Those of the serials that another approved firm of the same world lists. */
  async serialsTaken(q: Queryable, serials: readonly Buffer[], organisationId: string): Promise<Buffer[]> {
    if (serials.length === 0) return [];
    const rows = await q.rows<{ serial: Buffer }>(
      `SELECT DISTINCT l.serial_index AS serial FROM verification_lawyers l
         JOIN verification_applications a ON a.id = l.application_id
        WHERE l.serial_index = ANY($1::bytea[]) AND a.state = 'approved' AND a.organisation_id <> $2
          AND ${inWorldOf('a.organisation_id', '$2')}`,
      [serials, organisationId],
    );
    return rows.map((row) => row.serial);
  }

  /** Replaces the documents of an application; the ones left out are kept as withdrawn. */
  async replaceDocuments(tx: Tx, applicationId: string, documents: readonly GivenDocument[]): Promise<void> {
    const kinds = documents.map((document) => document.kind);
    const files = documents.map((document) => document.fileId);
    await tx.affected(
      `UPDATE verification_documents d SET withdrawn_at = now()
        WHERE d.application_id = $1 AND d.withdrawn_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM unnest($2::text[], $3::uuid[]) AS g (kind, file)
                           WHERE g.kind = d.kind AND g.file = d.file_id)`,
      [applicationId, kinds, files],
    );
    await tx.affected(
      `INSERT INTO verification_documents (id, application_id, kind, file_id)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[])
       ON CONFLICT (application_id, kind, file_id) WHERE withdrawn_at IS NULL DO NOTHING`,
      [documents.map(() => this.id()), documents.map(() => applicationId), kinds, files],
    );
  }

  async addChecks(tx: Tx, applicationId: string, submission: number, results: readonly CheckResult[]): Promise<void> {
    await tx.affected(
      `INSERT INTO verification_checks (id, application_id, submission, code, passed, severity, field, reason)
       SELECT c.id, $1, $2, c.code, c.passed, c.severity, c.field, c.reason
         FROM unnest($3::uuid[], $4::text[], $5::boolean[], $6::text[], $7::text[], $8::text[])
           AS c (id, code, passed, severity, field, reason)
       ON CONFLICT (application_id, submission) WHERE code = 'REGISTRY_AGREES' DO NOTHING`,
      [
        ...[applicationId, submission, results.map(() => this.id())],
        ...(['code', 'passed', 'severity', 'field', 'reason'] as const).map((key) => results.map((one) => one[key])),
      ],
    );
  }

  async addHistory(tx: Tx, row: NewHistory): Promise<void> {
    await tx.affected(
      `INSERT INTO verification_events
         (id, application_id, act, from_state, to_state, actor_organisation_id, actor_member_id, reason_codes, note_sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[row.id, row.applicationId, row.act, row.fromState, row.toState],
        ...[row.actorOrganisationId, row.actorMemberId, row.reasonCodes, row.noteSealed],
      ],
    );
  }

  async addDisclosure(tx: Tx, applicationId: string, memberId: string, purpose: string): Promise<void> {
    await tx.affected(
      'INSERT INTO verification_disclosures (id, application_id, member_id, purpose) VALUES ($1, $2, $3, $4)',
      [this.id(), applicationId, memberId, purpose],
    );
  }

  documents(q: Queryable, applicationId: string): Promise<DocumentEntity[]> {
    return q.rows(
      `SELECT ${columnsOf(DocumentEntity)} FROM verification_documents WHERE application_id = $1 ORDER BY id`,
      [applicationId],
    );
  }

  checks(q: Queryable, applicationId: string, submission: number): Promise<CheckEntity[]> {
    return q.rows(
      `SELECT ${columnsOf(CheckEntity)} FROM verification_checks
        WHERE application_id = $1 AND submission = $2 ORDER BY id`,
      [applicationId, submission],
    );
  }

  history(q: Queryable, applicationId: string): Promise<HistoryEntity[]> {
    return q.rows(`SELECT ${columnsOf(HistoryEntity)} FROM verification_events WHERE application_id = $1 ORDER BY id`, [
      applicationId,
    ]);
  }

  disclosures(q: Queryable, applicationId: string): Promise<DisclosureEntity[]> {
    return q.rows(
      `SELECT ${columnsOf(DisclosureEntity)} FROM verification_disclosures
        WHERE application_id = $1 ORDER BY id DESC LIMIT 500`,
      [applicationId],
    );
  }

  private id(): string {
    return newId(this.clock.millis());
  }
}
