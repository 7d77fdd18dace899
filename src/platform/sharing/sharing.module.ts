import { Global, Module } from '@nestjs/common';
import { SharedAnswers } from './shared-answers.js';

/** Where modules offer the reads whose answers may be shared. */
@Global()
@Module({ providers: [SharedAnswers], exports: [SharedAnswers] })
export class SharingModule {}
