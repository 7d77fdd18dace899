import { Module } from '@nestjs/common';
import { CasesModule } from '../../casework/cases/index.js';
import { MachineAccessModule } from '../../parties/machine-access/index.js';
import { MembersModule } from '../../parties/members/index.js';
import { VerificationModule } from '../../parties/verification/index.js';
import { WorldsModule } from '../../parties/worlds/index.js';
import { AutomaticReviewer } from './automatic-reviewer.js';
import { SandboxController } from './sandbox.controller.js';
import { SandboxResolver } from './sandbox.resolver.js';
import { SandboxService } from './sandbox.service.js';
import { TestFounding } from './test-founding.js';

/** Test organisations in worlds of their own, with a clock that can be advanced. */
@Module({
  imports: [WorldsModule, CasesModule, MembersModule, MachineAccessModule, VerificationModule],
  controllers: [SandboxController],
  providers: [AutomaticReviewer, SandboxResolver, SandboxService, TestFounding],
})
export class SandboxModule {}
