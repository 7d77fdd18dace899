import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, checkFirst, invalid, isUuid, type PageInput, positionOf } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { Gate } from '../../platform/loops/index.js';
import { type HallSight, type HallSort, isKeyOf, sortFor } from './hall.policy.js';
import { COUNT_CAP, type HallLook, HallRepository } from './hall.repository.js';
import { criteriaOf, type HallFilter } from './hall-filter.policy.js';
import { HallPage } from './hall-page.js';
import type { HallRow } from './hall-row.js';
import { HallSights } from './hall-sights.js';

/** What a member asks of the hall. */
export interface HallInput extends PageInput {
  filter?: HallFilter | null;
  sort?: HallSort | null;
}

/** How the face spells what it may have got wrong. */
export interface HallPaths {
  /** Before the names of the filter's fields. */
  filter: string;
  after: string;
}

/** Whose eyes the hall is seen with: the world, and how much of a listing is shown. */
export interface HallView {
  /** Null for the live hall. */
  readonly sandboxId: string | null;
  readonly sight: HallSight;
}

const GRAPHQL_PATHS: HallPaths = { filter: 'filter.', after: 'after' };

/**
 * Answers what the hall shows. Looks pass a wide gate, so that what waits has a bound; searches through the whole hall pass
 * a narrow one, so that rare combinations cannot take the pool from the grabs.
 */
@Injectable()
export class HallReader {
  private readonly looks = new Gate(64, 2_000);
  private readonly searches = new Gate(3, 300);

  constructor(
    private readonly database: Database,
    private readonly repository: HallRepository,
    private readonly sights: HallSights,
    private readonly clock: Clock,
  ) {}

  /** A page of listings. INVALID_INPUT for what cannot be asked, ORGANISATION_NOT_VERIFIED, BUSY under too many questions. */
  async page(actor: Actor, input: HallInput, paths?: HallPaths): Promise<HallPage> {
    return this.pageFor({ sandboxId: actor.sandboxId, sight: await this.sights.of(actor) }, input, paths);
  }

  /** The same for somebody whose sight is known. */
  async pageFor(view: HallView, input: HallInput, paths: HallPaths = GRAPHQL_PATHS): Promise<HallPage> {
    const { sight } = view;
    const criteria = criteriaOf(input.filter, sight, paths.filter);
    const sort = sortFor(input.sort, sight);
    const first = checkFirst(input.first);
    const after = input.after ? placeOf(input.after, sort, paths.after) : undefined;
    const today = this.clock.today();
    const look: HallLook = { sandboxId: view.sandboxId, sort, criteria, today, take: first + 1, after };
    return this.looks.through(async () => new HallPage(await this.rowsOf(look), look, sight, () => this.total(look)));
  }

  private async rowsOf(look: HallLook): Promise<HallRow[]> {
    const { rows, complete } = await this.repository.near(this.database, look);
    return complete ? rows : this.searches.through(() => this.repository.wide(this.database, look));
  }

  private async total({ sandboxId, criteria }: HallLook): Promise<number> {
    const count = () => this.repository.count(this.database, sandboxId, criteria, this.clock.today());
    return Math.min(COUNT_CAP, await this.searches.through(count));
  }
}

/** A cursor says which order it belongs to: gone on with in another, it would skip or repeat at random. */
function placeOf(cursor: string, sort: HallSort, path: string): { key: string; id: string } {
  const [of, key, id] = parsed(cursor, path);
  if (of !== sort) throw invalid('CURSOR_OF_OTHER_SORT', { path, sort });
  if (isKeyOf(sort, key) && isUuid(id)) return { key, id };
  throw invalid('FOREIGN_CURSOR', { path });
}

function parsed(cursor: string, path: string) {
  try {
    return positionOf(cursor, 3);
  } catch {
    throw invalid('FOREIGN_CURSOR', { path });
  }
}
