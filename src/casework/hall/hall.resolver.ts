import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import type { ConnectionOf } from '../../platform/faces/index.js';
import { HallConnection, HallFilterInput, HallSortEnum, hallConnection } from './hall.graphql.js';
import type { HallSort } from './hall.policy.js';
import { HallReader } from './hall.reader.js';
import { HALL_ACCESS } from './hall-audience.js';
import type { HallCaseView } from './hall-case.js';
import type { HallFilter } from './hall-filter.policy.js';

@Resolver()
export class HallResolver {
  constructor(private readonly reader: HallReader) {}

  // The arguments have plain types, which the reader checks: the validation pipe would cost more time than the read.
  @Query(() => HallConnection, {
    description: 'The listed cases, de-identified. For verified providers, creditors and the platform.',
  })
  @Access(HALL_ACCESS)
  async hall(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, description: 'How many, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string | null,
    @Args('filter', { type: () => HallFilterInput, nullable: true, description: 'Conditions on the listings.' })
    filter?: HallFilter | null,
    @Args('sort', { type: () => HallSortEnum, nullable: true, description: 'The order; newest first by default.' })
    sort?: HallSort | null,
  ): Promise<ConnectionOf<HallCaseView>> {
    return hallConnection(await this.reader.page(actor, { first, after, filter, sort }));
  }
}
