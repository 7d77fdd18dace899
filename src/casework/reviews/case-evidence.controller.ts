import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, Idempotent, IdField, idOf, WordField } from '../../platform/faces/index.js';
import { EVIDENCE_KINDS, type EvidenceKind } from '../admission/index.js';
import { CaseView, caseView } from '../cases/index.js';
import { CaseEvidence } from './case-evidence.service.js';
import { EvidenceIntake } from './evidence-intake.service.js';

export class EvidenceBody {
  @WordField(EVIDENCE_KINDS, { description: 'What the document proves.' }) kind!: EvidenceKind;
  @IdField('file', { description: 'Id of the file, uploaded by POST /v1/files.' }) fileId!: string;
}

const TheCase = Param('caseId', idOf('case'));

@ApiTags('cases')
@Controller('v1/cases')
export class CaseEvidenceController {
  constructor(
    private readonly evidence: CaseEvidence,
    private readonly intake: EvidenceIntake,
  ) {}

  @Post(':caseId/evidence')
  @Idempotent()
  @ApiOperation({ operationId: 'addEvidence', summary: 'Add an uploaded file to a case.' })
  @Answers(CaseView, { status: 201, description: 'The case, judged again with the new evidence.' })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async addEvidence(@CurrentActor() actor: Actor, @TheCase caseId: string, @Body() { kind, fileId }: EvidenceBody) {
    return caseView(await this.intake.add(actor, caseId, kind, fileId));
  }

  @Get(':caseId/evidence/:evidenceId')
  @ApiOperation({ operationId: 'downloadEvidence', summary: 'The contents of a document of a case.' })
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  @Answers('contents', { description: 'The contents of the file.' })
  @Access({ roles: ['owner', 'operator', 'reviewer'], scope: 'debtors:read' })
  async download(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @Param('evidenceId', idOf('evidence')) evidenceId: string,
  ): Promise<StreamableFile> {
    const { file, contents } = await this.evidence.open(actor, caseId, evidenceId);
    return new StreamableFile(contents, { type: file.mediaType, disposition: 'attachment', length: contents.length });
  }
}
