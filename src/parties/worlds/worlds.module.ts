import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationEntity } from './organisation.entity.js';
import { Organisations } from './organisations.js';
import { SandboxEntity } from './sandbox.entity.js';
import { Sandboxes } from './sandboxes.js';

/** Organisations and the worlds they belong to: the live one, and each sandbox. */
@Module({
  imports: [TypeOrmModule.forFeature([OrganisationEntity, SandboxEntity])],
  providers: [Organisations, Sandboxes],
  exports: [Organisations, Sandboxes],
})
export class WorldsModule {}
