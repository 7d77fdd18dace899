import type { Grab, NewGrab } from './grab.repository.js';

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

/** How long the case of a grab stood still through no fault of its holder, and whether it does now. */
export function standstillOf({ id, amountFen, monthsOverdue, sparedSeconds, sparedSince }: Grab) {
  return { grabId: id, amountFen: amountFen.toString(), monthsOverdue, sparedSeconds, spared: sparedSince !== null };
}
