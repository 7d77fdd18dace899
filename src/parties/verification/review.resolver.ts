import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { DayScalar, IdArg, toConnection } from '../../platform/faces/index.js';
import { Reviews } from './reviews.js';
import {
  queueItemView,
  ReviewVerificationResult,
  summaryView,
  VerificationConnection,
  VerificationView,
  verificationView,
} from './verification.graphql.js';
import { DecisionArgs, QueueArgs, reasonsOf } from './verification.inputs.js';
import { VerificationReader } from './verification-reader.js';

const REVIEWER = { kinds: ['platform'], roles: ['reviewer'] } as const;
const STAFF = { kinds: ['platform'], roles: ['reviewer', 'risk', 'owner'] } as const;
const GUARDIAN = { kinds: ['platform'], roles: ['reviewer', 'risk'] } as const;

const TheApplication = IdArg('id', 'application', 'The application, ver_….');

/** The reviewers' side; for members of the platform, never for machines. */
@Resolver()
export class ReviewResolver {
  constructor(
    private readonly reviews: Reviews,
    private readonly reader: VerificationReader,
  ) {}

  @Query(() => VerificationConnection, { description: 'Applications to review, longest waiting first.' })
  @Access(STAFF)
  async verificationQueue(@CurrentActor() actor: Actor, @Args() { filter, ...page }: QueueArgs) {
    const total = () => this.reader.countQueue(actor, filter ?? {});
    return toConnection(await this.reader.queue(actor, filter ?? {}, page), queueItemView, total);
  }

  @Query(() => VerificationView, { description: 'One application; identifiers are masked unless you have claimed it.' })
  @Access(STAFF)
  async verification(@CurrentActor() actor: Actor, @TheApplication id: string) {
    return verificationView(await this.reader.one(actor, id));
  }

  @Mutation(() => ReviewVerificationResult, { description: 'Claims an application for review, for a limited time.' })
  @Access(REVIEWER)
  async claimVerification(@CurrentActor() actor: Actor, @TheApplication id: string) {
    return summaryView(await this.reviews.claim(actor, id));
  }

  @Mutation(() => ReviewVerificationResult, { description: 'Gives a claimed application back to the queue.' })
  @Access(REVIEWER)
  async releaseVerification(@CurrentActor() actor: Actor, @TheApplication id: string) {
    return summaryView(await this.reviews.giveBack(actor, id));
  }

  @Mutation(() => ReviewVerificationResult, { description: 'Approves an application that you have claimed.' })
  @Access(REVIEWER)
  async approveVerification(
    @CurrentActor() actor: Actor,
    @TheApplication id: string,
    @Args('validUntil', {
      type: () => DayScalar,
      nullable: true,
      description: 'Last day of the approval; left out or null means the usual time.',
    })
    validUntil?: string | null,
  ) {
    return summaryView(await this.reviews.approve(actor, id, validUntil ?? null));
  }

  @Mutation(() => ReviewVerificationResult, { description: 'Rejects an application that you have claimed.' })
  @Access(REVIEWER)
  async rejectVerification(@CurrentActor() actor: Actor, @Args() decision: DecisionArgs) {
    return summaryView(await this.reviews.reject(actor, decision.id, reasonsOf(decision)));
  }

  @Mutation(() => ReviewVerificationResult, { description: 'Suspends an approval for the time being.' })
  @Access(GUARDIAN)
  async suspendVerification(@CurrentActor() actor: Actor, @Args() decision: DecisionArgs) {
    return summaryView(await this.reviews.suspend(actor, decision.id, reasonsOf(decision)));
  }

  @Mutation(() => ReviewVerificationResult, { description: 'Ends a suspension.' })
  @Access(GUARDIAN)
  async reinstateVerification(@CurrentActor() actor: Actor, @Args() decision: DecisionArgs) {
    return summaryView(await this.reviews.reinstate(actor, decision.id, reasonsOf(decision)));
  }

  @Mutation(() => ReviewVerificationResult, { description: 'Revokes an approval for good.' })
  @Access(GUARDIAN)
  async revokeVerification(@CurrentActor() actor: Actor, @Args() decision: DecisionArgs) {
    return summaryView(await this.reviews.revoke(actor, decision.id, reasonsOf(decision)));
  }
}
