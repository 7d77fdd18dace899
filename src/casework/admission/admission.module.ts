import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../parties/approvals/index.js';
import { CaseRules } from './case-rules.js';

@Module({ imports: [ApprovalsModule], providers: [CaseRules], exports: [CaseRules] })
export class AdmissionModule {}
