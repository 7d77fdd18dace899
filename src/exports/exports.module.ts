import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { CollectionModule } from '../collection/index.js';
import { IdentityModule } from '../identity/index.js';
import { ExportController } from './export.controller.js';
import { Exports } from './exports.service.js';

@Module({
  imports: [CasesModule, CollectionModule, IdentityModule],
  controllers: [ExportController],
  providers: [Exports],
})
export class ExportsModule {}
