import { Module } from '@nestjs/common';
import { ReviewsModule } from '../../casework/reviews/index.js';
import { ApiKeysModule } from '../../parties/api-keys/index.js';
import { MembersModule } from '../../parties/members/index.js';
import { OAuthClientsModule } from '../../parties/oauth-clients/index.js';
import { VerificationModule } from '../../parties/verification/index.js';
import { WorldsModule } from '../../parties/worlds/index.js';
import { AutomaticReviewer } from './automatic-reviewer.js';
import { OwnSandboxes } from './own-sandboxes.service.js';
import { SandboxController } from './sandbox.controller.js';
import { SandboxResolver } from './sandbox.resolver.js';
import { SandboxTimeConsumer } from './sandbox-time.consumer.js';
import { TestFounding } from './test-founding.js';

/** Test organisations apart from everything live, with a clock that can be advanced. */
@Module({
  imports: [WorldsModule, ReviewsModule, MembersModule, ApiKeysModule, OAuthClientsModule, VerificationModule],
  controllers: [SandboxController],
  providers: [AutomaticReviewer, OwnSandboxes, SandboxResolver, SandboxTimeConsumer, TestFounding],
})
export class SandboxesModule {}
