import { Controller, Get, Header, Headers, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import type { Locale } from '../../kernel/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import {
  Answers,
  IdField,
  LanguageField,
  languageOf,
  Refuses,
  SHEET_TYPES,
  sheetFile,
  WordField,
} from '../../platform/faces/index.js';
import type { SheetFormat } from '../../platform/sheets/index.js';
import { referenceOf, StatementView, statementView } from './statement.graphql.js';
import { StatementTooLong } from './statement.refusals.js';
import { STATEMENT_READERS } from './statement.resolver.js';
import { type LabelledStatement, StatementLabels } from './statement-labels.js';
import { statementSheet } from './statement-sheet.js';
import { Statements } from './statements.service.js';

const FORMATS = ['json', 'csv', 'xlsx'] as const;

class StatementQuery {
  @WordField(FORMATS, { nullable: true, description: 'The format; takes precedence over the Accept header.' })
  format?: (typeof FORMATS)[number];
  @LanguageField() lang?: Locale;
  @IdField('organisation', { nullable: true, description: 'Another one, for the platform.' }) organisationId?: string;
}

@ApiTags('statements')
@Controller('v1/statements')
export class StatementController {
  constructor(
    private readonly statements: Statements,
    private readonly labels: StatementLabels,
  ) {}

  @Get(':period')
  @Header('Vary', 'Accept, Accept-Language')
  @ApiOperation({ operationId: 'getStatement', summary: 'Your statement of a month: JSON, CSV (UTF-8, BOM) or XLSX.' })
  @ApiParam({ name: 'period', description: 'A month of China time, YYYY-MM.' })
  @ApiProduces('application/json', ...SHEET_TYPES)
  @Refuses(StatementTooLong)
  @Answers(StatementView, { description: 'The statement.' })
  @Access(STATEMENT_READERS)
  async statement(
    @CurrentActor() actor: Actor,
    @Param('period') period: string,
    @Query() query: StatementQuery,
    @Headers('accept') accept: string | undefined,
  ): Promise<StatementView | StreamableFile> {
    const found = await this.statements.statement(actor, period, query.organisationId ?? undefined);
    const statement = await this.labels.on(found);
    const format = query.format ?? acceptedFormat(accept);
    return format === 'json' ? statementView(statement) : fileOf(statement, format, languageOf(query));
  }
}

function acceptedFormat(accept: string | undefined): SheetFormat | 'json' {
  if (/(^|,)\s*text\/csv\s*(;|,|$)/i.test(accept ?? '')) return 'csv';
  return accept?.includes('spreadsheetml.sheet') ? 'xlsx' : 'json';
}

function fileOf(statement: LabelledStatement, format: SheetFormat, locale: Locale): StreamableFile {
  const sheet = statementSheet(statement, statement.receivedByProvider, referenceOf, locale);
  return sheetFile(format, `statement-${statement.period}`, sheet);
}
