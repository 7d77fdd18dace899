/** Textbook statistics of rates and counts, and how peers score, to set our measure beside theirs. Plain numbers; no figures of ours. */

/** The share of a normal distribution's middle 95 %, in standard deviations. */
export const Z95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's interval of a share: `hits` of `trials` (Wilson 1927). All that is possible while there is no trial. */
export function wilson(hits: number, trials: number, z = Z95): Interval {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = hits / trials;
  const spread = (z * z) / trials;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
  return { low: hits <= 0 ? 0 : Math.max(0, middle - half), high: hits >= trials ? 1 : Math.min(1, middle + half) };
}

/** Byar's limits of observed ÷ expected for a count (Breslow and Day 1987). */
export function byar(observed: number, expected: number, z = Z95): Interval {
  const limit = (count: number, side: number) =>
    count <= 0 ? 0 : (count * (1 - 1 / (9 * count) + (side * z) / (3 * Math.sqrt(count))) ** 3) / expected;
  return { low: Math.max(0, limit(observed, -1)), high: limit(observed + 1, 1) };
}

/** The smallest count that a Poisson distribution of this mean reaches with this probability. */
export function poissonQuantile(probability: number, mean: number): number {
  if (probability <= 0 || mean <= 0) return 0;
  let count = 0;
  // In logarithms: e^-mean alone is 0 for a mean of 750 and more.
  let log = -mean;
  let sum = Math.exp(log);
  while (sum < probability && count < mean + 50 * Math.sqrt(mean) + 50) {
    count += 1;
    log += Math.log(mean / count);
    sum += Math.exp(log);
  }
  return count;
}

/** The exact limits of a funnel plot at this expectation: outside of the inner ones lie 5 %, of the outer ones 0.2 % (Spiegelhalter 2005). */
export function funnelLimits(expected: number): { readonly inner: Interval; readonly outer: Interval } {
  const at = (probability: number) => poissonQuantile(probability, expected);
  return { outer: { low: at(0.001), high: at(0.999) }, inner: { low: at(0.025), high: at(0.975) } };
}

/** By how much a normal deviation with this standard deviation is above a limit, on average; below it counts as nothing. */
export function meanExcess(limit: number, sd: number): number {
  if (!(sd > 0)) return Math.max(0, -limit);
  const at = limit / sd;
  const density = Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI);
  return sd * (density - at * upperTail(at, density));
}

/** The share of a normal distribution above a point, right to 7.5 × 10⁻⁸ (Abramowitz and Stegun 26.2.17). */
function upperTail(at: number, density: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(at));
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail = density * t * series.reduceRight((sum, factor) => sum * t + factor, 0);
  return at >= 0 ? tail : 1 - tail;
}

/**
 * How much more than by chance alone standard scores vary: the mean of their squares, where the outermost share on either side counts as
 * the next one within, so that a few that are truly apart do not decide (Spiegelhalter 2005; a tenth).
 */
export function overdispersion(scores: readonly number[], outermost = 0.1): number {
  if (scores.length === 0) return 1;
  const sorted = [...scores].sort((a, b) => a - b);
  const cut = Math.floor(outermost * sorted.length);
  const [low, high] = [sorted[cut]!, sorted[sorted.length - 1 - cut]!];
  return sorted.reduce((sum, score) => sum + Math.max(low, Math.min(high, score)) ** 2, 0) / sorted.length;
}

/** Observed ÷ expected, shrunk to 1 as if `prior` more had been expected and had come in (gamma-Poisson, prior mean 1). */
export function shrunkRatio(observed: number, expected: number, prior: number): number {
  return expected + prior <= 0 ? 1 : (observed + prior) / (expected + prior);
}

/** How many cases of equal weight tell as much as these: (Σ w)² ÷ Σ w² (Kish 1965). */
export function kish(weights: readonly number[]): number {
  return kishOf(
    weights.reduce((sum, weight) => sum + weight, 0),
    weights.reduce((sum, weight) => sum + weight * weight, 0),
  );
}

/** The same from the sums. */
export function kishOf(sum: number, sumOfSquares: number): number {
  return sumOfSquares > 0 ? (sum * sum) / sumOfSquares : 0;
}

/** The reliability of a mean of n cases: the part of its variance that is between providers (one-way random effects). */
export function reliability(n: number, between: number, within: number): number {
  const evidence = n * between;
  return evidence + within > 0 ? evidence / (evidence + within) : 0;
}

/** A peer's score, 0 to 100: the recovered share of the principal, in proportion to a target share that earns all 100. */
export function collectionScore(recoveredShare: number, targetShare = 0.25): number {
  return Math.max(0, Math.min(100, (recoveredShare / targetShare) * 100));
}

/** A peer's credit for speed, 1 to 0: in full for an update in time, falling evenly to none after `days` days. */
export function timelinessCredit(daysLate: number, days = 7): number {
  return Math.max(0, Math.min(1, 1 - daysLate / days));
}
