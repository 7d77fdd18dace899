import { Batcher } from './batcher.js';

/** Questions one statement answers, and statements under way at once. */
const LARGEST = 500;
const LANES = 2;

/**
 * Lets questions that arrive together share one statement: alone a question is asked at once, and what comes while others are
 * under way is asked in one piece. Thousands of open streams then cost a statement per round trip instead of one each.
 */
export class AskedTogether<K, V> {
  private readonly batcher: Batcher<K, V | undefined>;

  /** `find` answers each question in its place. */
  constructor(find: (questions: K[]) => Promise<(V | undefined)[]>) {
    this.batcher = new Batcher<K, V | undefined>({
      lanes: LANES,
      largest: LARGEST,
      touches: () => ({ shared: [] }),
      // No question is at fault when a statement fails: each gets the error, and none is asked again by itself.
      work: (questions) => find(questions).catch((error: Error) => questions.map(() => error)),
    });
  }

  ask(question: K): Promise<V | undefined> {
    return this.batcher.add(question);
  }
}
