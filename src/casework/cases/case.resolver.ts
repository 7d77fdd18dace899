import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { OrganisationNotVerified } from '../../parties/approvals/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { type ConnectionOf, IdArg, textOf, toConnection } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { CaseDisclosureView, DebtorNotDisclosed, DebtorView, debtorView, disclosureView } from '../debtors/index.js';
import { CaseConnection, CaseEventView, CaseView, caseView, eventView } from './case.graphql.js';
import { CaseFilterInput, draftFrom, PostCaseInput } from './case.inputs.js';
import { CaseExists, CaseNotAdmissible } from './case.refusals.js';
import { CaseActs } from './case-acts.service.js';
import { Cases } from './cases.service.js';
import { CASE_OBSERVERS, CASE_READERS, CASE_WRITERS, DEBTOR_READERS } from './visibility.policy.js';

const PostCaseResult = resultUnion('PostCaseResult', CaseView, [
  CaseNotAdmissible,
  CaseExists,
  OrganisationNotVerified,
]);
const CaseDebtorResult = resultUnion('CaseDebtorResult', DebtorView, [DebtorNotDisclosed, OrganisationNotVerified]);
const WithdrawCaseResult = resultUnion('WithdrawCaseResult', CaseView);
const RelistCaseResult = resultUnion('RelistCaseResult', CaseView, [OrganisationNotVerified]);

const TheCase = IdArg('caseId', 'case', 'The case.');

@Resolver(() => CaseView)
export class CaseResolver {
  constructor(
    private readonly service: Cases,
    private readonly acts: CaseActs,
  ) {}

  @Query(() => CaseView, { description: 'One case. Fields that you may not see are null or empty.' })
  @Access(CASE_READERS)
  async case(@CurrentActor() actor: Actor, @IdArg('id', 'case', 'The case.') id: string): Promise<CaseView> {
    return caseView(await this.service.get(actor, id));
  }

  @Query(() => CaseConnection, { description: 'Cases you may see, newest first: your own, or those you hold.' })
  @Access(CASE_READERS)
  async cases(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, description: 'How many, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string | null,
    @Args('filter', { nullable: true, description: 'Conditions on the cases.' }) filter: CaseFilterInput = {},
  ): Promise<ConnectionOf<CaseView>> {
    const page = await this.service.page(actor, { first, after: after ?? null }, filter ?? {});
    return toConnection(
      page,
      caseView,
      () => this.service.count(actor, filter ?? {}),
      (one) => [one.id],
    );
  }

  @Query(() => [CaseEventView], { description: 'The history of a case, oldest first; for creditor and platform.' })
  @Access(CASE_OBSERVERS)
  async caseHistory(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<CaseEventView[]> {
    return (await this.service.history(actor, caseId)).map(eventView);
  }

  @Query(() => [CaseDisclosureView], { description: 'The organisations to which the debtor of a case was disclosed.' })
  @Access({ ...CASE_OBSERVERS, scope: 'debtors:read' })
  async caseDisclosures(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<CaseDisclosureView[]> {
    return (await this.service.disclosuresOf(actor, caseId)).map(disclosureView);
  }

  @Query(() => CaseDebtorResult, {
    description:
      "The debtor's personal data, for the creditor and the holder with an accepted entrustment. Every read is recorded.",
  })
  @Access(DEBTOR_READERS)
  async caseDebtor(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<DebtorView> {
    return debtorView(await this.service.debtorOf(actor, caseId));
  }

  @Mutation(() => PostCaseResult, {
    description:
      'Posts one case. It is listed at once when it satisfies every rule; otherwise it goes to a reviewer or is refused.',
  })
  @Access(CASE_WRITERS)
  async postCase(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Args('input', { description: 'The debt.' }) input: PostCaseInput,
  ): Promise<CaseView> {
    return caseView(await this.acts.post(actor, key, draftFrom(input)));
  }

  @Mutation(() => WithdrawCaseResult, {
    description: 'Withdraws a case that no provider holds; see also `recallGrab`.',
  })
  @Access(CASE_WRITERS)
  async withdrawCase(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @Args('reason', { type: () => String, nullable: true, description: 'Why.' }, textOf('reason', 500))
    reason?: string | null,
  ): Promise<CaseView> {
    return caseView(await this.acts.withdraw(actor, caseId, reason ?? null));
  }

  @Mutation(() => RelistCaseResult, {
    description: 'Lists a case again: a returned one, or one closed while a part of the debt is open.',
  })
  @Access(CASE_WRITERS)
  async relistCase(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<CaseView> {
    return caseView(await this.acts.relist(actor, caseId));
  }
}
