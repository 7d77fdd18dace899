import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type AccessRule, type Actor, permits } from '../../kernel/access/index.js';
import { publicId } from '../../kernel/index.js';
import { Authenticator, bearerOf } from '../../platform/access/index.js';
import { markSandbox } from '../../platform/faces/index.js';
import { type Audience, SharedAnswers } from '../../platform/sharing/index.js';
import type { HallSight } from './hall.policy.js';
import { type HallInput, HallReader, type HallView } from './hall.reader.js';
import { HALL_AGES, HallChanges } from './hall-changes.js';
import { hallListJson, selectionWriter } from './hall-json.js';
import { plainInput } from './hall-plain-query.js';
import { HallSights } from './hall-sights.js';

/** May read the hall. */
export const HALL_ACCESS = {
  kinds: ['agency', 'law_firm', 'creditor', 'platform'],
  scope: 'hall:read',
} as const satisfies AccessRule;

type HallViewers = Audience & HallView;

/** All callers of one sandbox and one sight see the same hall, so equal requests at the same time share one answer. */
@Injectable()
export class HallAudience implements OnModuleInit {
  constructor(
    private readonly shared: SharedAnswers,
    private readonly authenticator: Authenticator,
    private readonly sights: HallSights,
    private readonly changes: HallChanges,
    private readonly reader: HallReader,
  ) {}

  onModuleInit(): void {
    const audienceOf = (request: FastifyRequest) => this.audienceOf(request);
    this.shared.offer<HallViewers>({
      writeList: async (audience, query) => hallListJson(await this.reader.pageFor(audience, plainInput(query))),
      ...{ field: 'hall', route: '/v1/hall', ages: HALL_AGES, audienceOf },
      writerOf: (selections, type) => {
        const write = selectionWriter(selections, type);
        return (
          write && (async (audience, args) => write(await this.reader.pageFor(audience, args as unknown as HallInput)))
        );
      },
    });
  }

  private audienceOf(request: FastifyRequest): HallViewers | undefined | Promise<HallViewers | undefined> {
    if (!bearerOf(request)) return undefined;
    const actor = this.authenticator.callerOf(request);
    return actor instanceof Promise
      ? actor.then((found) => this.sightOf(found, request))
      : this.sightOf(actor, request);
  }

  /** Each sandbox has its own hall and so its own audience. */
  private sightOf(actor: Actor, request: FastifyRequest): HallViewers | undefined | Promise<HallViewers> {
    if (!permits(HALL_ACCESS, actor)) return undefined;
    if (actor.sandboxId !== null) markSandbox(request, publicId('sandbox', actor.sandboxId));
    const sight = this.sights.of(actor);
    const { sandboxId } = actor;
    const world = sandboxId ?? 'live';
    const as = (found: HallSight): HallViewers => ({
      ...{ sandboxId, sight: found, name: `${found} ${world}` },
      notBefore: this.changes.lastOf(actor.organisationId),
    });
    return typeof sight === 'string' ? as(sight) : sight.then(as);
  }
}
