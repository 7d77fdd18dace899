import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { neighbourhood } from '../faces/neighbourhood.js';
import { type CountedCaller, type PendingSubject, RateLimits, type RateSubject } from '../faces/rate-limits.js';
import { bearerOf } from './access.js';
import { Authenticator } from './authenticator.js';

/** Determines whose rate a request counts to: a member's, a machine's or, without valid credentials, its address's. */
@Injectable()
export class RateSubjects implements OnModuleInit {
  constructor(
    private readonly rates: RateLimits,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    this.rates.identifyBy((request) => this.subjectOf(request));
  }

  private subjectOf(request: CountedCaller): RateSubject | PendingSubject {
    const stranger: RateSubject = { kind: 'address', id: neighbourhood(request.ip) };
    const bearer = bearerOf(request);
    if (!bearer) return stranger;
    const actor = this.authenticator.callerOf(request);
    if (!(actor instanceof Promise)) return subjectOfActor(actor);
    // An error here occurs again at the guard, which answers it.
    return { stranger: !this.authenticator.remembers(bearer), found: actor.then(subjectOfActor, () => stranger) };
  }
}

/** One rate for a member over all sessions, for an API key, and for an OAuth client over all tokens. */
function subjectOfActor({ memberId, apiKeyId, oauthClientId, organisationId }: Actor): RateSubject {
  if (memberId !== null) return { kind: 'member', id: memberId, organisationId };
  return { kind: 'machine', id: apiKeyId ?? oauthClientId ?? organisationId, organisationId };
}
