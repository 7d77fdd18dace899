import { Global, Module } from '@nestjs/common';
import { RateLimits } from './rate-limits.js';

/** The rate limits, for both faces and for `access`, which identifies the actors. */
@Global()
@Module({ providers: [RateLimits], exports: [RateLimits] })
export class RateLimitsModule {}
