import { Module } from '@nestjs/common';
import { Approvals } from './approvals.js';

/** Which organisations are approved, for the other modules. */
@Module({ providers: [Approvals], exports: [Approvals] })
export class ApprovalsModule {}
