import type { Day } from '../../kernel/index.js';
import { totalOf } from './recovery-rate.policy.js';
import { type Standing, standingOf } from './standing.policy.js';
import type { StandingFacts } from './standing-facts.policy.js';
import type { Grade, Quota, StandingParameters } from './standing-parameters.policy.js';
import { underVeto, type Veto } from './veto.policy.js';

/** How many cases a provider may hold, and how large each may be. */
export interface Limits extends Quota {
  readonly grade: Grade;
}

/** All that a provider's standing follows from, besides the figures. */
export interface ProviderRecord {
  readonly providerId: string;
  readonly facts: StandingFacts;
  /** What it had earned when it was last looked at; null for a newcomer. */
  readonly previous: Grade | null;
  readonly veto: Veto | null;
  /** In China, by the database. */
  readonly today: Day;
}

/** The standing in force: what the facts give, limited by a veto. */
export function assessed(
  { facts, previous, veto, today }: Omit<ProviderRecord, 'providerId'>,
  parameters: StandingParameters,
): Standing {
  return underVeto(standingOf(facts, previous, parameters, today), veto, today, parameters);
}

export function limitsIn({ grade, quota }: Pick<Standing, 'grade' | 'quota'>): Limits {
  return { grade, casesHeld: quota.casesHeld, largestCaseFen: quota.largestCaseFen };
}

/** Those of a provider without a record. */
export function newcomerLimits(parameters: StandingParameters): Limits {
  const { casesHeld, largestCaseFen } = parameters.grades.junior;
  return { grade: 'junior', casesHeld, largestCaseFen };
}

/** Creditors whose sums are kept one by one. */
const KEPT = 10;

/** The facts as the history keeps them: amounts as strings, and no more of a long list of creditors than decides anything. */
export function keptFacts(facts: StandingFacts): Readonly<Record<string, unknown>> {
  const { creditors, penaltyPoints, lastActiveOn } = facts;
  const largest = [...creditors].sort((a, b) => (a.chargedFen < b.chargedFen ? 1 : -1)).slice(0, KEPT);
  const kept = { ...totalOf(facts), creditors: creditors.length, largest, penaltyPoints, lastActiveOn };
  return JSON.parse(JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? value.toString() : value)));
}
