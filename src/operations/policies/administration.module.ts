import { Module } from '@nestjs/common';
import { MembersModule } from '../../parties/members/index.js';
import { PoliciesResolver } from './policies.resolver.js';
import { PolicyDesk } from './policy-desk.service.js';

@Module({ imports: [MembersModule], providers: [PoliciesResolver, PolicyDesk] })
export class AdministrationModule {}
