/** Work on several items at once, any of which may make it fail for all. */
export interface Halving<I> {
  together(items: readonly I[]): Promise<void>;
  /** The item that fails also by itself. */
  alone(item: I, error: unknown): void | Promise<void>;
  /** Whether an item caused the error; any other error is thrown at once. Absent: an item caused it. */
  isOfAnItem?(error: unknown): boolean;
}

/** Works on items together and, when that fails, on each half in turn, until the item at fault stands alone. Keeps their order. */
export async function inHalves<I>(items: readonly I[], work: Halving<I>): Promise<void> {
  if (items.length === 0) return;
  try {
    await work.together(items);
  } catch (error) {
    if (work.isOfAnItem && !work.isOfAnItem(error)) throw error;
    if (items.length === 1) return work.alone(items[0]!, error);
    const middle = items.length >> 1;
    await inHalves(items.slice(0, middle), work);
    await inHalves(items.slice(middle), work);
  }
}
