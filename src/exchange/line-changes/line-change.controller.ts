import { Body, Controller, Get, Param, type PipeTransform, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DebtLineInput, lineFrom } from '../../casework/lines/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { invalid } from '../../kernel/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, Idempotent, idOf, Refuses, RequestExample } from '../../platform/faces/index.js';
import { LINE_HOLDERS, LINE_READERS, LINE_WRITERS } from './line-change.access.js';
import {
  AGREE_REFUSALS,
  CaseLineChangeView,
  CHANGE_REFUSALS,
  DECLINE_REFUSALS,
  lineChangeView,
} from './line-change.graphql.js';
import { LineChanges } from './line-changes.service.js';
import { LineDecisions } from './line-decisions.service.js';

const TheCase = Param('caseId', idOf('case'));
const TheChange = Param('changeId', idOf('lineChange'));
const LAST_LINE = 99_999;
const aLineNumber: PipeTransform<string, number> = {
  transform(value) {
    if (/^[1-9]\d{0,4}$/.test(value)) return Number(value);
    throw invalid('WITHIN', { path: 'lineNumber', least: 1, most: LAST_LINE });
  },
};
const TheLine = Param('lineNumber', aLineNumber);
const LineNumber = () =>
  ApiParam({ name: 'lineNumber', type: 'integer', description: 'Number of the line in its case.' });

const LINE_EXAMPLE = {
  ...{ kind: 'invoice', documentNumber: 'INV-2025-0358', invoicedOn: '2025-11-03', dueOn: '2025-12-03' },
  principalFen: '415000',
};

@ApiTags('cases')
@Controller('v1')
export class LineChangeController {
  constructor(
    private readonly changes: LineChanges,
    private readonly decisions: LineDecisions,
  ) {}

  @Get('cases/:caseId/line-changes')
  @ApiOperation({ operationId: 'listCaseLineChanges', summary: 'The changes of the lines of a case, newest first.' })
  @Answers(CaseLineChangeView, { list: true, description: 'The changes.' })
  @Access(LINE_READERS)
  async list(@CurrentActor() actor: Actor, @TheCase caseId: string) {
    const data = (await this.changes.ofCase(actor, caseId)).map(lineChangeView);
    return { data, nextCursor: null, hasMore: false };
  }

  @Post('cases/:caseId/lines')
  @Idempotent()
  @ApiOperation({ operationId: 'addCaseLine', summary: 'Add a line to a case; of a held one its holder must agree.' })
  @RequestExample(LINE_EXAMPLE)
  @Refuses(...CHANGE_REFUSALS)
  @Answers(CaseLineChangeView, { status: 201, description: 'The change, `applied` or `pending`.' })
  @Access(LINE_WRITERS)
  async add(@CurrentActor() actor: Actor, @TheCase caseId: string, @Body() line: DebtLineInput) {
    return lineChangeView(await this.changes.change(actor, caseId, { act: 'add', line: lineFrom(line) }));
  }

  @Post('cases/:caseId/lines/:lineNumber/correct')
  @Idempotent()
  @LineNumber()
  @ApiOperation({ operationId: 'correctCaseLine', summary: 'Correct a line; of a held case its holder must agree.' })
  @RequestExample(LINE_EXAMPLE)
  @Refuses(...CHANGE_REFUSALS)
  @Answers(CaseLineChangeView, { description: 'The change, `applied` or `pending`.' })
  @Access(LINE_WRITERS)
  async correct(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @TheLine lineNumber: number,
    @Body() line: DebtLineInput,
  ) {
    const wish = { act: 'correct', lineNumber, line: lineFrom(line) } as const;
    return lineChangeView(await this.changes.change(actor, caseId, wish));
  }

  @Post('cases/:caseId/lines/:lineNumber/withdraw')
  @Idempotent()
  @LineNumber()
  @ApiOperation({ operationId: 'withdrawCaseLine', summary: 'Withdraw a line; of a held case its holder must agree.' })
  @Refuses(...CHANGE_REFUSALS)
  @Answers(CaseLineChangeView, { description: 'The change, `applied` or `pending`.' })
  @Access(LINE_WRITERS)
  async withdraw(@CurrentActor() actor: Actor, @TheCase caseId: string, @TheLine lineNumber: number) {
    return lineChangeView(await this.changes.change(actor, caseId, { act: 'withdraw', lineNumber }));
  }

  @Post('case-line-changes/:changeId/agree')
  @Idempotent()
  @ApiOperation({ operationId: 'agreeToCaseLineChange', summary: 'Agree to a change of a case you hold.' })
  @Refuses(...AGREE_REFUSALS)
  @Answers(CaseLineChangeView, { description: 'The change, `agreed`.' })
  @Access(LINE_HOLDERS)
  async agree(@CurrentActor() actor: Actor, @TheChange changeId: string) {
    return lineChangeView(await this.decisions.agree(actor, changeId));
  }

  @Post('case-line-changes/:changeId/decline')
  @Idempotent()
  @ApiOperation({ operationId: 'declineCaseLineChange', summary: 'Decline a change of a case you hold.' })
  @Refuses(...DECLINE_REFUSALS)
  @Answers(CaseLineChangeView, { description: 'The change, `declined`.' })
  @Access(LINE_HOLDERS)
  async decline(@CurrentActor() actor: Actor, @TheChange changeId: string) {
    return lineChangeView(await this.decisions.decline(actor, changeId));
  }
}
