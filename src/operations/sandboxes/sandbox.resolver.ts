import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { IdArg } from '../../platform/faces/index.js';
import { OwnSandboxes } from './own-sandboxes.service.js';
import {
  AdvanceSandboxClockResult,
  CreateSandboxResult,
  DeleteSandboxResult,
  magicValues,
  type SandboxCreatedView,
  SandboxMagicValueView,
  SandboxView,
  sandboxCreatedView,
  sandboxView,
} from './sandbox.graphql.js';
import { CreateSandboxInput } from './sandbox.inputs.js';

const CUSTOMERS = ['creditor', 'agency', 'law_firm'] as const;
/** People only: no API key makes or deletes a sandbox. */
export const MAKES = { kinds: CUSTOMERS, roles: ['owner'] } as const;
export const READS = { kinds: CUSTOMERS, scope: 'sandbox:read' } as const;
export const MOVES = { kinds: CUSTOMERS, roles: ['owner', 'operator'], scope: 'sandbox:write' } as const;

const TheSandbox = IdArg('sandboxId', 'sandbox', 'The sandbox.');

@Resolver(() => SandboxView)
export class SandboxResolver {
  constructor(private readonly desk: OwnSandboxes) {}

  @Query(() => [SandboxView], { description: 'Your sandboxes, newest first; for a test organisation its own sandbox.' })
  @Access(READS)
  async sandboxes(@CurrentActor() actor: Actor) {
    return (await this.desk.list(actor)).map(sandboxView);
  }

  @Query(() => SandboxView, { description: 'One of your sandboxes; for a test organisation its own sandbox.' })
  @Access(READS)
  async sandbox(@CurrentActor() actor: Actor, @IdArg('id', 'sandbox', 'The sandbox.') id: string) {
    return sandboxView(await this.desk.get(actor, id));
  }

  @Query(() => [SandboxMagicValueView], { description: 'The values for each outcome in a sandbox.' })
  @Access(READS)
  sandboxMagicValues(): SandboxMagicValueView[] {
    return magicValues();
  }

  @Mutation(() => CreateSandboxResult, { description: 'Makes a sandbox; a live organisation has at most five.' })
  @Access(MAKES)
  async createSandbox(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The sandbox to make.' }) input: CreateSandboxInput,
  ): Promise<SandboxCreatedView> {
    return sandboxCreatedView(await this.desk.create(actor, input));
  }

  @Mutation(() => AdvanceSandboxClockResult, {
    description: 'Moves a sandbox’s clock forward: its open deadlines come closer, usually within a second.',
  })
  @Access(MOVES)
  async advanceSandboxClock(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @TheSandbox sandboxId: string,
    @Args('seconds', { type: () => Int, description: 'How many seconds, 1 to 34,560,000 (400 days).' })
    seconds: number,
  ): Promise<SandboxView> {
    return sandboxView(await this.desk.advance(actor, key, sandboxId, seconds));
  }

  @Mutation(() => DeleteSandboxResult, { description: 'Deletes a sandbox: its keys end and its cases leave the hall.' })
  @Access(MAKES)
  async deleteSandbox(@CurrentActor() actor: Actor, @TheSandbox sandboxId: string) {
    return sandboxView(await this.desk.remove(actor, sandboxId));
  }
}
