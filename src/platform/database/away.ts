import { DatabaseUnavailable, OutcomeUnknown } from '../../kernel/index.js';

/** Seconds after which another attempt makes sense: a failover or a restart takes a few. */
const RETRY_AFTER = 2;
/** Codes of Node for a connection that cannot be made or broke. */
const BROKEN_PATH = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/**
 * PostgreSQL's: connection exceptions (08), no resources left such as disk or connections (53), ended or not yet accepting
 * connections (57P), an idle transaction that was ended (25P03), a failure of the disk (58030), a standby that takes no writes
 * (25006), as after a failover.
 */
const AWAY = /^(08|53|57P|58030$|25P03$|25006$)/;
/** What the driver and its pool say without a code. */
const SAID =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed and is not queryable|Query read timeout)/;

/** Whether an error of the driver means that the database, or the path to it, is away for the moment. */
export function isAway(error: unknown): boolean {
  const { code, message, severity } = (error ?? {}) as { code?: unknown; message?: unknown; severity?: unknown };
  // Poolers end connections with 08P01; a server answers it to a message that cannot be read, which is our own fault.
  if (code === '08P01') return severity === 'FATAL';
  if (typeof code === 'string') return BROKEN_PATH.has(code) || AWAY.test(code);
  return typeof message === 'string' && SAID.test(message);
}

/** Whether the server itself said that it undid the transaction: then the outcome is known. */
function undone(error: unknown): boolean {
  const { severity } = error as { severity?: string };
  return severity === 'ERROR';
}

/** The refusal of work that could not be done because the database is away; any other error as it is. */
export function awayAsRefusal(error: unknown): unknown {
  return isAway(error) ? new DatabaseUnavailable({ retryAfter: RETRY_AFTER }) : error;
}

/** The error of a COMMIT: lost on the way, nobody knows whether it was carried out. */
export function lostCommit(error: unknown): unknown {
  return isAway(error) && !undone(error) ? new OutcomeUnknown({ retryAfter: RETRY_AFTER }) : error;
}
