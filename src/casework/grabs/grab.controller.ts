import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import {
  Answers,
  Idempotent,
  IdField,
  idOf,
  type ListOf,
  ListQuery,
  listOf,
  pageInput,
  WordField,
} from '../../platform/faces/index.js';
import { GrabView, GrabViews } from './grab.graphql.js';
import { GRAB_STATES, type GrabState } from './grab.lifecycle.js';
import { Grabs } from './grabs.service.js';

class GrabListQuery extends ListQuery {
  @IdField('case', { nullable: true, description: 'Only grabs of this case.' }) caseId?: string;
  @WordField(GRAB_STATES, { nullable: true, description: 'Only grabs in this state.' }) state?: GrabState;
  @WordField(['true', 'false'], {
    nullable: true,
    description: 'Only grabs whose proposed close waits for the creditor, or only others.',
  })
  closeProposed?: 'true' | 'false';
}

@ApiTags('grabs')
@Controller('v1')
export class GrabController {
  constructor(
    private readonly grabs: Grabs,
    private readonly views: GrabViews,
  ) {}

  @Post('cases/:caseId/grab')
  @Idempotent()
  @ApiOperation({ operationId: 'grabCase', summary: 'Grab a listed case; the first committed grab wins.' })
  @Answers(GrabView, { status: 201, description: 'The grab; your organisation holds the case.' })
  @Access({ kinds: ['agency', 'law_firm'], roles: ['owner', 'operator'], scope: 'grabs:write' })
  async grab(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Param('caseId', idOf('case')) caseId: string,
  ): Promise<GrabView> {
    return this.views.of(await this.grabs.grab(actor, key, caseId));
  }

  @Get('grabs/:grabId')
  @ApiOperation({ operationId: 'getGrab', summary: 'One grab of your organisation.' })
  @Answers(GrabView, { description: 'The grab.' })
  @Access({ kinds: ['agency', 'law_firm', 'creditor', 'platform'], scope: 'grabs:read' })
  async one(@CurrentActor() actor: Actor, @Param('grabId', idOf('grab')) grabId: string): Promise<GrabView> {
    return this.views.of(await this.grabs.get(actor, grabId));
  }

  @Get('grabs')
  @ApiOperation({ operationId: 'listGrabs', summary: 'The grabs of your organisation, newest first.' })
  @Answers(GrabView, { list: true, description: 'One page of grabs.' })
  @Access({ kinds: ['agency', 'law_firm', 'creditor', 'platform'], scope: 'grabs:read' })
  async list(@CurrentActor() actor: Actor, @Query() query: GrabListQuery): Promise<ListOf<GrabView>> {
    const { state, caseId, closeProposed: proposed } = query;
    const closeProposed = proposed && proposed === 'true';
    return listOf(await this.grabs.list(actor, pageInput(query), { state, caseId, closeProposed }), this.views.of);
  }
}
