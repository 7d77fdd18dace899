import type { DynamicModule, Type } from '@nestjs/common';
import { CasesModule } from '../casework/cases/index.js';
import { CollectionModule } from '../casework/collection/index.js';
import { GrabsModule } from '../casework/grabs/index.js';
import { IntakeModule } from '../exchange/batches/index.js';
import { ConnectorsModule } from '../exchange/connections/index.js';
import { ExportsModule } from '../exchange/exports/index.js';
import { LedgerModule } from '../money/ledger/index.js';
import { RepaymentsModule } from '../money/repayments/index.js';
import { SettlementModule } from '../money/settlement/index.js';
import { FeedModule } from '../notifications/feed/index.js';
import { WebhooksModule } from '../notifications/webhooks/index.js';
import { AdministrationModule } from '../operations/policies/index.js';
import { SandboxModule } from '../operations/sandboxes/index.js';
import { FilesModule } from '../parties/files/index.js';
import { MachineAccessModule } from '../parties/machine-access/index.js';
import { MembersModule } from '../parties/members/index.js';
import { VerificationModule } from '../parties/verification/index.js';
import { WorldsModule } from '../parties/worlds/index.js';
import { AccessModule } from '../platform/access/index.js';
import { AuditModule } from '../platform/audit/index.js';
import { type Config, ConfigModule } from '../platform/config/index.js';
import { CryptoModule } from '../platform/crypto/index.js';
import { DatabaseModule } from '../platform/database/index.js';
import { IdempotencyModule } from '../platform/idempotency/index.js';
import { JobsModule } from '../platform/jobs/index.js';
import { OutboundModule } from '../platform/outbound/index.js';
import { OutboxModule } from '../platform/outbox/index.js';
import { ErrorsModule } from '../platform/pages/index.js';
import { PolicyModule } from '../platform/policy/index.js';
import { SocketsModule } from '../platform/sockets/index.js';
import { StorageModule } from '../platform/storage/index.js';
import { StandingModule } from '../risk/standing/index.js';

/** Everything a process of any kind is made of: the plumbing, then the business. */
export function features(config: Config): (Type | DynamicModule)[] {
  return [
    ConfigModule.with(config),
    DatabaseModule,
    CryptoModule,
    PolicyModule,
    AuditModule,
    StorageModule,
    OutboundModule,
    OutboxModule,
    SocketsModule,
    JobsModule,
    IdempotencyModule,
    ErrorsModule,
    AccessModule,
    WorldsModule,
    MembersModule,
    MachineAccessModule,
    AdministrationModule,
    FilesModule,
    VerificationModule,
    CasesModule,
    IntakeModule,
    StandingModule,
    GrabsModule,
    CollectionModule,
    LedgerModule,
    SettlementModule,
    RepaymentsModule,
    FeedModule,
    ConnectorsModule,
    ExportsModule,
    SandboxModule,
    WebhooksModule,
  ];
}
