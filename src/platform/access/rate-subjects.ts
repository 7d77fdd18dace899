import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/access/index.js';
import { RateLimits, type RateSubject, type SoughtSubject } from '../faces/rate-limits.js';
import { bearerOf } from './access.js';
import { Authenticator } from './authenticator.js';

/** Tells the rate limits who is asking: a member, a machine, or nobody known, who is counted by network address. */
@Injectable()
export class RateSubjects implements OnModuleInit {
  constructor(
    private readonly rates: RateLimits,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    this.rates.recogniseBy((request) => this.subjectOf(request));
  }

  private subjectOf(request: FastifyRequest): RateSubject | SoughtSubject {
    const stranger: RateSubject = { kind: 'address', id: request.ip };
    const bearer = bearerOf(request);
    if (!bearer) return stranger;
    const actor = this.authenticator.callerOf(request);
    if (!(actor instanceof Promise)) return subjectOfActor(actor);
    // Whatever goes wrong here goes wrong again at the guard, which has the words for it.
    return { stranger: !this.authenticator.remembers(bearer), found: actor.then(subjectOfActor, () => stranger) };
  }
}

/** A member keeps one rate over all sessions; a machine has one for each of its keys, or for each client whatever its token. */
function subjectOfActor({ memberId, apiKeyId, oauthClientId, organisationId }: Actor): RateSubject {
  if (memberId !== null) return { kind: 'member', id: memberId };
  return { kind: 'machine', id: apiKeyId ?? oauthClientId ?? organisationId };
}
