import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type AccessRule, type Actor, permits } from '../../kernel/access/index.js';
import { publicId } from '../../kernel/index.js';
import { Authenticator, bearerOf } from '../../platform/access/index.js';
import { markSandbox } from '../../platform/faces/index.js';
import { type Audience, SharedAnswers } from '../../platform/sharing/index.js';
import type { HallSight } from './hall.policy.js';
import { HALL_AGES, HallChanges } from './hall-changes.js';
import { HallSights } from './hall-sights.js';

/** Who may look around the hall. */
export const HALL_ACCESS = {
  kinds: ['agency', 'law_firm', 'creditor', 'platform'],
  scope: 'hall:read',
} as const satisfies AccessRule;

/** The hall shows everybody of one world and one sight the same, so those who ask the same at the same time share one answer. */
@Injectable()
export class HallAudience implements OnModuleInit {
  constructor(
    private readonly shared: SharedAnswers,
    private readonly authenticator: Authenticator,
    private readonly sights: HallSights,
    private readonly changes: HallChanges,
  ) {}

  onModuleInit(): void {
    const audienceOf = (request: FastifyRequest) => this.audienceOf(request);
    this.shared.offer({ field: 'hall', route: '/v1/hall', ages: HALL_AGES, audienceOf });
  }

  private audienceOf(request: FastifyRequest): Audience | undefined | Promise<Audience | undefined> {
    const bearer = bearerOf(request);
    if (!bearer) return undefined;
    const actor = this.authenticator.actorOf(bearer, request.ip);
    return actor instanceof Promise
      ? actor.then((found) => this.sightOf(found, request))
      : this.sightOf(actor, request);
  }

  /** Each world has a hall of its own, and so an audience. */
  private sightOf(actor: Actor, request: FastifyRequest): Audience | undefined | Promise<Audience> {
    if (!permits(HALL_ACCESS, actor)) return undefined;
    if (actor.sandboxId !== null) markSandbox(request, publicId('sandbox', actor.sandboxId));
    const sight = this.sights.of(actor);
    const world = actor.sandboxId ?? 'live';
    const as = (found: HallSight): Audience => ({
      name: `${found} ${world}`,
      notBefore: this.changes.lastOf(actor.organisationId),
    });
    return typeof sight === 'string' ? as(sight) : sight.then(as);
  }
}
