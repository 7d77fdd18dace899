import { LRUCache } from 'lru-cache';

/** How old an answer may be, by the monotonic clock, counted from the begin of its making. */
export interface Ages {
  /** Up to this age an answer is reused as it is; an older one is made anew while others still get it. */
  readonly freshMs: number;
  /** From this age on it is not used. */
  readonly keptMs: number;
}

export interface Bounds {
  /** Different questions under way at a time. */
  readonly questions: number;
  /** Callers waiting for an answer that another request makes. */
  readonly waiting: number;
  /** Answers kept. */
  readonly kept: number;
}

interface Answered<T> {
  readonly answer: T;
  readonly since: number;
}

/** One question under way. */
interface Run<T> {
  since: number;
  current: Promise<T | undefined>;
  next: Promise<T | undefined> | undefined;
  /** Whether any caller besides the one that makes the answer wants it. */
  shared: boolean;
}

/**
 * Lets identical questions share an answer. An answer shows the state of some moment after it began to be made, so it suits
 * exactly the callers that may see that moment: `notBefore` bounds it. A caller that cannot take the kept answer joins the
 * run under way, and a caller that cannot take that one either waits for the next run, which all who wait share.
 */
export class SharedRuns<T extends object> {
  private readonly running = new Map<string, Run<T>>();
  private readonly kept: LRUCache<string, Answered<T>>;
  private readonly recent = new RecentQuestions();
  private waiting = 0;

  constructor(private readonly bounds: Bounds) {
    this.kept = new LRUCache({ max: bounds.kept });
  }

  /**
   * The answer, at once or when it is made; `make` is called when this caller is the one to make it. An answer of `undefined`
   * is none, for those who wait as well. Returns `undefined` itself, and makes nothing, when there is no room.
   */
  ask(
    question: string,
    { freshMs, keptMs }: Ages,
    earliest: number,
    make: () => Promise<T | undefined>,
  ): T | Promise<T | undefined> | undefined {
    const now = performance.now();
    const notBefore = Math.max(earliest, now - keptMs);
    const kept = this.kept.get(question);
    const run = this.running.get(question);
    if (kept && kept.since > notBefore && (run || now - kept.since < freshMs)) return kept.answer;
    if (!run) return this.running.size < this.bounds.questions ? this.open(question, now - keptMs, make) : undefined;
    if (this.waiting >= this.bounds.waiting) return undefined;
    if (run.since > notBefore) {
      run.shared = true;
      return this.wait(run.current);
    }
    const rerun = () => this.run(question, run, make);
    run.next ??= run.current.then(rerun, rerun);
    return this.wait(run.next);
  }

  private open(question: string, lately: number, make: () => Promise<T | undefined>): Promise<T | undefined> {
    const run: Run<T> = { since: 0, current: NOTHING, next: undefined, shared: this.recent.seen(question, lately) };
    this.running.set(question, run);
    return this.run(question, run, make);
  }

  private run(question: string, run: Run<T>, make: () => Promise<T | undefined>): Promise<T | undefined> {
    // Callers that waited for this run share its answer.
    run.shared ||= run.next !== undefined;
    run.next = undefined;
    const since = performance.now();
    run.since = since;
    const answering = make();
    run.current = answering;
    const finish = (answer?: T) => {
      if (answer !== undefined && run.shared) this.kept.set(question, { answer, since });
      if (run.next !== undefined) return;
      this.running.delete(question);
      // A map grows by a new table; an old one may stay in memory for long with all that was in it, so no answer may be there.
      run.current = NOTHING;
    };
    answering.then(finish, () => finish());
    return answering;
  }

  private async wait(answering: Promise<T | undefined>): Promise<T | undefined> {
    this.waiting += 1;
    try {
      return await answering;
    } finally {
      this.waiting -= 1;
    }
  }
}

const PLACES = 4_096;

/**
 * Which questions were asked recently, approximately: by a hash, in a table where a later question replaces an earlier one of
 * the same place. An answer that is asked for once is not kept, nor is its question: both would only become old garbage.
 */
class RecentQuestions {
  private readonly hashes = new Int32Array(PLACES);
  private readonly times = new Float64Array(PLACES);

  /** Whether it was asked before, after an instant; it has been from now on. */
  seen(question: string, lately: number): boolean {
    let hash = 17;
    for (let i = 0; i < question.length; i += 1) hash = (Math.imul(hash, 31) + question.charCodeAt(i)) | 0;
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    const before = this.hashes[place] === hash && this.times[place]! > lately;
    this.hashes[place] = hash;
    this.times[place] = performance.now();
    return before;
  }
}

const NOTHING: Promise<undefined> = Promise.resolve(undefined);
