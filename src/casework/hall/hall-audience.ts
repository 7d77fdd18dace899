import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type AccessRule, type Actor, permits } from '../../kernel/access/index.js';
import { publicId } from '../../kernel/index.js';
import { Authenticator, bearerOf } from '../../platform/access/index.js';
import { markSandbox } from '../../platform/faces/index.js';
import { SharedAnswers } from '../../platform/sharing/index.js';
import { HallSights } from './hall-sights.js';
import { HallVersion } from './hall-version.js';

/** Who may look around the hall. */
export const HALL_ACCESS = {
  kinds: ['agency', 'law_firm', 'creditor', 'platform'],
  scope: 'hall:read',
} as const satisfies AccessRule;

/** How long an answer is good while nothing changed here: another process's change shows within this time. */
const KEPT_MS = 100;

/** The hall shows everybody of one world and one sight the same, so those who ask the same at the same time share one answer. */
@Injectable()
export class HallAudience implements OnModuleInit {
  constructor(
    private readonly shared: SharedAnswers,
    private readonly authenticator: Authenticator,
    private readonly sights: HallSights,
    private readonly hall: HallVersion,
  ) {}

  onModuleInit(): void {
    const audienceOf = (request: FastifyRequest) => this.audienceOf(request);
    const versionOf = () => this.hall.current;
    this.shared.offer({ field: 'hall', route: '/v1/hall', audienceOf, versionOf, keptMs: KEPT_MS });
  }

  private audienceOf(request: FastifyRequest): string | undefined | Promise<string | undefined> {
    if (!bearerOf(request)) return undefined;
    const actor = this.authenticator.callerOf(request);
    return actor instanceof Promise
      ? actor.then((found) => this.sightOf(found, request))
      : this.sightOf(actor, request);
  }

  /** Each world has a hall of its own, and so an audience. */
  private sightOf(actor: Actor, request: FastifyRequest): string | undefined | Promise<string> {
    if (!permits(HALL_ACCESS, actor)) return undefined;
    if (actor.sandboxId !== null) markSandbox(request, publicId('sandbox', actor.sandboxId));
    const sight = this.sights.of(actor);
    const world = actor.sandboxId ?? 'live';
    return typeof sight === 'string' ? `${sight} ${world}` : sight.then((found) => `${found} ${world}`);
  }
}
