import { Injectable } from '@nestjs/common';
import { firstIdAt, type Page, type PageInput } from '../../kernel/index.js';
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
  readonly subjectKind?: string | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

const COLUMNS = columnsOf(AuditRecordEntity, 'a', propertiesBut(AuditRecordEntity, 'seq'));
const SELECT = `SELECT ${COLUMNS} FROM audit_records a`;
const NEWEST = newestFirst('a.id');
/** An id says when it was made; a record's own time is that of its transaction, by another clock. */
const DAY_MS = 86_400_000;

/** Reads the trail. The caller decides who may, and narrows it to what they may see. */
@Injectable()
export class AuditReading {
  /** Records of the filter, newest first. A condition of the caller names the table `a`. */
  page(q: Queryable, filter: AuditFilter, within: readonly Condition[], page: PageInput): Promise<Page<AuditRecord>> {
    const where = [...within, ...conditionsOf(filter)];
    const list = filter.acts ? { select: ofEach(filter.acts, where, page), where: [] } : { select: SELECT, where };
    return pageOf<AuditRecord>(q, page, { ...list, order: NEWEST });
  }
}

/**
 * The newest of each act by itself: asked for together, all acts in between would be read as well. Each is named in the statement,
 * so that PostgreSQL knows which are rare.
 */
function ofEach(acts: readonly string[], where: readonly Condition[], { first, after }: PageInput): Condition {
  const all = after ? [...where, NEWEST.after(after)] : where;
  const conditions = [...all.map(([sql]) => sql), 'a.act = ?'].join(' AND ');
  const newest = `(SELECT * FROM audit_records a WHERE ${conditions} ORDER BY a.id DESC LIMIT ?)`;
  const values = all.flatMap(([, ...given]) => given);
  const each = [...new Set(acts)];
  const select = `SELECT ${COLUMNS} FROM (${each.map(() => newest).join(' UNION ALL ')}) a`;
  return [select, ...each.flatMap((act) => [...values, act, first + 1])];
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
    ...(filter.from ? [['a.created_at >= ? AND a.id >= ?', filter.from, nearId(filter.from, -DAY_MS)] as const] : []),
    ...(filter.to ? [['a.created_at < ? AND a.id < ?', filter.to, nearId(filter.to, DAY_MS)] as const] : []),
  ];
}

/** Narrows the walk to about a span of time; the exact bound stands beside it. */
const nearId = (instant: Date, byMs: number) => firstIdAt(instant.getTime() + byMs);

const ACTOR = '(a.member_id = ? OR a.api_key_id = ? OR a.oauth_client_id = ?)';
