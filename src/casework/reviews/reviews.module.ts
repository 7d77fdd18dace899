import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '../../parties/files/index.js';
import { AdmissionModule } from '../admission/index.js';
import { CasesModule } from '../cases/index.js';
import { CaseEvidenceController } from './case-evidence.controller.js';
import { CaseEvidenceEntity } from './case-evidence.entity.js';
import { CaseEvidenceRepository } from './case-evidence.repository.js';
import { CaseEvidenceResolver } from './case-evidence.resolver.js';
import { CaseEvidence } from './case-evidence.service.js';
import { CaseMatterController } from './case-matter.controller.js';
import { CaseMatterResolver } from './case-matter.resolver.js';
import { CaseMatters } from './case-matters.service.js';
import { CaseReviewResolver } from './case-review.resolver.js';
import { CaseReviews } from './case-reviews.service.js';
import { EvidenceIntake } from './evidence-intake.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CaseEvidenceEntity]), AdmissionModule, CasesModule, FilesModule],
  controllers: [CaseEvidenceController, CaseMatterController],
  providers: [
    CaseEvidence,
    CaseEvidenceRepository,
    CaseEvidenceResolver,
    CaseMatterResolver,
    CaseMatters,
    CaseReviewResolver,
    CaseReviews,
    EvidenceIntake,
  ],
  exports: [CaseReviews],
})
export class ReviewsModule {}
