import { Module } from '@nestjs/common';
import { Approvals } from './approvals.js';

/** Who is approved, for everyone who has to ask. */
@Module({ providers: [Approvals], exports: [Approvals] })
export class ApprovalsModule {}
