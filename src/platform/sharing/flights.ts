import { LRUCache } from 'lru-cache';

/** How old an answer may be, by the monotonic clock: when it began to be made is when it was young. */
export interface Ages {
  /** Up to this age an answer is given again as it is; an older one is made anew while others still get it. */
  readonly freshMs: number;
  /** At this age it is given to nobody. */
  readonly keptMs: number;
}

export interface Bounds {
  /** Different questions under way at a time. */
  readonly questions: number;
  /** Those who wait for an answer that somebody else makes. */
  readonly waiting: number;
  /** Answers kept. */
  readonly kept: number;
}

interface Answered<T> {
  readonly answer: T;
  readonly since: number;
}

/** One question under way. */
interface Lane<T> {
  since: number;
  current: Promise<T | undefined>;
  next: Promise<T | undefined> | undefined;
  /** Whether anybody besides the one who makes the answer wants it. */
  wanted: boolean;
}

/**
 * Lets identical questions share an answer. An answer shows the state of some moment after it began to be made, so it is
 * good for exactly those who may see that moment: `notBefore` says since when. Who cannot take the answer at hand takes the
 * one under way, and who cannot take that one either waits for the next, which all who wait share.
 */
export class Flights<T extends object> {
  private readonly lanes = new Map<string, Lane<T>>();
  private readonly kept: LRUCache<string, Answered<T>>;
  private readonly once = new OnceAsked();
  private waiting = 0;

  constructor(private readonly bounds: Bounds) {
    this.kept = new LRUCache({ max: bounds.kept });
  }

  /**
   * The answer, at once or when it is made; `make` is called when this asker is the one to make it. An answer of `undefined`
   * is none, for those who wait as well. Answers `undefined` itself, and makes nothing, when there is no room.
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
    const lane = this.lanes.get(question);
    if (kept && kept.since > notBefore && (lane || now - kept.since < freshMs)) return kept.answer;
    if (!lane) return this.lanes.size < this.bounds.questions ? this.open(question, now - keptMs, make) : undefined;
    if (this.waiting >= this.bounds.waiting) return undefined;
    if (lane.since > notBefore) {
      lane.wanted = true;
      return this.wait(lane.current);
    }
    const depart = () => this.fly(question, lane, make);
    lane.next ??= lane.current.then(depart, depart);
    return this.wait(lane.next);
  }

  private open(question: string, lately: number, make: () => Promise<T | undefined>): Promise<T | undefined> {
    const lane: Lane<T> = { since: 0, current: NOTHING, next: undefined, wanted: this.once.seen(question, lately) };
    this.lanes.set(question, lane);
    return this.fly(question, lane, make);
  }

  private fly(question: string, lane: Lane<T>, make: () => Promise<T | undefined>): Promise<T | undefined> {
    // Whoever waited for this flight is not alone.
    lane.wanted ||= lane.next !== undefined;
    lane.next = undefined;
    const since = performance.now();
    lane.since = since;
    const flight = make();
    lane.current = flight;
    const land = (answer?: T) => {
      if (answer !== undefined && lane.wanted) this.kept.set(question, { answer, since });
      if (lane.next !== undefined) return;
      this.lanes.delete(question);
      // A map's outgrown tables may live long, and all they once held with them: they must lead to no answer.
      lane.current = NOTHING;
    };
    flight.then(land, () => land());
    return flight;
  }

  private async wait(flight: Promise<T | undefined>): Promise<T | undefined> {
    this.waiting += 1;
    try {
      return await flight;
    } finally {
      this.waiting -= 1;
    }
  }
}

const PLACES = 4_096;

/**
 * Which questions were asked lately, near enough: by a hash, in a table in which the later one of a place stays. What nobody asks
 * a second time is not kept, nor is the question itself: both would only make garbage old.
 */
class OnceAsked {
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
