import { STANDING_DEFAULTS } from './standing-parameters.policy.js';
/** Points that a return or expiry costs after `previousCountInWindow` others: 30, 40, 50, then 60 for each further one. */
export function penaltyFor(previousCountInWindow, parameters = STANDING_DEFAULTS) {
    const steps = parameters.penaltySteps;
    return steps[Math.min(Math.max(0, previousCountInWindow), steps.length - 1)] ?? 0;
}
/** Hours for which grabbing is suspended after this many returned or expired grabs within seven days; 0 when it is not. */
export function suspensionAfter(endsInLast7Days, parameters = STANDING_DEFAULTS) {
    return endsInLast7Days >= parameters.suspension.ends ? parameters.suspension.hours : 0;
}
