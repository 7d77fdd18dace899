import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { Database, type Tx } from '../database/index.js';
import { RequestContext } from '../faces/request-context.js';
import { Removes } from '../retention/removes.js';
import type { RetentionFigures } from '../retention/retention-figures.js';
import type { AuditFacts } from './audit-record.entity.js';

/** The actor as the trail names it. */
export interface AuditActor {
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly apiKeyId?: string | null;
  readonly oauthClientId?: string | null;
}

export interface AuditSubject {
  /** `application`, `case`, `member` … */
  readonly kind: string;
  /** Its uuid. */
  readonly id: string;
}

const INSERT = `
  INSERT INTO audit_records (id, organisation_id, member_id, api_key_id, oauth_client_id, act, subject_kind, subject_id,
    facts, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** The append-only trail of acts that must be accounted for. */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Records an act in the transaction of its effect. An actor of null is the platform itself: an expiry, a sweep. */
  async record(
    tx: Tx,
    actor: AuditActor | null,
    act: string,
    subject: AuditSubject,
    facts: AuditFacts = {},
  ): Promise<void> {
    await tx.affected(
      INSERT,
      [
        newId(this.clock.millis()),
        actor?.organisationId ?? null,
        actor?.memberId ?? null,
        actor?.apiKeyId ?? null,
        actor?.oauthClientId ?? null,
        act,
        subject.kind,
        subject.id,
        JSON.stringify(facts),
        RequestContext.requestId() ?? null,
      ],
      'audit.record',
    );
  }

  /** Removes the oldest acts, by a function of the database that does so only after five years. */
  @Removes('audit_records')
  async forget(limit: number, { auditDays }: RetentionFigures): Promise<number> {
    const row = await this.database.one<{ gone: number }>(
      'SELECT forget_audit_records(make_interval(days => $1), $2) AS gone',
      [auditDays, limit],
    );
    return row!.gone;
  }
}
