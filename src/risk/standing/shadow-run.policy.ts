import type { Standing } from './standing.policy.js';
import { GRADES, type Grade } from './standing-parameters.policy.js';

/** A provider's standing by the figures in force, and by others. */
export interface ShadowMove {
  readonly providerId: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** How many providers would go from one grade to another; from and to the same one: only the quota would change. */
export interface Move {
  readonly from: Grade;
  readonly to: Grade;
  readonly providers: number;
}

/** Counts those that would move, by grades, and names the first of them. */
export function movesOf(
  all: readonly ShadowMove[],
  named: number,
): { readonly moves: readonly Move[]; readonly providers: readonly ShadowMove[] } {
  const moved = all.filter(({ before, after }) => !sameLimits(before, after));
  const moves = GRADES.flatMap((from) =>
    GRADES.map((to) => {
      const these = moved.filter(({ before, after }) => before.grade === from && after.grade === to);
      return { from, to, providers: these.length };
    }),
  );
  return { moves: moves.filter(({ providers }) => providers > 0), providers: moved.slice(0, named) };
}

function sameLimits(one: Standing, other: Standing): boolean {
  const [a, b] = [one.quota, other.quota];
  return one.grade === other.grade && a.casesHeld === b.casesHeld && a.largestCaseFen === b.largestCaseFen;
}
