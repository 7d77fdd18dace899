import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '../files/index.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationJournal } from './application-journal.js';
import { ApplicationPartsRepository } from './application-parts.repository.js';
import { Approvals } from './approvals.js';
import { Expiry } from './expiry.js';
import { QueueRepository } from './queue.repository.js';
import { ReadyApproval } from './ready-approval.js';
import { RegistryCheck } from './registry-check.js';
import { LocalRegistry, RegistryProvider } from './registry-provider.js';
import { ReviewResolver } from './review.resolver.js';
import { ReviewService } from './review.service.js';
import { SealedFacts } from './sealed-facts.js';
import { SubmissionService } from './submission.service.js';
import * as entities from './verification.entity.js';
import { VerificationResolver } from './verification.resolver.js';
import { VerificationReader } from './verification-reader.js';

const repositories = [ApplicationRepository, ApplicationPartsRepository, QueueRepository];
const services = [Approvals, SubmissionService, ReviewService, VerificationReader, SealedFacts, ApplicationJournal];
const behind = [ReadyApproval, RegistryCheck, Expiry, { provide: RegistryProvider, useClass: LocalRegistry }];

/** Enterprise and real-name authentication: who may post and grab. */
@Module({
  imports: [FilesModule, TypeOrmModule.forFeature(Object.values(entities))],
  providers: [...repositories, ...services, ...behind, VerificationResolver, ReviewResolver],
  exports: [Approvals, ReadyApproval, ReviewService, VerificationReader],
})
export class VerificationModule {}
