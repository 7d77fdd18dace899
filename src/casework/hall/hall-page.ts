import { cursorOf, type Day } from '../../kernel/index.js';
import type { HallSight, HallSort } from './hall.policy.js';
import type { HallLook } from './hall.repository.js';
import { type HallCase, hallCases } from './hall-case.js';
import type { HallRow } from './hall-row.js';

/** One page of the hall. A class for its getter: an object with a getter of its own would outlive its request for long. */
export class HallPage {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  /** The day the page is of: months overdue are counted to it. */
  readonly today: Day;
  private readonly sort: HallSort;
  private cases: readonly HallCase[] | undefined;

  /** Of the listings as they were read, of which one more than the page has says that the hall goes on. */
  constructor(
    readonly rows: HallRow[],
    { take, sort, today }: HallLook,
    readonly sight: HallSight,
    /** How many fit the filter, at most `COUNT_CAP`; costs a statement of its own. */
    readonly total: () => Promise<number>,
  ) {
    this.hasNextPage = rows.length >= take;
    if (this.hasNextPage) rows.length = take - 1;
    this.sort = sort;
    this.today = today;
    this.endCursor = rows.length > 0 ? this.cursorAt(rows.length - 1) : null;
  }

  /** The listings as this sight shows them; costs something only when it is asked for. */
  get nodes(): readonly HallCase[] {
    this.cases ??= hallCases(this.rows, this.today, this.sight);
    return this.cases;
  }

  /** The cursor of one of the nodes. */
  cursorAt(index: number): string {
    const row = this.rows[index]!;
    return cursorOf([this.sort, row.keyOf(this.sort), row.id]);
  }
}
