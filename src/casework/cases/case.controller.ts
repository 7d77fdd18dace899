import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import {
  Answers,
  Idempotent,
  idOf,
  type ListOf,
  ListQuery,
  listOf,
  pageInput,
  Refuses,
  RequestExample,
  TextField,
} from '../../platform/faces/index.js';
import { CASE_EXAMPLE } from '../admission/index.js';
import { DebtorNotDisclosed, DebtorView, debtorView } from '../debtors/index.js';
import { CaseView, caseView } from './case.graphql.js';
import { draftFrom, PostCaseInput, StatesInQuery } from './case.inputs.js';
import type { CaseState } from './case.lifecycle.js';
import { CaseActs } from './case-acts.service.js';
import { Cases } from './cases.service.js';
import { CASE_READERS, CASE_WRITERS, DEBTOR_READERS } from './visibility.policy.js';

export class CaseListQuery extends ListQuery {
  @StatesInQuery() state?: CaseState[];
  @TextField({
    ...{ nullable: true, max: 100, form: 'line' },
    description: 'Only the case with this reference of the creditor.',
  })
  externalRef?: string;
  @TextField({ nullable: true, max: 30, description: 'Only the case with this number.' }) number?: string;
}

export class WithdrawBody {
  @TextField({ nullable: true, max: 500, description: 'Why the case is withdrawn; kept in its history.' })
  reason?: string;
}

const TheCase = Param('caseId', idOf('case'));

@ApiTags('cases')
@Controller('v1/cases')
export class CaseController {
  constructor(
    private readonly cases: Cases,
    private readonly acts: CaseActs,
  ) {}

  @Post()
  @Idempotent()
  @ApiOperation({ operationId: 'postCase', summary: 'Post one overdue debt for recovery.' })
  @Answers(CaseView, { status: 201, description: 'The case, in state `listed` or `submitted`.' })
  @RequestExample(CASE_EXAMPLE)
  @Access(CASE_WRITERS)
  async post(@CurrentActor() actor: Actor, @IdempotencyKey() key: string | undefined, @Body() input: PostCaseInput) {
    return caseView(await this.acts.post(actor, key, draftFrom(input)));
  }

  @Get()
  @ApiOperation({ operationId: 'listCases', summary: 'Cases you may see, newest first.' })
  @Answers(CaseView, { list: true, description: 'One page of cases.' })
  @Access(CASE_READERS)
  async list(@CurrentActor() actor: Actor, @Query() query: CaseListQuery): Promise<ListOf<CaseView>> {
    const { state = null, externalRef = null, number = null } = query;
    return listOf(await this.cases.page(actor, pageInput(query), { state, externalRef, number }), caseView);
  }

  @Get(':caseId')
  @ApiOperation({ operationId: 'getCase', summary: 'One case. Fields that you may not see are null or empty.' })
  @Answers(CaseView, { description: 'The case.' })
  @Access(CASE_READERS)
  async one(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<CaseView> {
    return caseView(await this.cases.get(actor, caseId));
  }

  @Post(':caseId/withdraw')
  @Idempotent()
  @ApiOperation({ operationId: 'withdrawCase', summary: 'Withdraw a case that no provider holds.' })
  @Answers(CaseView, { description: 'The withdrawn case.' })
  @Access(CASE_WRITERS)
  async withdraw(@CurrentActor() actor: Actor, @TheCase caseId: string, @Body() body: WithdrawBody): Promise<CaseView> {
    return caseView(await this.acts.withdraw(actor, caseId, body.reason ?? null));
  }

  @Post(':caseId/relist')
  @Idempotent()
  @ApiOperation({ operationId: 'relistCase', summary: 'List a returned case in the hall again.' })
  @Answers(CaseView, { description: 'The listed case.' })
  @Access(CASE_WRITERS)
  async relist(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<CaseView> {
    return caseView(await this.acts.relist(actor, caseId));
  }

  @Get(':caseId/debtor')
  @ApiOperation({ operationId: 'getCaseDebtor', summary: "The debtor's personal data. Every read is recorded." })
  @Refuses(DebtorNotDisclosed)
  @Answers(DebtorView, { description: "The debtor's personal data." })
  @Access(DEBTOR_READERS)
  async debtor(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<DebtorView> {
    return debtorView(await this.cases.debtorOf(actor, caseId));
  }
}
