import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { viewOf } from '../../platform/faces/index.js';
import { PlatformPolicies } from './platform-policies.service.js';
import { PolicyView, SetPolicyInput, SetPolicyResult } from './policies.graphql.js';

@Resolver(() => PolicyView)
export class PoliciesResolver {
  constructor(private readonly figures: PlatformPolicies) {}

  @Query(() => [PolicyView], { description: 'Every policy with the figures in force.' })
  @Access({ kinds: ['platform'], roles: ['owner', 'risk', 'finance', 'reviewer'] })
  policies(): Promise<PolicyView[]> {
    return this.figures.all();
  }

  @Mutation(() => SetPolicyResult, { description: 'Changes figures of one policy, everywhere within two seconds.' })
  @Access({ kinds: ['platform'], roles: ['owner'] })
  async setPolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What to change.' }) input: SetPolicyInput,
  ): Promise<PolicyView> {
    return viewOf(PolicyView, await this.figures.set(actor, input.name, input.change));
  }
}
