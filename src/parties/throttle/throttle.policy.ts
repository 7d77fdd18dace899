/** How many wrong passwords are free, and how fast the wait grows after them. Times in seconds. */
export interface ThrottleRule {
  /** Tries without a wait. */
  free: number;
  /** No wait is longer. */
  longest: number;
  /** Time without failures after which earlier ones no longer count. */
  forgetAfter: number;
}

/** Against one account from one network address: guesses from elsewhere do not lock its owner out. */
export const ACCOUNT_THROTTLE: ThrottleRule = { free: 5, longest: 900, forgetAfter: 86_400 };

/**
 * Against one account from all addresses that it was never logged in from: whoever guesses from many addresses gets that
 * many tries in a day and then one in a quarter of an hour. The addresses its owner uses are exempt.
 */
export const EVERYWHERE_THROTTLE: ThrottleRule = { free: 100, longest: 900, forgetAfter: 86_400 };

/**
 * Against one network address. More tries are free, because an office shares an address and one colleague's typing errors
 * must not lock out the others; each account still has its own five.
 */
export const ADDRESS_THROTTLE: ThrottleRule = { free: 20, longest: 900, forgetAfter: 3_600 };

/** Seconds to wait after so many failures: none while they are free, then 1, 2, 4 … up to the longest. */
export function waitAfter(failures: number, rule: ThrottleRule): number {
  if (failures < rule.free) return 0;
  const doublings = Math.min(failures - rule.free, 30);
  return Math.min(2 ** doublings, rule.longest);
}

/** The waits as a list for the counting statement: entry n − 1 is for n failures, the last entry for all beyond. */
export function waitsOf(rule: ThrottleRule): number[] {
  const waits: number[] = [];
  for (let failures = 1; waits.at(-1) !== rule.longest; failures += 1) waits.push(waitAfter(failures, rule));
  return waits;
}
