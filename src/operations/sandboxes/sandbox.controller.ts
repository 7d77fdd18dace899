import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { Answers, Idempotent, idOf, type ListOf } from '../../platform/faces/index.js';
import { OwnSandboxes } from './own-sandboxes.service.js';
import {
  magicValues,
  SandboxCreatedView,
  SandboxMagicValueView,
  SandboxView,
  sandboxCreatedView,
  sandboxView,
} from './sandbox.graphql.js';
import { AdvanceClockBody, CreateSandboxInput } from './sandbox.inputs.js';
import { MAKES, MOVES, READS } from './sandbox.resolver.js';

const TheSandbox = Param('sandboxId', idOf('sandbox'));

@ApiTags('sandboxes')
@Controller('v1')
export class SandboxController {
  constructor(private readonly sandboxes: OwnSandboxes) {}

  @Post('sandboxes')
  @ApiOperation({ operationId: 'createSandbox', summary: 'Make a sandbox of test organisations.' })
  @Answers(SandboxCreatedView, { status: 201, description: 'The sandbox with the keys of its organisations.' })
  @Access(MAKES)
  async create(@CurrentActor() actor: Actor, @Body() input: CreateSandboxInput) {
    return sandboxCreatedView(await this.sandboxes.create(actor, input));
  }

  @Get('sandboxes')
  @ApiOperation({ operationId: 'listSandboxes', summary: 'Your sandboxes; for a test key its own sandbox.' })
  @Answers(SandboxView, { list: true, description: 'All of them.' })
  @Access(READS)
  async list(@CurrentActor() actor: Actor) {
    return whole((await this.sandboxes.list(actor)).map(sandboxView));
  }

  @Get('sandboxes/:sandboxId')
  @ApiOperation({ operationId: 'getSandbox', summary: 'One sandbox with its clock.' })
  @Answers(SandboxView, { description: 'The sandbox.' })
  @Access(READS)
  async one(@CurrentActor() actor: Actor, @TheSandbox sandboxId: string) {
    return sandboxView(await this.sandboxes.get(actor, sandboxId));
  }

  @Post('sandboxes/:sandboxId/clock')
  @Idempotent()
  @ApiOperation({ operationId: 'advanceSandboxClock', summary: 'Move a sandbox’s clock forward.' })
  @Answers(SandboxView, { description: 'The sandbox with its new clock.' })
  @Access(MOVES)
  async advance(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @TheSandbox sandboxId: string,
    @Body() { seconds }: AdvanceClockBody,
  ): Promise<SandboxView> {
    return sandboxView(await this.sandboxes.advance(actor, key, sandboxId, seconds));
  }

  @Delete('sandboxes/:sandboxId')
  @ApiOperation({ operationId: 'deleteSandbox', summary: 'End a sandbox, its keys and its logins.' })
  @Answers(SandboxView, { description: 'The deleted sandbox.' })
  @Access(MAKES)
  async remove(@CurrentActor() actor: Actor, @TheSandbox sandboxId: string) {
    return sandboxView(await this.sandboxes.remove(actor, sandboxId));
  }

  @Get('sandbox-magic-values')
  @ApiOperation({ operationId: 'listSandboxMagicValues', summary: 'The values for each outcome in a sandbox.' })
  @Answers(SandboxMagicValueView, { list: true, description: 'All of them.' })
  @Access(READS)
  magic(): ListOf<SandboxMagicValueView> {
    return whole(magicValues());
  }
}

function whole<T>(data: T[]): ListOf<T> {
  return { data, nextCursor: null, hasMore: false };
}
