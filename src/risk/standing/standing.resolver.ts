import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { optionalIdOf } from '../../platform/faces/index.js';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import { StandingView, standingView } from './standing.graphql.js';
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
}
