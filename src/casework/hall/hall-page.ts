import { cursorOf, type Day } from '../../kernel/index.js';
import type { HallSight, HallSort } from './hall.policy.js';
import type { HallLook } from './hall.repository.js';
import { type HallCaseView, hallCases } from './hall-case.js';
import type { HallRow } from './hall-row.js';

/** One page of the hall. A class because of its getter: an object literal with a getter stays in memory long after its request. */
export class HallPage {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  /** The day up to which months overdue are counted. */
  readonly today: Day;
  private readonly sort: HallSort;
  private cases: readonly HallCaseView[] | undefined;

  constructor(
    /** The listings as the database returned them; one more than the page has means that there is a next page. */
    readonly rows: HallRow[],
    { take, sort, today }: HallLook,
    readonly sight: HallSight,
    /** How many listings meet the filter, at most `COUNT_CAP`; runs a statement of its own. */
    readonly total: () => Promise<number>,
  ) {
    this.hasNextPage = rows.length >= take;
    if (this.hasNextPage) rows.length = take - 1;
    this.sort = sort;
    this.today = today;
    this.endCursor = rows.length > 0 ? this.cursorAt(rows.length - 1) : null;
  }

  /** The listings as this sight shows them; computed when first read. */
  get nodes(): readonly HallCaseView[] {
    this.cases ??= hallCases(this.rows, this.today, this.sight);
    return this.cases;
  }

  /** The cursor of one of the nodes. */
  cursorAt(index: number): string {
    const row = this.rows[index]!;
    return cursorOf([this.sort, row.keyOf(this.sort), row.id]);
  }
}
