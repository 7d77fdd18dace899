import { Injectable } from '@nestjs/common';
import type { Page, PageInput } from '../../kernel/index.js';
import {
  type Condition,
  columnsOf,
  ifGiven,
  newestFirst,
  pageOf,
  propertiesBut,
  type Queryable,
} from '../database/index.js';
import { AuditRecordEntity } from './audit-record.entity.js';

/** One record of the trail as its readers see it. */
export type AuditRecord = Omit<AuditRecordEntity, 'seq'>;

/** Which records; what is left out does not narrow. Ids are uuids. */
export interface AuditFilter {
  /** A member, an API key or an OAuth client. */
  readonly actorId?: string | null | undefined;
  readonly organisationId?: string | null | undefined;
  /** An act by its name, or a group of acts: `case.debtor.*`. */
  readonly act?: string | null | undefined;
  readonly acts?: readonly string[] | undefined;
  readonly subjectId?: string | null | undefined;
  /** Only together with `subjectId`, so that its index serves. */
  readonly subjectKind?: string | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

const SELECT = `SELECT ${columnsOf(AuditRecordEntity, 'a', propertiesBut(AuditRecordEntity, 'seq'))} FROM audit_records a`;

/** Reads the trail. The caller decides who may, and narrows it to what they may see. */
@Injectable()
export class AuditReading {
  /** Records of the filter, newest first. A condition of the caller names the table `a`. */
  page(q: Queryable, filter: AuditFilter, within: readonly Condition[], page: PageInput): Promise<Page<AuditRecord>> {
    const where = [...within, ...conditionsOf(filter)];
    return pageOf<AuditRecord>(q, page, { select: SELECT, where, order: newestFirst('a.id') });
  }
}

function conditionsOf(filter: AuditFilter): Condition[] {
  const { actorId, act } = filter;
  const group = act?.endsWith('.*') ? act.slice(0, -1) : undefined;
  return [
    ...ifGiven('a.organisation_id = ?', filter.organisationId),
    ...ifGiven('a.subject_kind = ?', filter.subjectKind),
    ...ifGiven('a.subject_id = ?', filter.subjectId),
    ...(actorId ? [[ACTOR, actorId, actorId, actorId] as const] : []),
    ...(group ? [['starts_with(a.act, ?)', group] as const] : ifGiven('a.act = ?', act)),
    ...ifGiven('a.act = ANY (?::text[])', filter.acts),
    ...ifGiven('a.created_at >= ?', filter.from),
    ...ifGiven('a.created_at < ?', filter.to),
  ];
}

const ACTOR = '(a.member_id = ? OR a.api_key_id = ? OR a.oauth_client_id = ?)';
