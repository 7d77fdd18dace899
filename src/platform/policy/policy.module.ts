import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PolicyEntity } from './policy.entity.js';
import { Policies } from './policy.js';

/** Figures an admin may change, read by every module. */
@Global()
@Module({ imports: [TypeOrmModule.forFeature([PolicyEntity])], providers: [Policies], exports: [Policies] })
export class PolicyModule {}
