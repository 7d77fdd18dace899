import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, Idempotent, idOf, WordField } from '../../platform/faces/index.js';
import { CaseView, caseView } from '../cases/index.js';
import { MATTER, type Matter } from '../debt/index.js';
import { MATTER_WRITERS } from './case-matter.resolver.js';
import { CaseMatters } from './case-matters.service.js';

export class MatterBody {
  @WordField(MATTER.codes, { description: 'What the case is about.' }) matter!: Matter;
}

@ApiTags('cases')
@Controller('v1/cases')
export class CaseMatterController {
  constructor(private readonly matters: CaseMatters) {}

  @Post(':caseId/matter')
  @Idempotent()
  @ApiOperation({ operationId: 'restateMatter', summary: 'Restate what a case is about, while no provider holds it.' })
  @Answers(CaseView, { description: 'The case with its new matter.' })
  @Access(MATTER_WRITERS)
  async restate(
    @CurrentActor() actor: Actor,
    @Param('caseId', idOf('case')) caseId: string,
    @Body() { matter }: MatterBody,
  ): Promise<CaseView> {
    return caseView(await this.matters.restate(actor, caseId, matter));
  }
}
