import { Global, Module } from '@nestjs/common';
import { RateLimits } from './rate-limits.js';

/** Where the rates are kept, for who tells actors apart and for both faces. */
@Global()
@Module({ providers: [RateLimits], exports: [RateLimits] })
export class RateLimitsModule {}
