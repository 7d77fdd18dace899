import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { Cases, CaseView, caseView } from '../cases/index.js';
import { GrabView, GrabViews } from '../grabs/index.js';
import { CaseInterventionArgs, GrabInterventionArgs } from './intervention.inputs.js';
import { Interventions } from './interventions.service.js';

const GUARDIANS = { kinds: ['platform'], roles: ['owner', 'risk'] } as const;
const InterventionResult = resultUnion('InterventionResult', CaseView);
const RecallByPlatformResult = resultUnion('RecallByPlatformResult', GrabView);

/** For members of the platform, never for machines. */
@Resolver()
export class InterventionResolver {
  constructor(
    private readonly interventions: Interventions,
    private readonly cases: Cases,
    private readonly views: GrabViews,
  ) {}

  @Mutation(() => RecallByPlatformResult, {
    description: 'Takes a case from its holder, without a penalty; for owner and risk of the platform.',
  })
  @Access(GUARDIANS)
  async recallGrabByPlatform(@CurrentActor() actor: Actor, @Args() args: GrabInterventionArgs): Promise<GrabView> {
    return this.views.of(await this.interventions.recall(actor, args.grabId, args, args.relist));
  }

  @Mutation(() => InterventionResult, {
    description: 'Withdraws a case that no provider holds; for owner and risk of the platform.',
  })
  @Access(GUARDIANS)
  async withdrawCaseByPlatform(@CurrentActor() actor: Actor, @Args() args: CaseInterventionArgs): Promise<CaseView> {
    await this.interventions.withdraw(actor, args.caseId, args);
    return caseView(await this.cases.get(actor, args.caseId));
  }

  @Mutation(() => InterventionResult, {
    description:
      'Stops all work on a listed or held case: it leaves the hall, its holder cannot act and deadlines stand still; for owner and risk of the platform.',
  })
  @Access(GUARDIANS)
  async freezeCase(@CurrentActor() actor: Actor, @Args() args: CaseInterventionArgs): Promise<CaseView> {
    await this.interventions.freeze(actor, args.caseId, args);
    return caseView(await this.cases.get(actor, args.caseId));
  }

  @Mutation(() => InterventionResult, {
    description: 'Lets a frozen case go on where it was frozen; for owner and risk of the platform.',
  })
  @Access(GUARDIANS)
  async unfreezeCase(@CurrentActor() actor: Actor, @Args() args: CaseInterventionArgs): Promise<CaseView> {
    await this.interventions.unfreeze(actor, args.caseId, args);
    return caseView(await this.cases.get(actor, args.caseId));
  }
}
