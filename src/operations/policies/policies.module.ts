import { Module } from '@nestjs/common';
import { IdentityModule } from '../../parties/members/index.js';
import { PlatformPolicies } from './platform-policies.service.js';
import { PoliciesResolver } from './policies.resolver.js';

@Module({ imports: [IdentityModule], providers: [PoliciesResolver, PlatformPolicies] })
export class PoliciesModule {}
