import type { DynamicModule, Type } from '@nestjs/common';
import { AdministrationModule } from './administration/index.js';
import { CasesModule } from './cases/index.js';
import { CollectionModule } from './collection/index.js';
import { ConnectorsModule } from './connectors/index.js';
import { ExportsModule } from './exports/index.js';
import { FilesModule } from './files/index.js';
import { GrabsModule } from './grabs/index.js';
import { IdentityModule } from './identity/index.js';
import { IntakeModule } from './intake/index.js';
import { LedgerModule } from './ledger/index.js';
import { MachineAccessModule } from './machine-access/index.js';
import { AuditModule } from './platform/audit/index.js';
import { type Config, ConfigModule } from './platform/config/index.js';
import { CryptoModule } from './platform/crypto/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { ErrorsModule } from './platform/http/index.js';
import { IdempotencyModule } from './platform/idempotency/index.js';
import { JobsModule } from './platform/jobs/index.js';
import { OutboundModule } from './platform/outbound/index.js';
import { OutboxModule } from './platform/outbox/index.js';
import { PolicyModule } from './platform/policy/index.js';
import { StorageModule } from './platform/storage/index.js';
import { RepaymentsModule } from './repayments/index.js';
import { SandboxModule } from './sandbox/index.js';
import { SettlementModule } from './settlement/index.js';
import { StandingModule } from './standing/index.js';
import { VerificationModule } from './verification/index.js';

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
    JobsModule,
    IdempotencyModule,
    ErrorsModule,
    IdentityModule,
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
    ConnectorsModule,
    ExportsModule,
    SandboxModule,
  ];
}
