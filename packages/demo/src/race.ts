import { setTimeout as sleep } from 'node:timers/promises';
import { type Fen, type HallCase, isRefusal } from '@recourse/client';
import type { Desk } from './desk.js';
import type { Stage } from './progress.js';
import { Random } from './random.js';
import type { Tally } from './tally.js';
import type { Worker } from './work.js';

/** Every provider looks at the hall from so many places, each in its own order: they meet at the same cases. */
const SORTS = ['SCORE_DESC', 'COMMISSION_DESC', 'NEWEST', 'AMOUNT_DESC'] as const;
type Sort = (typeof SORTS)[number];
const PAGE = 20;
/** How far down a page somebody reaches; the smaller, the more often two want the same case. */
const REACH = 8;
const GRABS_PER_LOOK = 5;
/** Now and then somebody asks for a case that is too large for their grade. */
const DARING = 0.02;
const EXPECTED_REFUSALS = [
  'CASE_ALREADY_GRABBED',
  'CASE_ALREADY_YOURS',
  'QUOTA_EXCEEDED',
  'CASE_TOO_LARGE',
  'CASE_RETURNED_BEFORE',
] as const;

export interface RaceRules {
  /** When to stop, in the clock of `performance.now()`. */
  readonly until: number;
  readonly seed: number;
  readonly tally: Tally;
}

/** The contest for the hall: all providers, each in several places, until the time is over or nothing is listed. */
export class Race {
  private exhausted = false;

  constructor(
    private readonly rules: RaceRules,
    private readonly worker: Worker,
    private readonly stage: Stage,
  ) {}

  async run(desks: readonly Desk[]): Promise<void> {
    await Promise.all(desks.map((desk) => desk.refresh(true)));
    const { seed, tally } = this.rules;
    const seats = desks.flatMap((desk, place) =>
      SORTS.map((sort, nth) => new Seat(desk, sort, new Random(seed * 1_000 + place * 10 + nth), tally)),
    );
    await Promise.all(seats.map((seat) => this.play(seat)));
  }

  private get over(): boolean {
    return this.exhausted || performance.now() > this.rules.until;
  }

  /** Grabs until the quota is full, works a case, grabs again. */
  private async play(seat: Seat): Promise<void> {
    const { desk, random } = seat;
    while (!this.over) {
      if (!desk.full) {
        if ((await seat.grabOne()) === 'nothing-listed') this.exhausted = true;
        continue;
      }
      const held = desk.waiting.shift();
      if (!held) await sleep(50);
      else {
        await this.worker.finish(held, desk, random);
        await desk.refresh();
        this.stage.step();
      }
    }
  }
}

/** One place at which a provider looks at a page of the hall. */
class Seat {
  private page: HallCase[] = [];
  private looks = 0;

  constructor(
    readonly desk: Desk,
    private readonly sort: Sort,
    readonly random: Random,
    private readonly tally: Tally,
  ) {}

  async grabOne(): Promise<'tried' | 'nothing-listed'> {
    if (this.looks === 0 || this.page.length === 0) {
      const daring = this.random.chance(DARING);
      await this.look(daring ? null : this.desk.standing.largestCaseFen);
      if (this.page.length === 0) return this.idle();
    }
    this.looks -= 1;
    const [wanted] = this.page.splice(this.random.whole(0, Math.min(REACH, this.page.length) - 1), 1);
    await this.grab(wanted!.id);
    return 'tried';
  }

  private async look(belowFen: Fen | null): Promise<void> {
    const filter = belowFen === null ? null : { maxAmountFen: belowFen - 1n };
    const { items } = await this.desk.client.hall.listings({ sort: this.sort, filter }, { pageSize: PAGE }).page();
    this.page = items;
    this.looks = GRABS_PER_LOOK;
  }

  /** Nothing for this grade; perhaps nothing at all. */
  private async idle(): Promise<'tried' | 'nothing-listed'> {
    await this.look(null);
    if (this.page.length === 0) return 'nothing-listed';
    this.page = [];
    await sleep(500);
    return 'tried';
  }

  private async grab(caseId: string): Promise<void> {
    try {
      this.desk.take(await this.desk.client.grabs.grab({ caseId }));
    } catch (error) {
      if (!isRefusal(error, ...EXPECTED_REFUSALS)) throw error;
      this.tally.refused(error.code);
      if (error.code === 'QUOTA_EXCEEDED') this.desk.full = true;
    }
  }
}
