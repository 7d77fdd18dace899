import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { PolicyView, SetPolicyInput, SetPolicyResult } from './policies.graphql.js';
import { PolicyDesk } from './policy-desk.service.js';

@Resolver(() => PolicyView)
export class PoliciesResolver {
  constructor(private readonly desk: PolicyDesk) {}

  @Query(() => [PolicyView], { description: 'Every policy with the figures in force.' })
  @Access({ kinds: ['platform'], roles: ['owner', 'risk', 'finance', 'reviewer'] })
  policies(): Promise<PolicyView[]> {
    return this.desk.all();
  }

  @Mutation(() => SetPolicyResult, {
    description: 'Changes figures of one policy; in force within two seconds everywhere.',
  })
  @Access({ kinds: ['platform'], roles: ['owner'] })
  async setPolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What to change.' }) input: SetPolicyInput,
  ): Promise<PolicyView> {
    return Object.assign(new PolicyView(), await this.desk.set(actor, input.name, input.change));
  }
}
