import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import type { Locale } from '../../kernel/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, idOf, languageOf, SHEET_TYPES, SheetQuery, sheetFile } from '../../platform/faces/index.js';
import { MEDIA_TYPES, SHEET_FORMATS, type SheetFormat } from '../../platform/sheets/index.js';
import { Templates } from '../rows/index.js';
import { BatchResults } from './batch-results.service.js';
import { formatFrom, TemplateQuery } from './case-batch.rest.js';

/** The files around an import: the template before it and the result after it. */
@ApiTags('case batches')
@ApiBearerAuth()
@Controller('v1/case-batches')
export class ImportFilesController {
  constructor(
    private readonly results: BatchResults,
    private readonly templates: Templates,
  ) {}

  @Get('templates/:format')
  @Header('Vary', 'Accept-Language')
  @Access({ kinds: ['creditor', 'platform'], scope: 'cases:read' })
  @ApiOperation({ operationId: 'getCaseTemplate', summary: 'The template for receivables, with a sample row.' })
  @ApiParam({ name: 'format', enum: SHEET_FORMATS, description: 'Format of the file.' })
  @ApiProduces(...SHEET_TYPES)
  @Answers('contents', { description: 'The template.' })
  async template(@Param('format') format: string, @Query() query: TemplateQuery): Promise<StreamableFile> {
    return templateFile(formatFrom(format), languageOf(query), this.templates);
  }

  @Get(':id/result')
  @Header('Vary', 'Accept-Language')
  @Access({ kinds: ['creditor'], scope: 'cases:read' })
  @ApiOperation({
    operationId: 'getCaseBatchResult',
    summary: 'Every row of a batch as you sent it, with its outcome, as CSV or XLSX.',
  })
  @ApiParam({ name: 'id', description: 'The batch, bat_….' })
  @ApiProduces(...SHEET_TYPES)
  @Answers('contents', { description: 'The file; only the creditor of the batch gets it.' })
  async result(
    @CurrentActor() actor: Actor,
    @Param('id', idOf('batch')) id: string,
    @Query() query: SheetQuery,
  ): Promise<StreamableFile> {
    return sheetFile(query.format, 'case-batch-result', await this.results.sheet(actor, id, languageOf(query)));
  }
}

async function templateFile(format: SheetFormat, locale: Locale, templates: Templates): Promise<StreamableFile> {
  const bytes = await templates.file(format, locale);
  const disposition = `attachment; filename="cases-${locale}.${format}"`;
  return new StreamableFile(bytes, { type: MEDIA_TYPES[format], disposition, length: bytes.length });
}
