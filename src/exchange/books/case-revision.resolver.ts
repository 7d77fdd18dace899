import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { IdArg, textOf, toConnection } from '../../platform/faces/index.js';
import { REVISION_JUDGES, REVISION_READERS } from './case-revision.access.js';
import {
  CaseRevisionConnection,
  CaseRevisionListArgs,
  CaseRevisionView,
  ConfirmCaseRevisionInput,
  ConfirmCaseRevisionResult,
  caseRevisionView,
  DeclineCaseRevisionResult,
} from './case-revision.graphql.js';
import { CaseRevisions } from './case-revisions.service.js';

@Resolver(() => CaseRevisionView)
export class CaseRevisionResolver {
  constructor(private readonly service: CaseRevisions) {}

  @Query(() => CaseRevisionConnection, {
    description: 'Lower amounts that your books showed while a provider held the case, newest first.',
  })
  @Access(REVISION_READERS)
  async caseRevisions(@CurrentActor() actor: Actor, @Args() { filter, ...page }: CaseRevisionListArgs) {
    return toConnection(await this.service.list(actor, page, filter ?? {}), caseRevisionView);
  }

  @Mutation(() => ConfirmCaseRevisionResult, {
    description:
      'Consents to a lower amount. It is proposed to the holder of the case as a change of its lines, and counts once the holder agrees; at once when nobody holds the case any more. No repayment and no commission follow from it.',
  })
  @Access(REVISION_JUDGES)
  async confirmCaseRevision(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Args('input', { description: 'The case and the amount.' }) { caseId, outstandingFen }: ConfirmCaseRevisionInput,
  ): Promise<CaseRevisionView> {
    return caseRevisionView(await this.service.confirm(actor, key, caseId, outstandingFen));
  }

  @Mutation(() => DeclineCaseRevisionResult, {
    description:
      'Declines the lower amount of a held case: the agreed amount stays, and the same amount is not proposed again.',
  })
  @Access(REVISION_JUDGES)
  async declineCaseRevision(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @IdArg('caseId', 'case', 'The case.') caseId: string,
    @Args('reason', { type: () => String, description: 'Why, 1 to 500 characters.' }, textOf('reason', 500))
    reason: string,
  ): Promise<CaseRevisionView> {
    return caseRevisionView(await this.service.decline(actor, key, caseId, reason));
  }
}
