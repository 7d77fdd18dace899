/** Well within a sweep's lease, so that no other process begins the same sweep meanwhile. */
const BUDGET_MS = 60_000;

/**
 * Repeats a chunk of work until a chunk is not full or the time is used up; the rest waits for the next run. A fixed number
 * of chunks would fall behind for ever once more comes in than it allows.
 */
export async function inChunks(size: number, work: () => Promise<number>, budgetMs = BUDGET_MS): Promise<void> {
  const end = performance.now() + budgetMs;
  while ((await work()) >= size && performance.now() < end);
}
