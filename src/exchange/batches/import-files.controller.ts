import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, idOf, languageOf, SHEET_TYPES, SheetQuery, sheetFile } from '../../platform/faces/index.js';
import { MEDIA_TYPES, SHEET_FORMATS } from '../../platform/sheets/index.js';
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
    const [kind, locale] = [formatFrom(format), languageOf(query)];
    const bytes = await this.templates.file(kind, locale);
    const disposition = `attachment; filename="cases-${locale}.${kind}"`;
    return new StreamableFile(bytes, { type: MEDIA_TYPES[kind], disposition, length: bytes.length });
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
