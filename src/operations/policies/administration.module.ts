import { Module } from '@nestjs/common';
import { PoliciesResolver } from './policies.resolver.js';
import { PolicyDesk } from './policy-desk.service.js';

@Module({ providers: [PoliciesResolver, PolicyDesk] })
export class AdministrationModule {}
