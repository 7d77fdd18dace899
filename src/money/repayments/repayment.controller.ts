import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import {
  Answers,
  Idempotent,
  IdField,
  InstantField,
  idOf,
  ListQuery,
  listOf,
  pageInput,
  WordField,
} from '../../platform/faces/index.js';
import { JUDGES, READERS, REPORTERS } from './repayment.access.js';
import { RepaymentView, ReportRepaymentInput } from './repayment.graphql.js';
import { type RepaymentState, repaymentLifecycle } from './repayment.lifecycle.js';
import { RepaymentViews } from './repayment-views.js';
import { Repayments } from './repayments.service.js';

class RepaymentListQuery extends ListQuery {
  @IdField('case', { nullable: true, description: 'Only those on this case.' }) caseId?: string;
  @WordField(repaymentLifecycle.states, { nullable: true, description: 'Only in this state.' }) state?: RepaymentState;
  @WordField(['true', 'false'], { nullable: true, description: 'Only those the creditor disputed, or did not.' })
  disputed?: 'true' | 'false';
  @InstantField({ nullable: true, description: 'Only those reported before this instant.' }) reportedBefore?: Date;
  @IdField('organisation', { nullable: true, description: 'Only those that count for this provider.' })
  providerId?: string;
  @IdField('organisation', { nullable: true, description: 'Only those on cases of this creditor.' })
  creditorId?: string;
}

const TheRepayment = Param('repaymentId', idOf('repayment'));

@ApiTags('repayments')
@Controller('v1/repayments')
export class RepaymentController {
  constructor(
    private readonly repayments: Repayments,
    private readonly views: RepaymentViews,
  ) {}

  @Post()
  @Idempotent()
  @ApiOperation({ operationId: 'reportRepayment', summary: 'Report that the debtor paid on a case.' })
  @Answers(RepaymentView, { status: 201, description: 'The repayment; confirmed at once when its creditor reports.' })
  @Access(REPORTERS)
  async report(@CurrentActor() actor: Actor, @Body() input: ReportRepaymentInput, @IdempotencyKey() key?: string) {
    return this.views.of(await this.repayments.report(actor, key, input));
  }

  @Post(':repaymentId/confirm')
  @Idempotent()
  @ApiOperation({ operationId: 'confirmRepayment', summary: 'Confirm a reported repayment and settle its commission.' })
  @Answers(RepaymentView, { description: 'The confirmed repayment.' })
  @Access(JUDGES)
  async confirm(@CurrentActor() actor: Actor, @TheRepayment repaymentId: string, @IdempotencyKey() key?: string) {
    return this.views.of(await this.repayments.confirm(actor, key, repaymentId));
  }

  @Get(':repaymentId')
  @ApiOperation({ operationId: 'getRepayment', summary: 'One repayment on one of your cases.' })
  @Answers(RepaymentView, { description: 'The repayment.' })
  @Access(READERS)
  async one(@CurrentActor() actor: Actor, @TheRepayment repaymentId: string) {
    return this.views.of(await this.repayments.get(actor, repaymentId));
  }

  @Get()
  @ApiOperation({ operationId: 'listRepayments', summary: 'The repayments on your cases, newest first.' })
  @Answers(RepaymentView, { list: true, description: 'One page.' })
  @Access(READERS)
  async list(@CurrentActor() actor: Actor, @Query() query: RepaymentListQuery) {
    const disputed = query.disputed && query.disputed === 'true';
    return listOf(await this.repayments.list(actor, pageInput(query), { ...query, disputed }), this.views.of);
  }
}
