import { addMonths, type Day, daysBetween } from '../../kernel/index.js';

/** In months, since a year too ends on the corresponding day (Civil Code art. 201–202). */
export interface LimitationParameters {
  readonly periodMonths: number;
  readonly longStopMonths: number;
}

/** Civil Code art. 188: three years, and at most twenty from the breach. */
export const LIMITATION_PERIODS: LimitationParameters = { periodMonths: 36, longStopMonths: 240 };

export interface Limitation {
  readonly state: 'not_started' | 'running' | 'expired' | 'beyond_long_stop';
  /** The day from which the current period counts: the due day or the last interruption after it. */
  readonly runsFrom: Day;
  /** Last day on which the debt is not time-barred. */
  readonly expiresOn: Day;
  readonly longStopOn: Day;
  /** Whole days left until `expiresOn`; negative once it passed. */
  readonly daysLeft: number;
  /**
   * The interruption came after the first period had ended. It counts only if an earlier one interrupted that period (art. 195),
   * or if it was the debtor's own promise to pay (art. 192), so a reviewer decides.
   */
  readonly chainUnproven: boolean;
}

/**
 * The limitation period of a debt as of a day. Counts from the due day of the debt or of its last instalment (art. 188, 189), or
 * from a later interruption (art. 195), never past the long-stop, which nothing interrupts. Suspension (art. 194) and last days on
 * a holiday (art. 203) can only lengthen it and are left out.
 */
export function limitationOf(
  debt: { readonly dueOn: Day; readonly lastInterruptedOn: Day | null },
  today: Day,
  periods: LimitationParameters = LIMITATION_PERIODS,
): Limitation {
  const interruption = debt.lastInterruptedOn;
  // Before the due day there is nothing to interrupt; a future day has interrupted nothing yet.
  const counts = interruption !== null && interruption > debt.dueOn && interruption <= today;
  const runsFrom = counts ? interruption : debt.dueOn;
  const longStopOn = addMonths(debt.dueOn, periods.longStopMonths);
  const periodEnd = addMonths(runsFrom, periods.periodMonths);
  // biome-ignore lint/complexity/useMathMinMax: days are texts
  const expiresOn = periodEnd < longStopOn ? periodEnd : longStopOn;
  return {
    state: stateOn(today, debt.dueOn, expiresOn, longStopOn),
    runsFrom,
    expiresOn,
    longStopOn,
    daysLeft: daysBetween(today, expiresOn),
    chainUnproven: counts && interruption > addMonths(debt.dueOn, periods.periodMonths),
  };
}

function stateOn(today: Day, dueOn: Day, expiresOn: Day, longStopOn: Day): Limitation['state'] {
  if (today <= dueOn) return 'not_started';
  if (today > longStopOn) return 'beyond_long_stop';
  return today > expiresOn ? 'expired' : 'running';
}
