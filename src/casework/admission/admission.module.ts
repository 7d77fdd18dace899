import { Module } from '@nestjs/common';
import { VerificationModule } from '../../parties/verification/index.js';
import { CaseRules } from './case-rules.js';

@Module({ imports: [VerificationModule], providers: [CaseRules], exports: [CaseRules] })
export class AdmissionModule {}
