import { STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';

type PenaltyRules = Pick<StandingParameters, 'penaltySteps' | 'suspension'>;

/** Points a return or expiry costs when so many came before it in the window: 30, then 40, 50 and 60 for every further one. */
export function penaltyFor(previousCountInWindow: number, parameters: PenaltyRules = STANDING_DEFAULTS): number {
  const steps = parameters.penaltySteps;
  return steps[Math.min(Math.max(0, previousCountInWindow), steps.length - 1)] ?? 0;
}

/** Hours grabbing is suspended once so many grabs were returned or expired within seven days; 0 is not suspended. */
export function suspensionAfter(endsInLast7Days: number, parameters: PenaltyRules = STANDING_DEFAULTS): number {
  return endsInLast7Days >= parameters.suspension.ends ? parameters.suspension.hours : 0;
}
