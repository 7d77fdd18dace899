import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdmissionModule } from '../../casework/admission/index.js';
import { CasesModule } from '../../casework/cases/index.js';
import { BooksModule } from '../books/index.js';
import { ErpModule } from '../erp/index.js';
import { ConnectionViews } from './connection-views.js';
import { CredentialsVault } from './credentials-vault.js';
import { DocumentJudge } from './document-judge.js';
import { ErpConnectionController } from './erp-connection.controller.js';
import { ErpConnectionEntity, ErpSyncRowEntity, ErpSyncRunEntity } from './erp-connection.entity.js';
import { ErpConnectionRepository } from './erp-connection.repository.js';
import { ErpConnectionResolver } from './erp-connection.resolver.js';
import { ErpConnections } from './erp-connections.service.js';
import { SyncConsumer } from './sync.consumer.js';
import { SyncPages } from './sync-pages.js';
import { SyncResults } from './sync-results.js';
import { SyncRowRepository } from './sync-row.repository.js';
import { SyncRunRepository } from './sync-run.repository.js';
import { SyncRunner } from './sync-runner.js';
import { SyncRuns } from './sync-runs.service.js';
import { TestConnectionsConsumer } from './test-connections.consumer.js';
import { UblUploads } from './ubl-uploads.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ErpConnectionEntity, ErpSyncRunEntity, ErpSyncRowEntity]),
    ErpModule,
    BooksModule,
    AdmissionModule,
    CasesModule,
  ],
  controllers: [ErpConnectionController],
  providers: [
    ErpConnectionResolver,
    ConnectionViews,
    CredentialsVault,
    DocumentJudge,
    ErpConnectionRepository,
    ErpConnections,
    SyncConsumer,
    TestConnectionsConsumer,
    SyncPages,
    SyncResults,
    SyncRowRepository,
    SyncRunRepository,
    SyncRunner,
    SyncRuns,
    UblUploads,
  ],
})
export class ConnectionsModule {}
