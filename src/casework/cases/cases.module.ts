import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdmissionModule } from '../admission/index.js';
import { DebtorsModule } from '../debtors/index.js';
import { HallModule } from '../hall/index.js';
import { LinesModule } from '../lines/index.js';
import { CaseController } from './case.controller.js';
import { CaseEntity, CaseEventEntity, CaseNumberSecretEntity } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { CaseResolver } from './case.resolver.js';
import { CaseActs } from './case-acts.service.js';
import { CaseAdmissionRepository } from './case-admission.repository.js';
import { CaseAppraisals } from './case-appraisals.service.js';
import { CaseClaimsRepository } from './case-claims.repository.js';
import { CaseClaims } from './case-claims.service.js';
import { CaseIntake } from './case-intake.service.js';
import { CaseMovesRepository } from './case-moves.repository.js';
import { CaseMoves } from './case-moves.service.js';
import { CaseTimeConsumer } from './case-time.consumer.js';
import { Cases } from './cases.service.js';
import { ReceivablesRepository } from './receivables.repository.js';
import { Receivables } from './receivables.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CaseEntity, CaseEventEntity, CaseNumberSecretEntity]),
    AdmissionModule,
    DebtorsModule,
    HallModule,
    LinesModule,
  ],
  controllers: [CaseController],
  providers: [
    CaseActs,
    CaseAdmissionRepository,
    CaseAppraisals,
    CaseClaims,
    CaseClaimsRepository,
    CaseIntake,
    CaseMoves,
    CaseMovesRepository,
    CaseRepository,
    CaseResolver,
    Cases,
    Receivables,
    ReceivablesRepository,
    CaseTimeConsumer,
  ],
  exports: [CaseAppraisals, CaseClaims, CaseIntake, CaseMoves, Cases, Receivables],
})
export class CasesModule {}
