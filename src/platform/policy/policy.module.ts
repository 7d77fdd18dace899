import { Global, Module } from '@nestjs/common';
import { Policies } from './policy.js';

@Global()
@Module({ providers: [Policies], exports: [Policies] })
export class PolicyModule {}
