import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { type ConnectionOf, optionalIdOf, toConnection } from '../../platform/faces/index.js';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import {
  StandingChangeConnection,
  type StandingChangeView,
  StandingHistoryArgs,
  StandingView,
  standingChangeView,
  standingView,
} from './standing.graphql.js';
import { Standings } from './standings.service.js';

@Resolver(() => StandingView)
export class StandingResolver {
  constructor(private readonly standings: Standings) {}

  @Query(() => StandingView, {
    description: 'Your grade, rates and quota, explained. The platform may name any provider.',
  })
  @Access({ kinds: ['agency', 'law_firm', 'platform'], scope: 'standing:read' })
  async standing(
    @CurrentActor() actor: Actor,
    @Context() { locale }: GraphqlContext,
    @Args(
      'providerId',
      {
        type: () => ID,
        nullable: true,
        description: 'Another provider; for the platform only.',
      },
      optionalIdOf('organisation'),
    )
    providerId?: string,
  ): Promise<StandingView> {
    return standingView(await this.standings.standing(actor, providerId ?? actor.organisationId), locale);
  }

  @Query(() => StandingChangeConnection, {
    description: 'What your grade and quota were and why, newest first. The platform may name any provider.',
  })
  @Access({ kinds: ['agency', 'law_firm', 'platform'], scope: 'standing:read' })
  async standingHistory(
    @CurrentActor() actor: Actor,
    @Context() { locale }: GraphqlContext,
    @Args() { providerId, ...page }: StandingHistoryArgs,
  ): Promise<ConnectionOf<StandingChangeView>> {
    const changes = await this.standings.history(actor, providerId ?? actor.organisationId, page);
    return toConnection(changes, (one) => standingChangeView(one, locale));
  }
}
