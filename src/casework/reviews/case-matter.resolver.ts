import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { AccessRule, Actor } from '../../kernel/access/index.js';
import { OrganisationNotVerified } from '../../parties/approvals/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { MatterEnum } from '../admission/index.js';
import { CaseNotAdmissible, CaseView, caseView } from '../cases/index.js';
import type { Matter } from '../debt/index.js';
import { CaseMatters } from './case-matters.service.js';

/** May restate what a case is about: its creditor, and reviewers of the platform. */
export const MATTER_WRITERS = {
  kinds: ['creditor', 'platform'],
  roles: ['owner', 'operator', 'reviewer'],
  scope: 'cases:write',
} as const satisfies AccessRule;

const RestateMatterResult = resultUnion('RestateMatterResult', CaseView, [CaseNotAdmissible, OrganisationNotVerified]);

@Resolver()
export class CaseMatterResolver {
  constructor(private readonly matters: CaseMatters) {}

  @Mutation(() => RestateMatterResult, {
    description:
      'Restates what a case is about, while no provider holds it; for its creditor and for reviewers. Recorded in its history.',
  })
  @Access(MATTER_WRITERS)
  async restateMatter(
    @CurrentActor() actor: Actor,
    @IdArg('caseId', 'case', 'The case.') caseId: string,
    @Args('matter', { type: () => MatterEnum, description: 'What the case is about.' }) matter: Matter,
  ): Promise<CaseView> {
    return caseView(await this.matters.restate(actor, caseId, matter));
  }
}
