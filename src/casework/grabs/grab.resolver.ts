import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { type ConnectionOf, IdArg, textOf, toConnection } from '../../platform/faces/index.js';
import type { RecallReason } from '../../risk/standing/index.js';
import {
  AcceptEntrustmentResult,
  GrabCaseResult,
  GrabConnection,
  GrabListArgs,
  GrabView,
  GrabViews,
  RecallGrabResult,
  RecallReasonEnum,
  ReturnGrabResult,
} from './grab.graphql.js';
import type { GrabState } from './grab.lifecycle.js';
import { Grabs } from './grabs.service.js';

const PROVIDERS = { kinds: ['agency', 'law_firm'], roles: ['owner', 'operator'], scope: 'grabs:write' } as const;
const TheGrab = IdArg('grabId', 'grab', 'The grab.');

@Resolver(() => GrabView)
export class GrabResolver {
  constructor(
    private readonly grabs: Grabs,
    private readonly views: GrabViews,
  ) {}

  @Mutation(() => GrabCaseResult, {
    description:
      'Grabs a listed case; the first committed grab wins. An Idempotency-Key header makes a repetition safe.',
  })
  @Access(PROVIDERS)
  async grabCase(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @IdArg('caseId', 'case', 'The listed case.') caseId: string,
  ): Promise<GrabView> {
    return this.views.of(await this.grabs.grab(actor, key, caseId));
  }

  @Mutation(() => AcceptEntrustmentResult, {
    description: "Accepts the entrustment, due within 48 hours of the grab. Discloses the debtor's data to the holder.",
  })
  @Access(PROVIDERS)
  async acceptEntrustment(@CurrentActor() actor: Actor, @TheGrab grabId: string): Promise<GrabView> {
    return this.views.of(await this.grabs.accept(actor, grabId));
  }

  @Mutation(() => ReturnGrabResult, { description: 'Returns a case. Costs standing points, more each time.' })
  @Access(PROVIDERS)
  async returnGrab(
    @CurrentActor() actor: Actor,
    @TheGrab grabId: string,
    @Args(
      'reason',
      { type: () => String, description: 'Why, for the creditor; up to 500 characters.' },
      textOf('reason', 500),
    )
    reason: string,
  ): Promise<GrabView> {
    return this.views.of(await this.grabs.return(actor, grabId, reason));
  }

  @Mutation(() => RecallGrabResult, { description: 'Takes a case back from its holder; for its creditor.' })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async recallGrab(
    @CurrentActor() actor: Actor,
    @TheGrab grabId: string,
    @Args(
      'reason',
      { type: () => String, description: 'Why, for the provider; up to 500 characters.' },
      textOf('reason', 500),
    )
    reason: string,
    @Args('relist', { type: () => Boolean, defaultValue: false, description: 'Lists it again; withdrawn when false.' })
    relist: boolean,
    @Args('reasonCode', {
      type: () => RecallReasonEnum,
      nullable: true,
      description: 'Why, as a code; it decides whether the recall counts for the holder’s standing. Left out: it does.',
    })
    reasonCode?: RecallReason | null,
  ): Promise<GrabView> {
    const request = { grabId, reason, relist, ...(reasonCode ? { recallReason: reasonCode } : {}) };
    return this.views.of(await this.grabs.recall(actor, request));
  }

  @Query(() => GrabConnection, { description: 'The grabs of your organisation, newest first.' })
  @Access({ kinds: ['agency', 'law_firm', 'creditor', 'platform'], scope: 'grabs:read' })
  async myGrabs(@CurrentActor() actor: Actor, @Args() args: GrabListArgs): Promise<ConnectionOf<GrabView>> {
    const { state, caseId, closeProposed } = args;
    const filter = { state: state as GrabState | null | undefined, caseId, closeProposed };
    return toConnection(await this.grabs.list(actor, args, filter), this.views.of);
  }

  @Query(() => GrabView, { description: 'One grab of your organisation.' })
  @Access({ kinds: ['agency', 'law_firm', 'creditor', 'platform'], scope: 'grabs:read' })
  async grab(@CurrentActor() actor: Actor, @IdArg('id', 'grab', 'The grab.') id: string): Promise<GrabView> {
    return this.views.of(await this.grabs.get(actor, id));
  }
}
