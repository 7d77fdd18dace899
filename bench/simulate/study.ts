import { drawOrder } from '../../src/kernel/draw.js';
import { collectionScore, funnelLimits, overdispersion } from '../../src/kernel/statistics.js';
import type { Standing } from '../../src/risk/standing/standing.policy.js';
import { STANDING_DEFAULTS, type StandingParameters } from '../../src/risk/standing/standing-parameters.policy.js';
import { BEHAVIOURS, type Behaviour, HONEST } from './behaviours.js';
import { career, casesToMiddle, outcomeOf } from './career.js';
import { mean, spearman } from './measures.js';
import { type Provider, providerOf, WORLD, type World } from './model.js';

export interface Study {
  readonly seeds: readonly number[];
  readonly providers: number;
  readonly world: World;
  readonly parameters: StandingParameters;
}

export const STUDY: Study = { seeds: [1, 2, 3, 4, 5], providers: 200, world: WORLD, parameters: STANDING_DEFAULTS };

/** A provider with what its cases made of it. */
export interface Seen {
  readonly provider: Provider;
  readonly behaviour: Behaviour;
  readonly standing: Standing;
}

/** What a mixed world of providers shows at so many cases each. */
export interface Ranking {
  readonly cases: number;
  /** By seed. */
  readonly standing: number[];
  readonly plain: number[];
  readonly peer: number[];
  /** Everybody, of all seeds, when all are honest, and as they are. */
  readonly honest: Seen[];
  readonly mixed: Seen[];
}

function providersOf({ seeds, providers, world }: Study): { seed: number; all: Provider[] }[] {
  return seeds.map((seed) => ({
    seed,
    all: Array.from({ length: providers }, (_, id) => providerOf(seed, id, world)),
  }));
}

/** Who plays which trick: a quarter picks, a tenth gives back, a twentieth has a friend; drawn, so that skill has no part in it. */
function behavioursOf(seed: number, all: readonly Provider[]): Map<number, Behaviour> {
  const entrants = all.map(({ id }) => ({ id: `${id}`, weight: 1 }));
  const order = drawOrder(Buffer.alloc(32, seed), 'behaviour', entrants);
  const kinds = (group: Behaviour['group']) => BEHAVIOURS.filter((each) => each.group === group && each.isCounted);
  const plan = [
    { share: 0.25, of: kinds('picker') },
    { share: 0.1, of: kinds('dropper') },
    { share: 0.05, of: kinds('friend') },
  ];
  const chosen = new Map<number, Behaviour>();
  let at = 0;
  for (const { share, of } of plan) {
    for (let n = 0; n < Math.round(share * all.length); n += 1) chosen.set(Number(order[at++]!.id), of[n % of.length]!);
  }
  return chosen;
}

export function rankingAt(cases: number, study: Study): Ranking {
  const ranking: Ranking = { cases, standing: [], plain: [], peer: [], honest: [], mixed: [] };
  const { world, parameters } = study;
  for (const { seed, all } of providersOf(study)) {
    const chosen = behavioursOf(seed, all);
    const honest = all.map((provider) => ({
      ...{ provider, behaviour: HONEST },
      standing: outcomeOf(seed, provider, cases, HONEST, world, parameters),
    }));
    const mixed = honest.map((seen) => {
      const behaviour = chosen.get(seen.provider.id);
      if (!behaviour) return seen;
      const standing = outcomeOf(seed, seen.provider, cases, behaviour, world, parameters);
      return { provider: seen.provider, behaviour, standing };
    });
    const skills = all.map(({ skill }) => skill);
    const plain = mixed.map(({ standing }) => standing.collectionRateBps ?? 0);
    ranking.honest.push(...honest);
    ranking.mixed.push(...mixed);
    ranking.standing.push(
      spearman(
        mixed.map(({ standing }) => standing.shrunkRateBps),
        skills,
      ),
    );
    ranking.plain.push(spearman(plain, skills));
    ranking.peer.push(
      spearman(
        plain.map((rate) => collectionScore(rate / 10_000)),
        skills,
      ),
    );
  }
  return ranking;
}

/** How many times as many providers intervals are tried with as the rest: a share of a few percent needs many. */
const MORE = 3;

