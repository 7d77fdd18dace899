import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { OrganisationNotVerified } from '../../parties/approvals/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { type ConnectionOf, idOf, textOf, toConnection } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import type { EvidenceKind } from '../admission/index.js';
import { Disclosures } from '../debtors/index.js';
import { CaseConnection, CaseView, caseView } from './case.graphql.js';
import { CaseFilterInput, draftFrom, PostCaseInput } from './case.inputs.js';
import { CaseExists, CaseNotAdmissible, EvidenceAlreadyAdded, EvidenceFileUnknown } from './case.refusals.js';
import { CaseService } from './case.service.js';
import { CaseEvidenceDesk } from './case-evidence.service.js';
import {
  CaseDisclosureView,
  CaseEventView,
  CaseEvidenceView,
  disclosureView,
  eventView,
  evidenceView,
} from './case-records.graphql.js';
import { EvidenceKindEnum } from './case-words.graphql.js';

const PostCaseResult = resultUnion('PostCaseResult', CaseView, [
  CaseNotAdmissible,
  CaseExists,
  OrganisationNotVerified,
]);
const AddEvidenceResult = resultUnion('AddEvidenceResult', CaseView, [EvidenceAlreadyAdded, EvidenceFileUnknown]);
const WithdrawCaseResult = resultUnion('WithdrawCaseResult', CaseView);
const RelistCaseResult = resultUnion('RelistCaseResult', CaseView, [OrganisationNotVerified]);

const CREDITOR = { kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' } as const;
const OBSERVER = { kinds: ['creditor', 'platform'], scope: 'cases:read' } as const;
const READER = { scope: 'cases:read' } as const;

@Resolver(() => CaseView)
export class CaseResolver {
  constructor(
    private readonly service: CaseService,
    private readonly evidence: CaseEvidenceDesk,
    private readonly disclosures: Disclosures,
  ) {}

  @Query(() => CaseView, { description: 'One case, as far as you may see it.' })
  @Access(READER)
  async case(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The case.' }, idOf('case')) id: string,
  ): Promise<CaseView> {
    return caseView(await this.service.get(actor, id));
  }

  @Query(() => CaseConnection, { description: 'Cases you may see, newest first: your own, or those you hold.' })
  @Access(READER)
  async cases(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, description: 'How many, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string | null,
    @Args('filter', { nullable: true, description: 'Which.' }) filter: CaseFilterInput = {},
  ): Promise<ConnectionOf<CaseView>> {
    const page = await this.service.page(actor, { first, after: after ?? null }, filter ?? {});
    return toConnection(
      page,
      caseView,
      () => this.service.count(actor, filter ?? {}),
      (one) => [one.id],
    );
  }

  @Query(() => [CaseEventView], {
    description: 'What happened to a case, oldest first; for its creditor and the platform.',
  })
  @Access(OBSERVER)
  async caseHistory(
    @CurrentActor() actor: Actor,
    @Args('caseId', { type: () => ID, description: 'The case.' }, idOf('case')) caseId: string,
  ): Promise<CaseEventView[]> {
    return (await this.service.history(actor, caseId)).map(eventView);
  }

  @Query(() => [CaseDisclosureView], { description: 'To whom the debtor of a case was disclosed, and until when.' })
  @Access({ ...OBSERVER, scope: 'debtors:read' })
  async caseDisclosures(
    @CurrentActor() actor: Actor,
    @Args('caseId', { type: () => ID, description: 'The case.' }, idOf('case')) caseId: string,
  ): Promise<CaseDisclosureView[]> {
    return (await this.disclosures.ofCase(actor, caseId)).map(disclosureView);
  }

  @Query(() => [CaseEvidenceView], { description: 'The uploaded documents of a case.' })
  @Access(READER)
  async caseEvidence(
    @CurrentActor() actor: Actor,
    @Args('caseId', { type: () => ID, description: 'The case.' }, idOf('case')) caseId: string,
  ): Promise<CaseEvidenceView[]> {
    return (await this.evidence.list(actor, caseId)).map(evidenceView);
  }

  @Mutation(() => PostCaseResult, {
    description: 'Posts one case. What holds every rule is listed at once, the rest goes to a reviewer or is refused.',
  })
  @Access(CREDITOR)
  async postCase(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The debt.' }) input: PostCaseInput,
  ): Promise<CaseView> {
    return caseView(await this.service.post(actor, draftFrom(input)));
  }

  @Mutation(() => AddEvidenceResult, {
    description: 'Adds an uploaded file to a case. A case that waited only for documents goes to the hall.',
  })
  @Access(CREDITOR)
  async addEvidence(
    @CurrentActor() actor: Actor,
    @Args('caseId', { type: () => ID, description: 'The case.' }, idOf('case')) caseId: string,
    @Args('kind', { type: () => EvidenceKindEnum, description: 'What it proves.' }) kind: EvidenceKind,
    @Args('fileId', { type: () => ID, description: 'The file, uploaded through POST /v1/files.' }, idOf('file'))
    fileId: string,
  ): Promise<CaseView> {
    return caseView(await this.evidence.add(actor, caseId, kind, fileId));
  }

  @Mutation(() => WithdrawCaseResult, { description: 'Takes back a case that nobody holds; a held one is recalled.' })
  @Access(CREDITOR)
  async withdrawCase(
    @CurrentActor() actor: Actor,
    @Args('caseId', { type: () => ID, description: 'The case.' }, idOf('case')) caseId: string,
    @Args('reason', { type: () => String, nullable: true, description: 'Why.' }, textOf('reason', 500))
    reason?: string | null,
  ): Promise<CaseView> {
    return caseView(await this.service.withdraw(actor, caseId, reason ?? null));
  }

  @Mutation(() => RelistCaseResult, { description: 'Offers a returned case in the hall again.' })
  @Access(CREDITOR)
  async relistCase(
    @CurrentActor() actor: Actor,
    @Args('caseId', { type: () => ID, description: 'The case.' }, idOf('case')) caseId: string,
  ): Promise<CaseView> {
    return caseView(await this.service.relist(actor, caseId));
  }
}
