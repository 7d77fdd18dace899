import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { type ConnectionOf, IdArg, toConnection } from '../../platform/faces/index.js';
import { Activities } from './activities.service.js';
import {
  ActivityConnection,
  ActivityView,
  activityView,
  LogActivityInput,
  LogActivityResult,
} from './activity.graphql.js';

@Resolver(() => ActivityView)
export class ActivityResolver {
  constructor(private readonly service: Activities) {}

  @Mutation(() => LogActivityResult, {
    description: 'Logs an activity on a held case; the first is due within 72 hours of the grab.',
  })
  @Access({ kinds: ['agency', 'law_firm'], roles: ['owner', 'operator'], scope: 'collection:write' })
  async logActivity(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The activity.' }) input: LogActivityInput,
  ): Promise<ActivityView> {
    return activityView(await this.service.log(actor, input));
  }

  @Query(() => ActivityConnection, { description: 'The activities on a case you may see, newest first.' })
  @Access({ kinds: ['agency', 'law_firm', 'creditor', 'platform'], scope: 'collection:read' })
  async activities(
    @CurrentActor() actor: Actor,
    @IdArg('caseId', 'case', 'The case.') caseId: string,
    @Args('first', { type: () => Int, description: 'How many, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
  ): Promise<ConnectionOf<ActivityView>> {
    return toConnection(await this.service.list(actor, caseId, { first, after }), activityView);
  }
}
