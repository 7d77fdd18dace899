import { Args, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { publicId } from '../../kernel/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { FenScalar, JsonField, TextField } from '../../platform/faces/index.js';
import type { ShadowMove } from './shadow-run.policy.js';
import { type ShadowRun, ShadowRuns } from './shadow-runs.service.js';
import { GradeEnum } from './standing.graphql.js';
import type { Standing } from './standing.policy.js';

@ObjectType('SimulatedMove', { description: 'How many providers would go from one grade to another.' })
export class SimulatedMoveView {
  @Field(() => GradeEnum, { description: 'The grade by the figures in force.' }) from!: string;
  @Field(() => GradeEnum, { description: 'The grade they would have; the same one: only the quota would change.' })
  to!: string;
  @Field(() => Int, { description: 'How many.' }) providers!: number;
}

@ObjectType('SimulatedStanding', { description: 'A standing by some figures.' })
export class SimulatedStandingView {
  @Field(() => GradeEnum, { description: 'The grade it would have by these figures.' }) grade!: string;
  @Field(() => Int, { description: 'How many cases might be held at once.' }) casesHeld!: number;
  @Field(() => FenScalar, { nullable: true, description: 'Each case below this amount, in fen; null: no limit.' })
  largestCaseFen!: bigint | null;
  @Field(() => Int, { description: 'The rate that decides, in basis points.' }) shrunkRateBps!: number;
  @Field(() => Int, { description: 'The points that lead to it, 0 to 100.' }) points!: number;
}

@ObjectType('SimulatedProvider', { description: 'A provider whose grade or quota would change.' })
export class SimulatedProviderView {
  @Field(() => ID, { description: 'Whose grade or quota it is.' }) providerId!: string;
  @Field(() => SimulatedStandingView, { description: 'By the figures in force.' }) before!: SimulatedStandingView;
  @Field(() => SimulatedStandingView, { description: 'By the changed ones.' }) after!: SimulatedStandingView;
}

@ObjectType('PolicySimulation', { description: 'What changed figures would do to the records there are.' })
export class PolicySimulationView {
  @Field(() => Int, { description: 'Providers that were looked at, at most 1,000.' }) looked!: number;
  @Field(() => [SimulatedMoveView], { description: 'How many would move, by grade.' }) moves!: SimulatedMoveView[];
  @Field(() => [SimulatedProviderView], { description: 'The first 100 that would.' })
  providers!: SimulatedProviderView[];
  @Field(() => String, { nullable: true, description: 'Go on after this cursor for the next; null at the end.' })
  endCursor!: string | null;
}

@InputType({ description: 'Figures to try.' })
export class SimulatePolicyInput {
  @TextField({ max: 64, description: 'The name of the policy: `standing`.' }) name!: string;
  @JsonField({ description: 'The figures to change, as for `setPolicy`.' }) change!: Record<string, unknown>;
  @TextField({ nullable: true, max: 200, description: 'Go on after this cursor: `endCursor` of the run before.' })
  after?: string | null;
}

@Resolver()
export class ShadowRunResolver {
  constructor(private readonly runs: ShadowRuns) {}

  @Query(() => PolicySimulationView, {
    description:
      'Tries changed figures on the records there are and writes nothing; for owner and risk of the platform.',
  })
  @Access({ kinds: ['platform'], roles: ['owner', 'risk'] })
  async simulatePolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The policy and the figures to change.' }) input: SimulatePolicyInput,
  ): Promise<PolicySimulationView> {
    return simulationView(await this.runs.run(actor, input.name, input.change, input.after));
  }
}

function simulationView({ looked, moves, providers, endCursor }: ShadowRun): PolicySimulationView {
  return { looked, moves: [...moves], providers: providers.map(moveView), endCursor };
}

function moveView({ providerId, before, after }: ShadowMove): SimulatedProviderView {
  return { providerId: publicId('organisation', providerId), before: simulated(before), after: simulated(after) };
}

function simulated({ grade, quota, shrunkRateBps, points }: Standing): SimulatedStandingView {
  return { grade, casesHeld: quota.casesHeld, largestCaseFen: quota.largestCaseFen, shrunkRateBps, points };
}
