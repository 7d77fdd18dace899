import { Module } from '@nestjs/common';
import { Approvals } from './approvals.js';
import { LocalRegistry, RegistryProvider } from './registry-provider.js';

@Module({
  providers: [Approvals, { provide: RegistryProvider, useClass: LocalRegistry }],
  exports: [Approvals],
})
export class VerificationModule {}
