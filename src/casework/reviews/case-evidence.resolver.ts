import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { type EvidenceKind, EvidenceKindEnum } from '../admission/index.js';
import { CaseView, caseView } from '../cases/index.js';
import { CaseEvidenceView, evidenceView } from './case-evidence.graphql.js';
import { CaseEvidence } from './case-evidence.service.js';
import { EvidenceIntake } from './evidence-intake.service.js';
import { EvidenceAlreadyAdded, EvidenceFileUnknown } from './review.refusals.js';

const AddEvidenceResult = resultUnion('AddEvidenceResult', CaseView, [EvidenceAlreadyAdded, EvidenceFileUnknown]);
const TheCase = IdArg('caseId', 'case', 'The case.');

@Resolver()
export class CaseEvidenceResolver {
  constructor(
    private readonly evidence: CaseEvidence,
    private readonly intake: EvidenceIntake,
  ) {}

  @Query(() => [CaseEvidenceView], { description: 'The uploaded documents of a case, oldest first.' })
  @Access({ scope: 'cases:read' })
  async caseEvidence(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<CaseEvidenceView[]> {
    return (await this.evidence.list(actor, caseId)).map(evidenceView);
  }

  @Mutation(() => AddEvidenceResult, {
    description: 'Adds an uploaded file to a case. A case that waited only for documents is listed.',
  })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async addEvidence(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @Args('kind', { type: () => EvidenceKindEnum, description: 'What the document proves.' }) kind: EvidenceKind,
    @IdArg('fileId', 'file', 'Id of the file, uploaded by POST /v1/files.')
    fileId: string,
  ): Promise<CaseView> {
    return caseView(await this.intake.add(actor, caseId, kind, fileId));
  }
}
