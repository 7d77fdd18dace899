import { kishOf, reliability } from '../../kernel/statistics.js';
import type { Contribution } from './standing-facts.policy.js';
import type { StandingParameters } from './standing-parameters.policy.js';

/** Sums as numbers: √fen for what is weighted, fen for what is squared. */
export interface Sums {
  readonly observed: number;
  readonly expected: number;
  readonly charged: number;
  readonly squared: number;
  /** Σ over creditors of what is expected of each, squared. */
  readonly clustered: number;
  /** What the limit by creditor takes from an average record: it comes off the expectation. */
  readonly lost: number;
}

/** Those of one creditor, or of many at once, who are not known. */
export function numbersOf(
  { observed, expected, chargedFen: charged, squaredFen: squared }: Contribution,
  known: boolean,
): Sums {
  const sums = { observed: Number(observed) / 10_000, expected: Number(expected) / 10_000 };
  const clustered = known ? sums.expected ** 2 : 0;
  return { ...sums, charged: Number(charged), squared: Number(squared), clustered, lost: 0 };
}

export function sumOf(all: readonly Sums[]): Sums {
  const sum = { observed: 0, expected: 0, charged: 0, squared: 0, clustered: 0, lost: 0 };
  for (const one of all) {
    sum.observed += one.observed;
    sum.expected += one.expected;
    sum.charged += one.charged;
    sum.squared += one.squared;
    sum.clustered += one.clustered;
    sum.lost += one.lost;
  }
  return sum;
}

/** The sums of all others than one creditor, of which so much was counted as observed. */
export function without(all: Sums, own: Sums, observed: number): Sums {
  return {
    observed: all.observed - observed,
    expected: all.expected - own.expected,
    charged: all.charged - own.charged,
    squared: all.squared - own.squared,
    clustered: all.clustered - own.clustered,
    lost: all.lost - own.lost,
  };
}

export interface Evidence {
  readonly effectiveCases: number;
  readonly reliability: number;
  readonly shrunk: number;
}

/** What the sums say of the rate, and how far they can be believed. */
export function evidenceOf(sums: Sums, parameters: StandingParameters): Evidence {
  const { observed, expected, squared, lost } = sums;
  const mean = parameters.platformMeanBps / 10_000;
  if (!(expected > 0 && squared > 0)) return { effectiveCases: 0, reliability: 0, shrunk: mean };
  const between = (parameters.betweenSdBps / 10_000) ** 2;
  const effectiveCases = kishOf(expected, squared);
  const trust = reliability(effectiveCases, between, varianceOf(sums, parameters) / squared);
  return { effectiveCases, reliability: trust, shrunk: mean + trust * (observed / (expected - lost) - mean) };
}

/**
 * How much what is observed varies by chance. A case that is paid in full or not at all, the first with probability p, has the variance
 * p × (1 − p); with weights whose squares are the amounts, that sums to charged − squared. Payments in part vary less, which `dispersionBps`
 * corrects. A case that is as good as certain keeps a twentieth, so that nothing is certain. The debtors of one creditor are better or
 * worse together (`creditorSdBps`), so that many cases of few creditors tell less than as many of many.
 */
export function varianceOf({ charged, squared, clustered }: Sums, parameters: StandingParameters): number {
  const ofCases = (parameters.dispersionBps / 10_000) * Math.max(charged - squared, charged / 20);
  return ofCases + (parameters.creditorSdBps / 10_000) ** 2 * clustered;
}
