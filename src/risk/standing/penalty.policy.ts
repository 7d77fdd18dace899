import { defineReasons, type Refusal } from '../../kernel/index.js';
import { STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';

const invalid = defineReasons({
  STEPS_FALL: ['no step may cost less than the one before', '后一次的扣分不得少于前一次'],
});

type PenaltyRules = Pick<StandingParameters, 'penaltySteps' | 'suspension'>;

/** Points that a return or expiry costs after `previousCountInWindow` others: 30, 40, 50, then 60 for each further one. */
export function penaltyFor(previousCountInWindow: number, parameters: PenaltyRules = STANDING_DEFAULTS): number {
  const steps = parameters.penaltySteps;
  return steps[Math.min(Math.max(0, previousCountInWindow), steps.length - 1)] ?? 0;
}

/** Hours for which grabbing is suspended after this many returned or expired grabs within seven days; 0 when it is not. */
export function suspensionAfter(endsInLast7Days: number, parameters: PenaltyRules = STANDING_DEFAULTS): number {
  return endsInLast7Days >= parameters.suspension.ends ? parameters.suspension.hours : 0;
}

/** What is nonsense about the steps as a whole: a further return that costs less than the one before. */
export function stepsFault({ penaltySteps }: Pick<PenaltyRules, 'penaltySteps'>): Refusal | undefined {
  const falls = penaltySteps.some((points, at) => points < (penaltySteps[at - 1] ?? 0));
  return falls ? invalid('STEPS_FALL', { path: 'change.penaltySteps' }) : undefined;
}
