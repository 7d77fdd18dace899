/** One page of a list. */
export interface Page<T> {
  readonly items: T[];
  readonly hasMore: boolean;
  /** Where the next page begins; also a place to come back to. */
  readonly cursor: string | null;
}

export interface PageOptions {
  /** How many are fetched at a time, 1 to 100; 50 unless told. */
  pageSize?: number;
  /** Begin behind this cursor. */
  after?: string;
  signal?: AbortSignal;
}

type FetchPage<T> = (first: number, after: string | null, signal: AbortSignal | undefined) => Promise<Page<T>>;

const PAGE_SIZE = 50;

/**
 * A list that is fetched as it is gone through: `for await (const listing of client.hall.listings())`. Leaving the loop
 * stops the fetching. Also page by page, or whole.
 */
export class Pages<T> implements AsyncIterable<T> {
  constructor(
    private readonly fetchPage: FetchPage<T>,
    private readonly options: PageOptions = {},
  ) {}

  /** One page, the first unless a cursor is given. */
  page(after?: string | null): Promise<Page<T>> {
    const { pageSize = PAGE_SIZE, signal } = this.options;
    return this.fetchPage(pageSize, after ?? this.options.after ?? null, signal);
  }

  async *pages(): AsyncGenerator<Page<T>> {
    let after: string | null | undefined;
    do {
      const page: Page<T> = await this.page(after);
      yield page;
      after = page.hasMore ? page.cursor : null;
    } while (after);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for await (const page of this.pages()) yield* page.items;
  }

  /** The first so many of the list; all of it without a limit. */
  async toArray(limit = Number.POSITIVE_INFINITY): Promise<T[]> {
    const items: T[] = [];
    if (limit <= 0) return items;
    for await (const item of this) if (items.push(item) >= limit) break;
    return items;
  }
}
