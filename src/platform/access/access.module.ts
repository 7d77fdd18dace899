import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { RateLimitsModule } from '../faces/rate-limits.module.js';
import { AccessGuard } from './access.guard.js';
import { AccessMap } from './access-map.js';
import { Authenticator } from './authenticator.js';
import { BodyGate } from './body-gate.js';
import { QueryGuard } from './query.guard.js';
import { RateSubjects } from './rate-subjects.js';
import { WithheldFields } from './withheld-fields.js';

/** The guard of every handler and its parts. A module registers the kinds of bearers it issues. */
@Global()
@Module({
  imports: [DiscoveryModule, RateLimitsModule],
  providers: [
    Authenticator,
    AccessMap,
    BodyGate,
    RateSubjects,
    WithheldFields,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: QueryGuard },
  ],
  exports: [Authenticator, AccessMap],
})
export class AccessModule {}
