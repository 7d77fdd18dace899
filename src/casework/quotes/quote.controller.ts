import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, idOf, RequestExample } from '../../platform/faces/index.js';
import { CASE_EXAMPLE } from '../admission/index.js';
import { CASE_READERS, draftFrom, PostCaseInput } from '../cases/index.js';
import { ClaimView, claimView } from '../interest/index.js';
import { CaseQuoteView, quoteView } from './quote.graphql.js';
import { QUOTE_READERS } from './quotes.access.js';
import { Quotes } from './quotes.service.js';

@ApiTags('cases')
@Controller('v1/cases')
export class QuoteController {
  constructor(private readonly quotes: Quotes) {}

  @Post('quote')
  @ApiOperation({ operationId: 'quoteCase', summary: 'What posting a debt today would come to. Posts nothing.' })
  @RequestExample(CASE_EXAMPLE)
  @Answers(CaseQuoteView, { description: 'Verdict, lines, score, commission and claim.' })
  @Access(QUOTE_READERS)
  async quote(@CurrentActor() actor: Actor, @Body() input: PostCaseInput): Promise<CaseQuoteView> {
    return quoteView(await this.quotes.quote(actor, draftFrom(input)));
  }

  @Get(':caseId/claim')
  @ApiOperation({ operationId: 'getCaseClaim', summary: 'Interest and charges on a case up to today, step by step.' })
  @Answers(ClaimView, { description: 'The claim.' })
  @Access(CASE_READERS)
  async claim(@CurrentActor() actor: Actor, @Param('caseId', idOf('case')) caseId: string): Promise<ClaimView> {
    const { claim, lineNumbers } = await this.quotes.claimOf(actor, caseId);
    return claimView(claim, lineNumbers);
  }
}
