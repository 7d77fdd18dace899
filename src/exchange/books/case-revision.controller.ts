import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import type { Fen } from '../../kernel/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import {
  Answers,
  FenField,
  Idempotent,
  IdField,
  idOf,
  ListQuery,
  listOf,
  pageInput,
  Refuses,
  TextField,
  WordField,
} from '../../platform/faces/index.js';
import { REVISION_JUDGES, REVISION_READERS } from './case-revision.access.js';
import { CaseRevisionView, CONFIRM_REFUSALS, caseRevisionView } from './case-revision.graphql.js';
import { REVISION_STATES, type RevisionState } from './case-revision.lifecycle.js';
import { CaseRevisions } from './case-revisions.service.js';

export class CaseRevisionListQuery extends ListQuery {
  @IdField('case', { nullable: true, description: 'Only those of this case.' }) caseId?: string;
  @WordField(REVISION_STATES, { nullable: true, description: 'Only in this state.' }) state?: RevisionState;
}

export class ConfirmRevisionBody {
  @FenField({
    positive: true,
    description: 'The amount that you consent to, in fen: `outstandingFen` of the revision.',
  })
  outstandingFen!: Fen;
}

export class DeclineRevisionBody {
  @TextField({ min: 1, max: 500, description: 'Why it is declined.' }) reason!: string;
}

const TheCase = Param('caseId', idOf('case'));

@ApiTags('cases')
@Controller('v1')
export class CaseRevisionController {
  constructor(private readonly revisions: CaseRevisions) {}

  @Get('case-revisions')
  @ApiOperation({
    operationId: 'listCaseRevisions',
    summary: 'Lower amounts that your books showed while a provider held the case, newest first.',
  })
  @Answers(CaseRevisionView, { list: true, description: 'One page.' })
  @Access(REVISION_READERS)
  async list(@CurrentActor() actor: Actor, @Query() query: CaseRevisionListQuery) {
    return listOf(await this.revisions.list(actor, pageInput(query), query), caseRevisionView);
  }

  @Post('cases/:caseId/revision/confirm')
  @Idempotent()
  @ApiOperation({
    operationId: 'confirmCaseRevision',
    summary: 'Consent to a lower amount; of a held case its holder must agree.',
  })
  @Refuses(...CONFIRM_REFUSALS)
  @Answers(CaseRevisionView, { description: 'The revision, `proposed` or `confirmed`.' })
  @Access(REVISION_JUDGES)
  async confirm(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @Body() { outstandingFen }: ConfirmRevisionBody,
    @IdempotencyKey() key?: string,
  ) {
    return caseRevisionView(await this.revisions.confirm(actor, key, caseId, outstandingFen));
  }

  @Post('cases/:caseId/revision/decline')
  @Idempotent()
  @ApiOperation({ operationId: 'declineCaseRevision', summary: 'Decline the lower amount of a held case.' })
  @Answers(CaseRevisionView, { description: 'The declined revision.' })
  @Access(REVISION_JUDGES)
  async decline(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @Body() { reason }: DeclineRevisionBody,
    @IdempotencyKey() key?: string,
  ) {
    return caseRevisionView(await this.revisions.decline(actor, key, caseId, reason));
  }
}
