import type { DynamicModule, Type } from '@nestjs/common';
import { CasesModule } from '../casework/cases/index.js';
import { ClosingsModule } from '../casework/closings/index.js';
import { CollectionModule } from '../casework/collection/index.js';
import { GrabsModule } from '../casework/grabs/index.js';
import { InterventionsModule } from '../casework/interventions/index.js';
import { ReviewsModule } from '../casework/reviews/index.js';
import { BatchesModule } from '../exchange/batches/index.js';
import { BooksModule } from '../exchange/books/index.js';
import { ConnectionsModule } from '../exchange/connections/index.js';
import { ErpModule } from '../exchange/erp/index.js';
import { ExportsModule } from '../exchange/exports/index.js';
import { LineChangesModule } from '../exchange/line-changes/index.js';
import { RowsModule } from '../exchange/rows/index.js';
import { LedgerModule } from '../money/ledger/index.js';
import { PayoutsModule } from '../money/payouts/index.js';
import { RepaymentsModule } from '../money/repayments/index.js';
import { SettlementModule } from '../money/settlement/index.js';
import { StatementsModule } from '../money/statements/index.js';
import { DeliveriesModule } from '../notifications/deliveries/index.js';
import { EndpointsModule } from '../notifications/endpoints/index.js';
import { FeedModule } from '../notifications/feed/index.js';
import { LiveModule } from '../notifications/live/index.js';
import { SinksModule } from '../notifications/sinks/index.js';
import { AuditTrailModule } from '../operations/audit-trail/index.js';
import { PoliciesModule } from '../operations/policies/index.js';
import { SandboxesModule } from '../operations/sandboxes/index.js';
import { ApiKeysModule } from '../parties/api-keys/index.js';
import { ApprovalsModule } from '../parties/approvals/index.js';
import { FilesModule } from '../parties/files/index.js';
import { MembersModule } from '../parties/members/index.js';
import { OAuthClientsModule } from '../parties/oauth-clients/index.js';
import { ThrottleModule } from '../parties/throttle/index.js';
import { VerificationModule } from '../parties/verification/index.js';
import { WorldsModule } from '../parties/worlds/index.js';
import { AccessModule } from '../platform/access/index.js';
import { AuditModule } from '../platform/audit/index.js';
import { type Config, ConfigModule } from '../platform/config/index.js';
import { CryptoModule } from '../platform/crypto/index.js';
import { DatabaseModule } from '../platform/database/index.js';
import { IdempotencyModule } from '../platform/idempotency/index.js';
import { JobsModule } from '../platform/jobs/index.js';
import { MailModule } from '../platform/mail/index.js';
import { OutboundModule } from '../platform/outbound/index.js';
import { OutboxModule } from '../platform/outbox/index.js';
import { ErrorsModule } from '../platform/pages/index.js';
import { PolicyModule } from '../platform/policy/index.js';
import { RetentionModule } from '../platform/retention/index.js';
import { SocketsModule } from '../platform/sockets/index.js';
import { StorageModule } from '../platform/storage/index.js';
import { StandingModule } from '../risk/standing/index.js';

const platform = [
  DatabaseModule,
  CryptoModule,
  PolicyModule,
  AuditModule,
  StorageModule,
  OutboundModule,
  MailModule,
  OutboxModule,
  SocketsModule,
  JobsModule,
  RetentionModule,
  IdempotencyModule,
  ErrorsModule,
  AccessModule,
];
const parties = [
  WorldsModule,
  ThrottleModule,
  MembersModule,
  FilesModule,
  ApiKeysModule,
  OAuthClientsModule,
  ApprovalsModule,
  VerificationModule,
];
const risk = [StandingModule];
const casework = [CasesModule, ReviewsModule, GrabsModule, CollectionModule, ClosingsModule, InterventionsModule];
const money = [LedgerModule, SettlementModule, PayoutsModule, StatementsModule, RepaymentsModule];
const exchange = [
  ErpModule,
  RowsModule,
  BooksModule,
  BatchesModule,
  ConnectionsModule,
  ExportsModule,
  LineChangesModule,
];
const notifications = [SinksModule, FeedModule, LiveModule, EndpointsModule, DeliveriesModule];
const operations = [AuditTrailModule, PoliciesModule, SandboxesModule];

/** The modules of every process: the platform first, then the business, area by area. */
export function features(config: Config): (Type | DynamicModule)[] {
  const areas = [parties, risk, casework, money, exchange, notifications, operations];
  return [ConfigModule.with(config), ...platform, ...areas.flat()];
}
