import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type CaseState, StatesInQuery } from '../../casework/cases/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import {
  Answers,
  languageOf,
  SHEET_TYPES,
  SheetQuery,
  sheetFile,
  TextField,
  WordField,
} from '../../platform/faces/index.js';
import { Exports } from './exports.service.js';

export class CaseExportQuery extends SheetQuery {
  @StatesInQuery() state?: CaseState[];
  @TextField({ nullable: true, max: 100, description: 'Only the case with this reference of the creditor.' })
  externalRef?: string;
  @TextField({ nullable: true, max: 30, description: 'Only the case with this number.' }) number?: string;
}

/** Why the platform's people read what all collectors wrote; it stands in the audit. */
const READING_REASONS = [
  'complaint',
  'dispute',
  'audit',
  'incident',
  'authority_request',
  'data_subject_request',
] as const;

export class ActivityExportQuery extends CaseExportQuery {
  @WordField(READING_REASONS, {
    nullable: true,
    description: 'Why the notes of all are read; the platform must say it.',
  })
  reason?: (typeof READING_REASONS)[number];
}

const READERS = { roles: ['owner', 'operator', 'finance', 'viewer', 'risk'] } as const;

/** Lists for spreadsheets, streamed. */
@ApiTags('exports')
@ApiBearerAuth()
@Controller('v1/exports')
export class ExportController {
  constructor(private readonly exports: Exports) {}

  @Get('cases')
  @Header('Vary', 'Accept-Language')
  @Access({ ...READERS, scope: 'cases:read' })
  @ApiOperation({ operationId: 'exportCases', summary: 'The cases you may see, as CSV or XLSX. Audited.' })
  @ApiProduces(...SHEET_TYPES)
  @Answers('contents', { description: 'The file.' })
  async cases(@CurrentActor() actor: Actor, @Query() query: CaseExportQuery): Promise<StreamableFile> {
    const sheet = await this.exports.cases(actor, filterOf(query), languageOf(query));
    return sheetFile(query.format, 'cases', sheet);
  }

  @Get('case-lines')
  @Header('Vary', 'Accept-Language')
  @Access({ ...READERS, scope: 'cases:read' })
  @ApiOperation({
    operationId: 'exportCaseLines',
    summary: 'The lines of the cases you may see, as CSV or XLSX. Audited.',
  })
  @ApiProduces(...SHEET_TYPES)
  @Answers('contents', { description: 'The file.' })
  async caseLines(@CurrentActor() actor: Actor, @Query() query: CaseExportQuery): Promise<StreamableFile> {
    const sheet = await this.exports.caseLines(actor, filterOf(query), languageOf(query));
    return sheetFile(query.format, 'case-lines', sheet);
  }

  @Get('activities')
  @Header('Vary', 'Accept-Language')
  @Access({ ...READERS, scope: 'collection:read' })
  @ApiOperation({
    operationId: 'exportActivities',
    summary: 'The record of work on the cases you may see, as CSV or XLSX. Audited.',
  })
  @ApiProduces(...SHEET_TYPES)
  @Answers('contents', { description: 'The file.' })
  async activities(@CurrentActor() actor: Actor, @Query() query: ActivityExportQuery): Promise<StreamableFile> {
    const { reason } = query;
    const sheet = await this.exports.activities(actor, { ...filterOf(query), reason }, languageOf(query));
    return sheetFile(query.format, 'activities', sheet);
  }
}

function filterOf({ state, externalRef, number }: CaseExportQuery) {
  return { state: state ?? null, externalRef: externalRef ?? null, number: number ?? null };
}
