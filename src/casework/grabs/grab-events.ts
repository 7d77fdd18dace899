import type { NewGrab } from './grab.repository.js';

/** What every event of a grab carries; no personal data. */
export function grabEventOf(grab: Omit<NewGrab, 'sandboxId'>) {
  return {
    grabId: grab.id,
    caseId: grab.caseId,
    providerId: grab.providerId,
    creditorId: grab.creditorId,
    amountFen: grab.amountFen.toString(),
    monthsOverdue: grab.monthsOverdue,
  };
}
