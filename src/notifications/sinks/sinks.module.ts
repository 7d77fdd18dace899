import { Module } from '@nestjs/common';
import { Sender } from './sender.js';

@Module({ providers: [Sender], exports: [Sender] })
export class SinksModule {}
