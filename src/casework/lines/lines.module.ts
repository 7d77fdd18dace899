import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseLineEntity } from './case-line.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([CaseLineEntity])] })
export class LinesModule {}
