import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '../../parties/files/index.js';
import { CasesModule } from '../cases/index.js';
import { CaseEvidenceController } from './case-evidence.controller.js';
import { CaseEvidenceEntity } from './case-evidence.entity.js';
import { CaseEvidenceRepository } from './case-evidence.repository.js';
import { CaseEvidenceResolver } from './case-evidence.resolver.js';
import { CaseEvidence } from './case-evidence.service.js';
import { CaseReviewResolver } from './case-review.resolver.js';
import { CaseReviews } from './case-reviews.service.js';
import { EvidenceIntake } from './evidence-intake.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CaseEvidenceEntity]), CasesModule, FilesModule],
  controllers: [CaseEvidenceController],
  providers: [
    CaseEvidence,
    CaseEvidenceRepository,
    CaseEvidenceResolver,
    CaseReviewResolver,
    CaseReviews,
    EvidenceIntake,
  ],
  exports: [CaseReviews],
})
export class ReviewsModule {}
