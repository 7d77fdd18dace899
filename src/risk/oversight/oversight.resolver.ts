import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { type ConnectionOf, IdArg, toConnection } from '../../platform/faces/index.js';
import { StandingAppealViews } from './appeal-views.js';
import { Appeals } from './appeals.service.js';
import {
  AppealStandingInput,
  AppealStandingResult,
  DecideStandingAppealInput,
  DecideStandingAppealResult,
  StandingAppealConnection,
  StandingAppealListArgs,
  StandingAppealView,
  WithdrawStandingAppealResult,
} from './oversight.graphql.js';

const APPELLANTS = { kinds: ['agency', 'law_firm'], roles: ['owner', 'operator'] } as const;
const JUDGES = { kinds: ['platform'], roles: ['owner', 'risk'] } as const;
const READERS = { kinds: ['agency', 'law_firm', 'platform'], scope: 'standing:read' } as const;

/** Acts are for members, never for machines. */
@Resolver(() => StandingAppealView)
export class OversightResolver {
  constructor(
    private readonly appeals: Appeals,
    private readonly views: StandingAppealViews,
  ) {}

  @Query(() => StandingAppealConnection, {
    description: 'The appeals of your organisation, or for the platform those of its providers, newest first.',
  })
  @Access(READERS)
  async standingAppeals(
    @CurrentActor() actor: Actor,
    @Args() args: StandingAppealListArgs,
  ): Promise<ConnectionOf<StandingAppealView>> {
    const { state, providerId } = args;
    return toConnection(await this.appeals.list(actor, args, { state, providerId }), this.views.of);
  }

  @Query(() => StandingAppealView, { description: 'One appeal.' })
  @Access(READERS)
  async standingAppeal(
    @CurrentActor() actor: Actor,
    @IdArg('id', 'standingAppeal', 'The appeal.') id: string,
  ): Promise<StandingAppealView> {
    return this.views.of(await this.appeals.get(actor, id));
  }

  @Mutation(() => AppealStandingResult, {
    description: 'Appeals against a change of your standing; one appeal at a time.',
  })
  @Access(APPELLANTS)
  async appealStanding(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is said against it.' }) input: AppealStandingInput,
  ): Promise<StandingAppealView> {
    return this.views.of(await this.appeals.open(actor, { ...input }));
  }

  @Mutation(() => WithdrawStandingAppealResult, { description: 'Takes an open appeal of yours back.' })
  @Access(APPELLANTS)
  async withdrawStandingAppeal(
    @CurrentActor() actor: Actor,
    @IdArg('appealId', 'standingAppeal', 'The appeal.') appealId: string,
  ): Promise<StandingAppealView> {
    return this.views.of(await this.appeals.withdraw(actor, appealId));
  }

  @Mutation(() => DecideStandingAppealResult, {
    description: 'Answers an open appeal, once; for owner and risk of the platform. No answer grants a grade by hand.',
  })
  @Access(JUDGES)
  async decideStandingAppeal(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The answer.' }) input: DecideStandingAppealInput,
  ): Promise<StandingAppealView> {
    return this.views.of(await this.appeals.decide(actor, { ...input }));
  }
}
