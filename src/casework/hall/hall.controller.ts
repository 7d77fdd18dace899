import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, type ListOf, pageInput } from '../../platform/faces/index.js';
import { hallList } from './hall.graphql.js';
import { HallQuery } from './hall.query.js';
import { type HallPaths, HallReader } from './hall.reader.js';
import { HALL_ACCESS } from './hall-audience.js';
import { HallCaseView } from './hall-case.js';

const REST_PATHS: HallPaths = { filter: '', after: 'cursor' };

@ApiTags('hall')
@Controller('v1')
export class HallController {
  constructor(private readonly reader: HallReader) {}

  @Get('hall')
  @ApiOperation({ operationId: 'listHall', summary: 'The listed cases, de-identified.' })
  @Answers(HallCaseView, { list: true, description: 'One page of listings.' })
  @Access(HALL_ACCESS)
  async list(@CurrentActor() actor: Actor, @Query() query: HallQuery): Promise<ListOf<HallCaseView>> {
    return hallList(
      await this.reader.page(actor, { ...pageInput(query), filter: query, sort: query.sort }, REST_PATHS),
    );
  }
}
