import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntakeModule } from '../batches/index.js';
import { ErpModule } from '../erp/index.js';
import { ErpConnectionService } from './connection.service.js';
import { ConnectorsController } from './connectors.controller.js';
import { ErpConnectionEntity, ErpSyncRowEntity, ErpSyncRunEntity } from './connectors.entity.js';
import { ConnectorsResolver } from './connectors.resolver.js';
import { CredentialsVault } from './credentials-vault.js';
import { DocumentJudge } from './document-judge.js';
import { ErpConnectionRepository } from './erp-connection.repository.js';
import { SyncConsumer } from './sync.consumer.js';
import { SyncService } from './sync.service.js';
import { SyncPages } from './sync-pages.js';
import { SyncResults } from './sync-results.js';
import { SyncRowRepository } from './sync-row.repository.js';
import { SyncRunRepository } from './sync-run.repository.js';
import { SyncRunner } from './sync-runner.js';
import { TestConnectionsConsumer } from './test-connections.consumer.js';
import { UblService } from './ubl.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ErpConnectionEntity, ErpSyncRunEntity, ErpSyncRowEntity]),
    ErpModule,
    IntakeModule,
  ],
  controllers: [ConnectorsController],
  providers: [
    ConnectorsResolver,
    CredentialsVault,
    DocumentJudge,
    ErpConnectionRepository,
    ErpConnectionService,
    SyncConsumer,
    TestConnectionsConsumer,
    SyncPages,
    SyncResults,
    SyncRowRepository,
    SyncRunRepository,
    SyncRunner,
    SyncService,
    UblService,
  ],
})
export class ConnectorsModule {}
