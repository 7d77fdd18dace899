import type { Day } from '../../kernel/index.js';
import type { StandingFacts } from './recovery-rate.policy.js';
import { type Standing, standingOf } from './standing.policy.js';
import type { Grade, Quota, StandingParameters } from './standing-parameters.policy.js';
import { underVeto, type Veto } from './veto.policy.js';

/** How many cases a provider may hold, and how large each may be. */
export interface Limits extends Quota {
  readonly grade: Grade;
}

/** All that a provider's standing follows from, besides the figures. */
export interface StandingRecord {
  readonly providerId: string;
  readonly facts: StandingFacts;
  /** The grade that the facts gave last; null for a newcomer. */
  readonly previous: Grade | null;
  readonly veto: Veto | null;
  /** In China, by the database. */
  readonly today: Day;
}

/** The standing that the facts give, and the one in force, which a veto may limit. */
export function assessed(
  { facts, previous, veto, today }: Omit<StandingRecord, 'providerId'>,
  parameters: StandingParameters,
): { readonly earned: Standing; readonly inForce: Standing } {
  const earned = standingOf(facts, previous, parameters, today);
  return { earned, inForce: underVeto(earned, veto, today, parameters) };
}

export function limitsIn({ grade, quota }: Pick<Standing, 'grade' | 'quota'>): Limits {
  return { grade, casesHeld: quota.casesHeld, largestCaseFen: quota.largestCaseFen };
}
