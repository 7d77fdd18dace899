import { addDays } from '../../src/kernel/calendar.js';
import { penaltyFor } from '../../src/risk/standing/penalty.policy.js';
import { type Standing, standingOf } from '../../src/risk/standing/standing.policy.js';
import {
  type Contribution,
  contributionOf,
  type Hold,
  LATE_DAYS,
  plus,
  type StandingFacts,
} from '../../src/risk/standing/standing-facts.policy.js';
import type { Grade, StandingParameters } from '../../src/risk/standing/standing-parameters.policy.js';
import { type Behaviour, type HoldStory, storyOf } from './behaviours.js';
import { casesOffered, type Provider, type World } from './model.js';

const EPOCH = '2024-01-01';
const PLACES = new Map<number, string>();

function dayOf(number: number): string {
  const known = PLACES.get(number);
  if (known) return known;
  const day = addDays(EPOCH, number);
  PLACES.set(number, day);
  return day;
}

/** The record of one provider as the product keeps it: running sums of what has ended, and what is open besides. */
export class Record {
  private readonly sums = new Map<number, Contribution>();
  private open: HoldStory[] = [];
  private readonly penalties: { day: number; points: number }[] = [];
  private lastActive: number | null = null;
  grade: Grade | null = null;

  constructor(private readonly parameters: StandingParameters) {}

  take(story: HoldStory): void {
    this.open.push(story);
  }

  /** What is held on this day. */
  held(day: number): number {
    return this.open.filter(({ takenOn, endDay }) => takenOn <= day && takenOn + endDay > day).length;
  }

  /** The standing on a day; days come in rising order. */
  look(day: number): Standing {
    this.settle(day);
    const standing = standingOf(this.factsOn(day), this.grade, this.parameters, dayOf(day));
    this.grade = standing.earned;
    return standing;
  }

  private settle(day: number): void {
    const ended = this.open.filter(({ takenOn, endDay }) => takenOn + endDay <= day);
    if (ended.length === 0) return;
    this.open = this.open.filter(({ takenOn, endDay }) => takenOn + endDay > day);
    for (const story of ended.sort((a, b) => a.takenOn + a.endDay - b.takenOn - b.endDay)) this.close(story);
  }

  private close(story: HoldStory): void {
    const day = story.takenOn + story.endDay;
    if (story.state === 'returned') {
      const recent = this.penalties.filter((each) => each.day > day - this.parameters.penaltyWindowDays).length;
      this.penalties.push({ day, points: penaltyFor(recent, this.parameters) });
    }
    this.lastActive = Math.max(this.lastActive ?? 0, day);
    this.add(this.sums, story, story.state, story.endDay);
  }

  private factsOn(day: number): StandingFacts {
    const sums = new Map(this.sums);
    let active = this.lastActive;
    for (const story of this.open) {
      if (story.takenOn > day) continue;
      active = Math.max(active ?? 0, story.takenOn);
      this.add(sums, story, 'active', day - story.takenOn);
    }
    const since = day - this.parameters.penaltyWindowDays;
    return {
      creditors: [...sums.values()].map((each) => ({ ...each, known: true })),
      penaltyPoints: this.penalties.reduce((sum, each) => (each.day > since ? sum + each.points : sum), 0),
      lastActiveOn: active === null ? null : dayOf(active),
    };
  }

  private add(sums: Map<number, Contribution>, story: HoldStory, state: Hold['state'], heldDays: number): void {
    const { amountFen, expectedFen, creditor } = story.case;
    let [paid, days] = [0, 0];
    for (const { day, fen } of story.payments) {
      if (day > heldDays) continue;
      paid += fen;
      days += fen * Math.min(day, LATE_DAYS);
    }
    const added = contributionOf(
      {
        ...{ state, heldDays, expectedFen, exonerated: state !== 'active' && story.exonerated },
        ...{ amountFen: BigInt(amountFen), recoveredFen: BigInt(paid), recoveredFenDays: BigInt(days) },
      },
      this.parameters,
    );
    const known = sums.get(creditor);
    sums.set(creditor, known ? plus(known, added) : added);
  }
}

/** What a provider takes over the time, and how it goes. */
function storiesOf(seed: number, provider: Provider, cases: number, behaviour: Behaviour, world: World): HoldStory[] {
  let freeFrom = 0;
  return Array.from({ length: cases }, (_, place) => {
    const takenOn = Math.floor((place * world.takingDays) / cases);
    const taken = behaviour.pick(casesOffered(seed, provider, place, behaviour.offered, world));
    const story = storyOf(taken, takenOn, behaviour, freeFrom, world);
    if (story.state !== taken.end.state || story.endDay !== taken.end.day) {
      freeFrom = Math.max(freeFrom, takenOn + story.endDay + behaviour.pauseDays);
    }
    return story;
  });
}

const DAYS_OF_A_MONTH = 30;

/** The standings of a provider at the end of each month, and when everything it took has ended. */
export function career(
  seed: number,
  provider: Provider,
  cases: number,
  behaviour: Behaviour,
  world: World,
  parameters: StandingParameters,
): Standing[] {
  const stories = storiesOf(seed, provider, cases, behaviour, world);
  const record = new Record(parameters);
  const last = lastDayOf(stories);
  const standings: Standing[] = [];
  let next = 0;
  for (let day = DAYS_OF_A_MONTH; ; day += DAYS_OF_A_MONTH) {
    const on = Math.min(day, last);
    while (next < stories.length && stories[next]!.takenOn <= on) record.take(stories[next++]!);
    standings.push(record.look(on));
    if (on === last) return standings;
  }
}

function lastDayOf(stories: readonly HoldStory[]): number {
  return Math.max(...stories.map(({ takenOn, endDay }) => takenOn + endDay));
}

/** The standing when everything has ended, without those before it. */
export function outcomeOf(
  seed: number,
  provider: Provider,
  cases: number,
  behaviour: Behaviour,
  world: World,
  parameters: StandingParameters,
): Standing {
  const record = new Record(parameters);
  const stories = storiesOf(seed, provider, cases, behaviour, world);
  for (const story of stories) record.take(story);
  return record.look(lastDayOf(stories));
}

/** How many cases a newcomer takes before it is of middle grade: as many at once as its quota allows, no larger ones. */
export function casesToMiddle(
  seed: number,
  provider: Provider,
  behaviour: Behaviour,
  world: World,
  parameters: StandingParameters,
): { taken: number; ended: number } {
  const record = new Record(parameters);
  const stories: HoldStory[] = [];
  let offer = 0;
  let standing = record.look(0);
  for (let day = 1; day < 5_000; day += 1) {
    while (record.held(day) < standing.quota.casesHeld) {
      const [offered] = casesOffered(seed, provider, offer++, 1, world);
      const { largestCaseFen } = standing.quota;
      if (largestCaseFen !== null && BigInt(offered!.amountFen) >= largestCaseFen) continue;
      const story = storyOf(offered!, day, behaviour, 0, world);
      stories.push(story);
      record.take(story);
    }
    if (
      !stories.some(
        (story) => story.takenOn + story.endDay === day || story.payments.some((p) => story.takenOn + p.day === day),
      )
    )
      continue;
    standing = record.look(day);
    if (standing.grade !== 'junior') {
      return { taken: stories.length, ended: stories.filter((story) => story.takenOn + story.endDay <= day).length };
    }
  }
  return { taken: stories.length, ended: stories.length };
}
