import { Module } from '@nestjs/common';
import { Sender } from './sender.js';

/** One webhook to one sink. */
@Module({ providers: [Sender], exports: [Sender] })
export class SinksModule {}
