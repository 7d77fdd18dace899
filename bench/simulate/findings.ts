import { type Interval, wilson } from '../../src/kernel/statistics.js';
import { BEHAVIOURS, type Behaviour } from './behaviours.js';
import { errorOfMean, mean, quantile } from './measures.js';
import {
  changesOf,
  falseAlarms,
  gainsOf,
  isCovered,
  manyHonest,
  newcomersOf,
  type Ranking,
  rankingAt,
  type Study,
} from './study.js';

export const SIZES = [50, 200, 500] as const;

export interface Findings {
  readonly study: Study;
  readonly rankings: readonly Ranking[];
  /** Honest providers by size of the record, enough of them to see how often intervals hold. */
  readonly covered: readonly Ranking['honest'][];
  /** Gains by size of the record. */
  readonly tricks: readonly { readonly behaviour: Behaviour; readonly gains: readonly (readonly number[])[] }[];
  readonly changes: { readonly all: number[]; readonly later: number[] };
  readonly newcomers: readonly { readonly taken: number; readonly ended: number }[];
  readonly alarms: { readonly alarms: number; readonly of: number; readonly dispersion: number };
}

export interface Goal {
  readonly name: string;
  readonly wanted: string;
  readonly measured: string;
  readonly isMet: boolean;
}

export function study(plan: Study): Findings {
  const rankings = SIZES.map((cases) => rankingAt(cases, plan));
  return {
    ...{ study: plan, rankings, covered: rankings.map((ranking) => manyHonest(ranking, plan)) },
    tricks: BEHAVIOURS.map((behaviour) => ({
      behaviour,
      gains: rankings.map((ranking) => gainsOf(behaviour, ranking, plan)),
    })),
    changes: changesOf(200, plan),
    newcomers: newcomersOf(plan),
    alarms: falseAlarms(200, plan),
  };
}

/** The share of intervals that hold the true rate, with the interval of that share. */
export function coverageOf(seen: Ranking['honest']): { share: number; interval: Interval } {
  const covered = seen.filter(isCovered).length;
  return { share: covered / seen.length, interval: wilson(covered, seen.length) };
}

/** The mean over tricks of one kind and over sizes. */
export function gainOf(group: Behaviour['group'], { tricks }: Findings): number {
  const own = tricks.filter(({ behaviour }) => behaviour.group === group && behaviour.isCounted);
  return mean(own.flatMap(({ gains }) => gains.map(mean)));
}

export function goalsOf(findings: Findings): Goal[] {
  const { rankings, covered, changes, newcomers } = findings;
  const coverage = coverageOf(covered.flat());
  const taken = quantile(
    newcomers.map((each) => each.taken),
    0.5,
  );
  const orders = rankings.map(({ cases, standing, plain }, at) => {
    const wanted = [0.8, 0.9, 0.95][at]!;
    const measured = mean(standing);
    return {
      ...{ name: `Spearman of standing and skill at ${cases} cases`, wanted: `≥ ${wanted.toFixed(2)}` },
      ...{ measured: `${measured.toFixed(3)} (plain rate ${mean(plain).toFixed(3)})`, isMet: measured >= wanted },
    };
  });
  const tricks = (['dropper', 'picker', 'friend'] as const).map((group) => {
    const gain = gainOf(group, findings);
    return { name: `Mean gain: ${SAID[group]}`, wanted: '≤ 1 %', measured: `${gain.toFixed(2)} %`, isMet: gain <= 1 };
  });
  return [
    ...orders,
    ...tricks,
    {
      ...{ name: '95 % intervals that hold the true rate', wanted: '94–96 %', measured: share(coverage.share) },
      isMet: coverage.share >= 0.94 && coverage.share <= 0.96,
    },
    {
      ...{ name: 'Cases taken until a newcomer of the best quarter is middle (median)', wanted: '≤ 15' },
      ...{ measured: `${taken}`, isMet: taken <= 15 },
    },
    {
      ...{ name: 'Changes of grade a year, constant skill (mean)', wanted: '≤ 1' },
      ...{ measured: mean(changes.all).toFixed(2), isMet: mean(changes.all) <= 1 },
    },
  ];
}

export const SAID = {
  honest: 'honest',
  picker: 'picks what is easy',
  dropper: 'gives back what fails',
  friend: 'has a friendly creditor',
  ring: 'has a ring of them',
} as const;

export function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

/** A mean with the half of its 95 % interval. */
export function said(values: readonly number[]): string {
  return `${mean(values).toFixed(2)} ± ${(1.96 * errorOfMean(values)).toFixed(2)}`;
}
