import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { type ConnectionOf, IdArg, textOf, toConnection } from '../../platform/faces/index.js';
import { type CloseCode, CloseCodeEnum } from '../cases/index.js';
import {
  AcceptEntrustmentResult,
  CompleteGrabResult,
  GrabCaseResult,
  GrabConnection,
  GrabListArgs,
  GrabView,
  grabView,
  RecallGrabResult,
  ReturnGrabResult,
} from './grab.graphql.js';
import type { GrabState } from './grab.lifecycle.js';
import { Grabs } from './grabs.service.js';

const PROVIDERS = { kinds: ['agency', 'law_firm'], roles: ['owner', 'operator'], scope: 'grabs:write' } as const;
const TheGrab = IdArg('grabId', 'grab', 'The grab.');

@Resolver(() => GrabView)
export class GrabResolver {
  constructor(private readonly grabs: Grabs) {}

  @Mutation(() => GrabCaseResult, {
    description: 'Grabs a listed case; first committed wins. Give an Idempotency-Key header to ask again safely.',
  })
  @Access(PROVIDERS)
  async grabCase(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @IdArg('caseId', 'case', 'The listed case.') caseId: string,
  ): Promise<GrabView> {
    return grabView(await this.grabs.grab(actor, key, caseId));
  }

  @Mutation(() => AcceptEntrustmentResult, {
    description:
      "Accepts the entrustment of a grabbed case; due within 48 hours. Opens the debtor's data to the holder.",
  })
  @Access(PROVIDERS)
  async acceptEntrustment(@CurrentActor() actor: Actor, @TheGrab grabId: string): Promise<GrabView> {
    return grabView(await this.grabs.accept(actor, grabId));
  }

  @Mutation(() => ReturnGrabResult, {
    description: 'Gives a case back to the hall. Costs standing points, rising each time.',
  })
  @Access(PROVIDERS)
  async returnGrab(
    @CurrentActor() actor: Actor,
    @TheGrab grabId: string,
    @Args('reason', { type: () => String, description: 'Why, in a few words for the creditor.' }, textOf('reason', 500))
    reason: string,
  ): Promise<GrabView> {
    return grabView(await this.grabs.return(actor, grabId, reason));
  }

  @Mutation(() => RecallGrabResult, { description: 'The creditor takes its case back from the holder.' })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async recallGrab(
    @CurrentActor() actor: Actor,
    @TheGrab grabId: string,
    @Args('reason', { type: () => String, description: 'Why, in a few words for the provider.' }, textOf('reason', 500))
    reason: string,
    @Args('relist', { type: () => Boolean, defaultValue: false, description: 'Back to the hall instead of withdrawn.' })
    relist: boolean,
  ): Promise<GrabView> {
    return grabView(await this.grabs.recall(actor, grabId, reason, relist));
  }

  @Mutation(() => CompleteGrabResult, { description: 'Closes a case its holder is done with, by a close code.' })
  @Access(PROVIDERS)
  async completeGrab(
    @CurrentActor() actor: Actor,
    @TheGrab grabId: string,
    @Args('closeCode', { type: () => CloseCodeEnum, description: 'How it ended.' }) closeCode: CloseCode,
  ): Promise<GrabView> {
    return grabView(await this.grabs.complete(actor, grabId, closeCode));
  }

  @Query(() => GrabConnection, { description: 'The grabs of your organisation, newest first.' })
  @Access({ kinds: ['agency', 'law_firm', 'creditor', 'platform'], scope: 'grabs:read' })
  async myGrabs(@CurrentActor() actor: Actor, @Args() args: GrabListArgs): Promise<ConnectionOf<GrabView>> {
    return toConnection(await this.grabs.list(actor, args, { state: args.state as GrabState }), grabView);
  }

  @Query(() => GrabView, { description: 'One grab of yours.' })
  @Access({ kinds: ['agency', 'law_firm', 'creditor', 'platform'], scope: 'grabs:read' })
  async grab(@CurrentActor() actor: Actor, @IdArg('id', 'grab', 'The grab.') id: string): Promise<GrabView> {
    return grabView(await this.grabs.get(actor, id));
  }
}
