import { Module } from '@nestjs/common';
import { CasesModule } from '../../casework/cases/index.js';
import { CollectionModule } from '../../casework/collection/index.js';
import { ExportController } from './export.controller.js';
import { Exports } from './exports.service.js';

@Module({ imports: [CasesModule, CollectionModule], controllers: [ExportController], providers: [Exports] })
export class ExportsModule {}
