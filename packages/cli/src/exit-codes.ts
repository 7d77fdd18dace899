import { isRefusal, type RecourseError } from '@recourse/client';

/** How a command ended, for scripts. */
export const EXIT = {
  done: 0,
  /** Something nobody foresaw. */
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The platform said no; its code is in the message. */
  refused: 3,
  /** Not signed in, or not allowed. */
  unauthenticated: 4,
  /** The platform cannot be reached, or is too busy. */
  unreachable: 5,
  /** The import is done, but some rows were rejected; or the debt that was quoted would be. */
  rowsRejected: 6,
} as const;

const AUTHENTICATION = ['UNAUTHENTICATED', 'FORBIDDEN', 'LOGIN_FAILED', 'REFRESH_REFUSED'] as const;
const AVAILABILITY = [
  'NETWORK',
  'TIMEOUT',
  'BUSY',
  'DATABASE_UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'SERVICE_RESTARTING',
  'FILES_UNAVAILABLE',
  'RATE_LIMITED',
  'UNEXPECTED_ANSWER',
  'INTERNAL',
] as const;

export function exitCodeOf(error: RecourseError): number {
  if (isRefusal(error, ...AUTHENTICATION)) return EXIT.unauthenticated;
  if (isRefusal(error, ...AVAILABILITY)) return EXIT.unreachable;
  return EXIT.refused;
}

/** A mistake on the command line, said in words. */
export class UsageError extends Error {}