/** All providers of a ranking when all are honest, and further ones besides. */
export function manyHonest({ cases, honest }: Ranking, { seeds, providers, world, parameters }: Study): Seen[] {
  const further = seeds.flatMap((seed) =>
    Array.from({ length: (MORE - 1) * providers }, (_, at) => {
      const provider = providerOf(seed, providers + at, world);
      return { provider, behaviour: HONEST, standing: outcomeOf(seed, provider, cases, HONEST, world, parameters) };
    }),
  );
  return [...honest, ...further];
}

/** Whether the true rate lies within the interval. */
export function isCovered({ provider, standing }: Seen): boolean {
  const rate = provider.trueRate * 10_000;
  return standing.lowestRateBps <= rate && rate <= standing.highestRateBps;
}

/** By how many percent each provider's rate is higher with a trick than without it, everything else being the same. */
export function gainsOf(behaviour: Behaviour, ranking: Ranking, study: Study): number[] {
  const { seeds, providers, world, parameters } = study;
  // Long records vary little, so that two seeds tell as much as five of short ones.
  const some = ranking.cases > 200 ? ranking.honest.slice(0, 2 * providers) : ranking.honest;
  return some.map(({ provider, standing }, at) => {
    const seed = seeds[Math.floor(at / providers)]!;
    const { shrunkRateBps } = outcomeOf(seed, provider, ranking.cases, behaviour, world, parameters);
    return 100 * (shrunkRateBps / standing.shrunkRateBps - 1);
  });
}

/** Changes of grade a year of each honest provider, whose skill stays the same: in all, and without the first year, when it rises. */
export function changesOf(cases: number, study: Study): { all: number[]; later: number[] } {
  const { world, parameters } = study;
  const [all, later]: [number[], number[]] = [[], []];
  for (const { seed, all: providers } of providersOf(study)) {
    for (const provider of providers) {
      const grades = career(seed, provider, cases, HONEST, world, parameters).map(({ grade }) => grade);
      const changed = grades.map((grade, at) => grade !== (grades[at - 1] ?? 'junior'));
      const perYear = (of: readonly boolean[]) => (of.filter(Boolean).length * 12) / of.length;
      all.push(perYear(changed));
      later.push(perYear(changed.slice(12)));
    }
  }
  return { all, later };
}

/** How many cases newcomers of the best quarter take, and have ended, when they become middle. */
export function newcomersOf(study: Study): { taken: number; ended: number }[] {
  return providersOf(study).flatMap(({ seed, all }) =>
    [...all]
      .sort((a, b) => b.skill - a.skill)
      .slice(0, Math.ceil(all.length / 4))
      .map((provider) => casesToMiddle(seed, provider, HONEST, study.world, study.parameters)),
  );
}

/** Where a provider stands in a funnel: recovered ÷ expected against the number of recoveries that would vary as much. */
export function funnelPlace(
  { standing }: Seen,
  { betweenSdBps }: StandingParameters,
): { counts: number; rate: number } {
  const trust = Math.min(9_999, Math.max(1, standing.reliabilityBps)) / 10_000;
  const variance = ((betweenSdBps / 10_000) ** 2 * (1 - trust)) / trust;
  return { counts: 1 / variance, rate: (standing.adjustedRateBps ?? 10_000) / 10_000 };
}

/**
 * How many providers lie outside of the outer limits of the funnel when all have the same skill: alarms that are false. The limits stand around
 * the rate of all, as wide as the spread of all asks.
 */
export function falseAlarms(cases: number, study: Study): { alarms: number; of: number; dispersion: number } {
  const alike = { ...study, world: { ...study.world, skillSd: 0 } };
  const places = rankingAt(cases, alike).honest.map((seen) => funnelPlace(seen, study.parameters));
  const middle = mean(places.map(({ rate }) => rate));
  const wider = overdispersion(
    places.map(({ counts, rate }) => (rate / middle - 1) * Math.sqrt(counts)),
    0,
  );
  const alarms = places.filter(({ counts, rate }) => {
    const expected = counts / wider;
    const { low, high } = funnelLimits(expected).outer;
    const observed = (rate / middle) * expected;
    return observed < low || observed > high;
  });
  return { alarms: alarms.length, of: places.length, dispersion: (wider * study.parameters.dispersionBps) / 10_000 };
}
