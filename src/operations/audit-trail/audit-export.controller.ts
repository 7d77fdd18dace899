import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { fill, type Locale, type Texts } from '../../kernel/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import type { AuditRecord } from '../../platform/audit/index.js';
import { Answers, languageOf, SHEET_TYPES, SheetQuery, sheetFile } from '../../platform/faces/index.js';
import type { Sheet, SheetCell, SheetColumn } from '../../platform/sheets/index.js';
import { auditFilterOf } from './audit-filter.js';
import { TRAIL_READERS } from './audit-trail.access.js';
import { AUDIT_FIELDS, type AuditRecordView, auditRecordView } from './audit-trail.graphql.js';
import { AuditTrail } from './audit-trail.service.js';

const { ActorField, ActField, SubjectField, OrganisationField, FromField, ToField } = AUDIT_FIELDS;

export class AuditExportQuery extends SheetQuery {
  @ActorField() actorId?: string;
  @ActField() act?: string;
  @SubjectField() subjectId?: string;
  @OrganisationField() organisationId?: string;
  @FromField() from?: Date;
  @ToField() to?: Date;
}

type Column = Texts & Omit<SheetColumn, 'header'> & { cell(one: AuditRecordView): SheetCell };

const COLUMNS: readonly Column[] = [
  { en: 'When (China)', zh: '时间（北京）', kind: 'instant', cell: (one) => one.createdAt },
  { en: 'Act', zh: '操作', kind: 'text', width: 30, cell: (one) => one.act },
  { en: 'Actor kind', zh: '操作者类型', kind: 'text', cell: (one) => one.actorKind },
  { en: 'Actor', zh: '操作者', kind: 'text', width: 34, cell: (one) => one.actorId },
  { en: 'Organisation', zh: '机构', kind: 'text', width: 34, cell: (one) => one.organisationId },
  { en: 'Subject kind', zh: '对象类型', kind: 'text', cell: (one) => one.subjectKind },
  { en: 'Subject', zh: '对象', kind: 'text', width: 34, cell: (one) => one.subjectId },
  { en: 'Facts', zh: '详情', kind: 'text', width: 60, cell: (one) => JSON.stringify(one.facts) },
  { en: 'Request id', zh: '请求ID', kind: 'text', width: 34, cell: (one) => one.requestId },
  { en: 'Record id', zh: '记录ID', kind: 'text', width: 34, cell: (one) => one.id },
];

/** The audit trail as a file. */
@ApiTags('exports')
@ApiBearerAuth()
@Controller('v1/exports')
export class AuditExportController {
  constructor(private readonly trail: AuditTrail) {}

  @Get('audit')
  @Header('Vary', 'Accept-Language')
  @Access(TRAIL_READERS)
  @ApiOperation({ operationId: 'exportAudit', summary: 'Who did and read what, as CSV or XLSX. Audited.' })
  @ApiProduces(...SHEET_TYPES)
  @Answers('contents', { description: 'The file.' })
  async audit(@CurrentActor() actor: Actor, @Query() query: AuditExportQuery): Promise<StreamableFile> {
    const { format, lang: _, ...asked } = query;
    const records = await this.trail.export(actor, auditFilterOf(asked, ''));
    return sheetFile(format, 'audit', sheetOf(records, languageOf(query)));
  }
}

function sheetOf(records: AsyncGenerator<AuditRecord>, locale: Locale): Sheet {
  return {
    name: fill({ en: 'Audit trail', zh: '审计记录' }, locale),
    columns: COLUMNS.map((column) => ({ ...column, header: fill(column, locale) })),
    rows: rowsOf(records),
  };
}

async function* rowsOf(records: AsyncGenerator<AuditRecord>): AsyncGenerator<SheetCell[]> {
  for await (const record of records) {
    const view = auditRecordView(record);
    yield COLUMNS.map(({ cell }) => cell(view));
  }
}
