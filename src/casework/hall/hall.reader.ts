import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, checkFirst, invalid, isUuid, type PageInput, positionOf } from '../../kernel/index.js';
import { Database, type Queryable } from '../../platform/database/index.js';
import { Batcher, Gate } from '../../platform/loops/index.js';
import { type HallSight, type HallSort, isKeyOf, sortFor } from './hall.policy.js';
import { COUNT_CAP, type HallLook, HallRepository, type NearPage } from './hall.repository.js';
import { criteriaOf, type HallFilter } from './hall-filter.policy.js';
import { HallPage } from './hall-page.js';
import type { HallRow } from './hall-row.js';
import { HallSights } from './hall-sights.js';

/** A request for a page of the hall. */
export interface HallInput extends PageInput {
  filter?: HallFilter | null;
  sort?: HallSort | null;
}

/** How GraphQL or REST spells the paths in refusals. */
export interface HallPaths {
  /** The prefix of the filter's fields. */
  filter: string;
  after: string;
}

/** Which hall is shown, and how much of a listing. */
export interface HallView {
  /** Null for the live hall. */
  readonly sandboxId: string | null;
  readonly sight: HallSight;
}

/** Messages with pages on their way to the database at once, and pages in one. */
const LANES = 4;
const LARGEST = 16;
/** The class of PostgreSQL's errors about a value. */
const BAD_VALUE = '22';

const GRAPHQL_PATHS: HallPaths = { filter: 'filter.', after: 'after' };

/**
 * Reads pages of the hall. Ordinary pages pass a wide gate, which bounds the queue; searches through the whole hall pass a narrow
 * one, so that rare combinations cannot take the connection pool from the grabs.
 */
@Injectable()
export class HallReader {
  private readonly looks = new Gate(64, 2_000);
  private readonly searches = new Gate(3, 300);
  /** Pages asked for at once share messages to the database, because carrying them is a large part of a page's cost. */
  private readonly near: Batcher<HallLook, NearPage>;

  constructor(
    private readonly database: Database,
    private readonly repository: HallRepository,
    private readonly sights: HallSights,
    private readonly clock: Clock,
  ) {
    this.near = new Batcher({
      lanes: LANES,
      largest: LARGEST,
      touches: () => ({ shared: [] }),
      work: (looks) => this.pagesNear(looks),
    });
  }

  /** A page of listings. Refuses INVALID_INPUT, ORGANISATION_NOT_VERIFIED, and BUSY when too many requests wait. */
  async page(actor: Actor, input: HallInput, paths?: HallPaths): Promise<HallPage> {
    return this.pageFor({ sandboxId: actor.sandboxId, sight: await this.sights.of(actor) }, input, paths);
  }

  /** The same for a sight that is known. */
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

  private async pagesNear(looks: readonly HallLook[]): Promise<(NearPage | Error)[]> {
    try {
      const ask = (q: Queryable) => Promise.all(looks.map((look) => this.repository.near(q, look)));
      return await this.database.together(ask);
    } catch (error) {
      // A value that the server cannot read fails alone, after the batch is halved. Of anything else, such as a server that stalls,
      // all would fail again, each after its own time limit.
      if ((error as { code?: string }).code?.startsWith(BAD_VALUE)) throw error;
      return looks.map(() => error as Error);
    }
  }

  private async rowsOf(look: HallLook): Promise<HallRow[]> {
    const { rows, complete } = await this.near.add(look);
    return complete ? rows : this.searches.through(() => this.repository.wide(this.database, look));
  }

  private async total({ sandboxId, criteria }: HallLook): Promise<number> {
    const count = () => this.repository.count(this.database, sandboxId, criteria, this.clock.today());
    return Math.min(COUNT_CAP, await this.searches.through(count));
  }
}

/** A cursor is valid for one order: in another, the next page would skip or repeat listings. */
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
