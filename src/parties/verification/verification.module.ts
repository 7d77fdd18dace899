import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/index.js';
import { FilesModule } from '../files/index.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationJournal } from './application-journal.js';
import { ApplicationPartsRepository } from './application-parts.repository.js';
import { ApprovalRepository } from './approval.repository.js';
import { Expiry, ExpiryWarnings } from './expiry.js';
import { QueueRepository } from './queue.repository.js';
import { ReadyApproval } from './ready-approval.js';
import { LocalRegistry, RegistryCheck, RegistryProvider } from './registry-check.js';
import { ReviewResolver } from './review.resolver.js';
import { Reviews } from './reviews.js';
import { SealedFacts } from './sealed-facts.js';
import { Submissions } from './submissions.js';
import * as entities from './verification.entity.js';
import { VerificationResolver } from './verification.resolver.js';
import { VerificationReader } from './verification-reader.js';

const repositories = [ApplicationRepository, ApplicationPartsRepository, QueueRepository, ApprovalRepository];
const services = [Submissions, Reviews, VerificationReader, SealedFacts, ApplicationJournal];
const behind = [
  ReadyApproval,
  RegistryCheck,
  Expiry,
  ExpiryWarnings,
  { provide: RegistryProvider, useClass: LocalRegistry },
];

/** Enterprise and real-name authentication: who may post and grab. */
@Module({
  imports: [ApprovalsModule, FilesModule, TypeOrmModule.forFeature(Object.values(entities))],
  providers: [...repositories, ...services, ...behind, VerificationResolver, ReviewResolver],
  exports: [ReadyApproval, Reviews, VerificationReader],
})
export class VerificationModule {}
