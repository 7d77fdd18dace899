import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import {
  Clock,
  checkFirst,
  cursorOf,
  type Day,
  invalid,
  isUuid,
  type PageInput,
  positionOf,
} from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { Gate } from '../../platform/loops/index.js';
import { type HallSight, type HallSort, isKeyOf, sortFor } from './hall.policy.js';
import { COUNT_CAP, type HallLook, HallRepository } from './hall.repository.js';
import { type HallCase, hallCases } from './hall-case.js';
import { criteriaOf, type HallFilter } from './hall-filter.policy.js';
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

/** One page of the hall. */
export interface HallPage {
  /** The listings as the database returned them. */
  readonly rows: readonly HallRow[];
  readonly sight: HallSight;
  /** The day up to which months overdue are counted. */
  readonly today: Day;
  /** The listings as this sight shows them; computed when first read. */
  readonly nodes: readonly HallCase[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  /** The cursor of one of the nodes. */
  cursorAt(index: number): string;
  /** How many listings meet the filter, at most `COUNT_CAP`; runs a statement of its own. */
  total(): Promise<number>;
}

const GRAPHQL_PATHS: HallPaths = { filter: 'filter.', after: 'after' };

/**
 * Reads pages of the hall. Ordinary pages pass a wide gate, which bounds the queue; searches through the whole hall pass a narrow
 * one, so that rare combinations cannot take the connection pool from the grabs.
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
    return this.looks.through(async () => pageFrom(await this.rowsOf(look), look, sight, () => this.total(look)));
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

function pageFrom(
  rows: HallRow[],
  { take, sort, today }: HallLook,
  sight: HallSight,
  total: HallPage['total'],
): HallPage {
  const hasNextPage = rows.length >= take;
  if (hasNextPage) rows.length = take - 1;
  const cursorAt = (index: number) => cursorOf([sort, rows[index]!.keyOf(sort), rows[index]!.id]);
  const endCursor = rows.length > 0 ? cursorAt(rows.length - 1) : null;
  let nodes: readonly HallCase[] | undefined;
  return {
    ...{ rows, sight, today, endCursor, hasNextPage, cursorAt, total },
    get nodes() {
      nodes ??= hallCases(rows, today, sight);
      return nodes;
    },
  };
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
