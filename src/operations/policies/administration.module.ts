import { Module } from '@nestjs/common';
import { IdentityModule } from '../../parties/members/index.js';
import { PoliciesResolver } from './policies.resolver.js';
import { PolicyDesk } from './policy-desk.service.js';

@Module({ imports: [IdentityModule], providers: [PoliciesResolver, PolicyDesk] })
export class AdministrationModule {}
