import { Module } from '@nestjs/common';
import { PlatformPolicies } from './platform-policies.service.js';
import { PoliciesResolver } from './policies.resolver.js';

@Module({ providers: [PoliciesResolver, PlatformPolicies] })
export class PoliciesModule {}
