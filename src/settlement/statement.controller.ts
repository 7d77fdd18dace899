import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Access, type Actor, CurrentActor } from '../identity/index.js';
import { IdField } from '../platform/graphql/index.js';
import { Answers } from '../platform/http/index.js';
import { RequestContext } from '../platform/http/request-context.js';
import { Refuses } from '../platform/openapi/index.js';
import { referenceOf, StatementView, statementView } from './settlement.graphql.js';
import { StatementTooLong } from './settlement.refusals.js';
import { statementCsv } from './statement-csv.policy.js';
import { type Statement, Statements } from './statements.service.js';

class StatementQuery {
  @ApiProperty({ enum: ['json', 'csv'], required: false, description: 'Goes before the Accept header.' })
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';

  @IdField('organisation', { nullable: true, description: 'Another organisation; for the platform only.' })
  organisationId?: string;
}

/** The part of the reply that is needed to say what kind of file an answer is. */
interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('statements')
@Controller('v1/statements')
export class StatementController {
  constructor(private readonly statements: Statements) {}

  @Get(':period')
  @Header('Vary', 'Accept, Accept-Language')
  @ApiOperation({
    operationId: 'getStatement',
    summary: 'Your statement of a month, YYYY-MM, as JSON or CSV (UTF-8 with byte order mark).',
  })
  @ApiParam({ name: 'period', description: 'The month, YYYY-MM.' })
  @ApiProduces('application/json', 'text/csv')
  @Refuses(StatementTooLong)
  @Answers(StatementView, { description: 'The statement.' })
  @Access({
    kinds: ['creditor', 'agency', 'law_firm', 'platform'],
    roles: ['owner', 'finance', 'viewer'],
    scope: 'statements:read',
  })
  async statement(
    @CurrentActor() actor: Actor,
    @Param('period') period: string,
    @Query() query: StatementQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StatementView | string> {
    const statement = await this.statements.statement(actor, period, query.organisationId ?? undefined);
    return wantsCsv(query.format, accept) ? csv(statement, actor, reply) : statementView(statement);
  }
}

function wantsCsv(format: 'json' | 'csv' | undefined, accept: string | undefined): boolean {
  return format ? format === 'csv' : /(^|,)\s*text\/csv\s*(;|,|$)/i.test(accept ?? '');
}

function csv(statement: Statement, actor: Actor, reply: Reply): string {
  reply.header('content-type', 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="statement-${statement.period}.csv"`);
  const locale = RequestContext.locale() ?? actor.locale ?? 'en';
  return statementCsv(statement, statement.receivedByProvider, referenceOf, locale);
}
