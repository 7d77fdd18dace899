import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';
import { SandboxEntity } from './sandbox.entity.js';
import { SandboxRepository } from './sandbox.repository.js';
import { Sandboxes } from './sandboxes.js';

/** Organisations and the worlds they belong to: the live one, and each sandbox. */
@Module({
  imports: [TypeOrmModule.forFeature([OrganisationEntity, SandboxEntity])],
  providers: [OrganisationRepository, Organisations, SandboxRepository, Sandboxes],
  exports: [Organisations, Sandboxes],
})
export class WorldsModule {}
