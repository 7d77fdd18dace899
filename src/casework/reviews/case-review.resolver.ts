import { Args, ArgsType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import {
  type ConnectionOf,
  IdArg,
  IdField,
  TextField,
  TextsField,
  textOf,
  toConnection,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { CaseConnection, CaseView, caseView } from '../cases/index.js';
import { CaseReviews } from './case-reviews.service.js';
import { ReviewClaimed, ReviewNotClaimed } from './review.refusals.js';

const ClaimCaseReviewResult = resultUnion('ClaimCaseReviewResult', CaseView, [ReviewClaimed]);
const AdmitCaseResult = resultUnion('AdmitCaseResult', CaseView, [ReviewClaimed, ReviewNotClaimed]);
const RejectCaseResult = resultUnion('RejectCaseResult', CaseView, [ReviewClaimed, ReviewNotClaimed]);

const REVIEWER = { kinds: ['platform'], roles: ['owner', 'reviewer'] } as const;

@ArgsType()
export class RejectCaseArgs {
  @IdField('case', { description: 'The case.' }) caseId!: string;
  @TextsField({
    ...{ minItems: 1, maxItems: 10, pattern: /^[A-Z][A-Z0-9_]{1,59}$/, message: 'NOT_CODES' },
    description: '1 to 10 codes of reasons, such as LEGAL_ORIGIN_UNCLEAR.',
  })
  reasonCodes!: string[];
  @TextField({ nullable: true, max: 500, description: 'A note to the creditor, up to 500 characters.' }) note?:
    | string
    | null;
}

const TheCase = IdArg('caseId', 'case', 'The case.');

@Resolver(() => CaseView)
export class CaseReviewResolver {
  constructor(private readonly reviews: CaseReviews) {}

  @Query(() => CaseConnection, { description: 'Cases in state `submitted` or `under_review`, oldest first.' })
  @Access(REVIEWER)
  async reviewQueue(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, description: 'How many, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string | null,
  ): Promise<ConnectionOf<CaseView>> {
    return toConnection(await this.reviews.queue(actor, { first, after: after ?? null }), caseView, null, (one) => [
      one.id,
    ]);
  }

  @Mutation(() => ClaimCaseReviewResult, { description: 'Claims a case for review; an owner may take a claim over.' })
  @Access(REVIEWER)
  async claimCaseReview(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<CaseView> {
    return caseView(await this.reviews.claim(actor, caseId));
  }

  @Mutation(() => AdmitCaseResult, { description: 'Admits a claimed case and lists it in the hall (案件受理确认).' })
  @Access(REVIEWER)
  async admitCase(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @Args('reason', { type: () => String, description: 'Why the case may be admitted.' }, textOf('reason', 500))
    reason: string,
  ): Promise<CaseView> {
    return caseView(await this.reviews.admit(actor, caseId, reason));
  }

  @Mutation(() => RejectCaseResult, { description: 'Rejects a claimed case.' })
  @Access(REVIEWER)
  async rejectCase(@CurrentActor() actor: Actor, @Args() { caseId, reasonCodes, note }: RejectCaseArgs) {
    return caseView(await this.reviews.reject(actor, caseId, reasonCodes, note ?? null));
  }
}
