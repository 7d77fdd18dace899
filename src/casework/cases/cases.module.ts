import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '../../parties/files/index.js';
import { VerificationModule } from '../../parties/verification/index.js';
import { SharingModule } from '../../platform/sharing/index.js';
import { CaseRules } from '../admission/index.js';
import { DebtorVault, DisclosureRepository, Disclosures } from '../debtors/index.js';
import {
  HallAging,
  HallAudience,
  HallChanges,
  HallController,
  HallListing,
  HallListingRepository,
  HallReader,
  HallRepository,
  HallResolver,
  HallSights,
} from '../hall/index.js';
import { CaseController } from './case.controller.js';
import { Case } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { CaseResolver } from './case.resolver.js';
import { CaseService } from './case.service.js';
import { CaseAdmissionRepository } from './case-admission.repository.js';
import { CaseClaimsRepository } from './case-claims.repository.js';
import { CaseClaims } from './case-claims.service.js';
import { CaseEvidenceDesk } from './case-evidence.service.js';
import { CaseHistoryRepository } from './case-history.repository.js';
import { CaseIntake } from './case-intake.service.js';
import { CaseMovesRepository } from './case-moves.repository.js';
import { CaseDisclosure, CaseEvent, CaseEvidence, DebtorReadCount } from './case-records.entity.js';
import { CaseReviewResolver } from './case-review.resolver.js';
import { CaseReview } from './case-review.service.js';
import { DebtorResolver } from './debtor.resolver.js';
import { ReceivablesRepository } from './receivables.repository.js';
import { Receivables } from './receivables.service.js';
import { TestCasesConsumer } from './test-cases.consumer.js';

@Module({
  imports: [
    SharingModule,
    TypeOrmModule.forFeature([Case, CaseDisclosure, CaseEvent, CaseEvidence, DebtorReadCount, HallListing]),
    FilesModule,
    VerificationModule,
  ],
  controllers: [CaseController, HallController],
  providers: [
    CaseAdmissionRepository,
    CaseClaims,
    CaseClaimsRepository,
    CaseService,
    CaseEvidenceDesk,
    CaseHistoryRepository,
    CaseIntake,
    CaseMovesRepository,
    CaseRepository,
    CaseResolver,
    CaseReview,
    CaseReviewResolver,
    CaseRules,
    DebtorResolver,
    DebtorVault,
    DisclosureRepository,
    Disclosures,
    HallAging,
    HallAudience,
    HallListingRepository,
    HallReader,
    HallRepository,
    HallResolver,
    HallSights,
    HallChanges,
    TestCasesConsumer,
    Receivables,
    ReceivablesRepository,
  ],
  exports: [CaseClaims, CaseReview, CaseService, CaseIntake, Disclosures, HallSights, Receivables],
})
export class CasesModule {}
