import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg } from '../../platform/faces/index.js';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import { StandingView, standingView } from '../standing/index.js';
import { VetoGradeInput, VetoGradeResult } from './oversight.graphql.js';
import { Vetoes } from './vetoes.service.js';

const GUARDIANS = { kinds: ['platform'], roles: ['owner', 'risk'] } as const;

/** For members of the platform, never for machines. */
@Resolver()
export class VetoResolver {
  constructor(private readonly vetoes: Vetoes) {}

  @Mutation(() => VetoGradeResult, {
    description:
      'Limits the grade of a provider up to a day, whatever it recovers; a veto set before is replaced. For owner and risk of the platform.',
  })
  @Access(GUARDIANS)
  async vetoGrade(
    @CurrentActor() actor: Actor,
    @Context() { locale }: GraphqlContext,
    @Args('input', { description: 'The provider, the highest grade, why and until when.' }) input: VetoGradeInput,
  ): Promise<StandingView> {
    const { providerId, grade, reason, until } = input;
    return standingView(await this.vetoes.set(actor, providerId, { grade, reason, until }), locale);
  }

  @Mutation(() => VetoGradeResult, {
    description: 'Lifts the limit of a grade before its last day; for owner and risk of the platform.',
  })
  @Access(GUARDIANS)
  async liftVeto(
    @CurrentActor() actor: Actor,
    @Context() { locale }: GraphqlContext,
    @IdArg('providerId', 'organisation', 'Whose grade is limited.') providerId: string,
  ): Promise<StandingView> {
    return standingView(await this.vetoes.lift(actor, providerId), locale);
  }
}
