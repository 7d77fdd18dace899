import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { PlatformPolicies } from './platform-policies.service.js';
import { PolicyView, policyView, SetPolicyInput, SetPolicyResult } from './policies.graphql.js';

@Resolver(() => PolicyView)
export class PoliciesResolver {
  constructor(private readonly figures: PlatformPolicies) {}

  @Query(() => [PolicyView], { description: 'Every policy with the figures in force.' })
  @Access({ kinds: ['platform'], roles: ['owner', 'risk', 'finance', 'reviewer'] })
  async policies(): Promise<PolicyView[]> {
    return (await this.figures.all()).map(policyView);
  }

  @Mutation(() => SetPolicyResult, {
    description: 'Changes figures of one policy, everywhere within two seconds; a dry run only shows the result.',
  })
  @Access({ kinds: ['platform'], roles: ['owner'] })
  async setPolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What to change.' }) input: SetPolicyInput,
  ): Promise<PolicyView> {
    return policyView(await this.figures.set(actor, input.name, input.change, input.dryRun ?? false));
  }
}
