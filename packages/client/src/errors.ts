import type { RefusalCode } from './generated/codes.js';

/** What goes wrong on the way, besides what the platform refuses. */
export type FailureCode =
  /** No answer came: the connection failed or broke. */
  | 'NETWORK'
  /** No answer came in time. */
  | 'TIMEOUT'
  /** An answer came that is none of the platform's, such as a proxy's page. */
  | 'UNEXPECTED_ANSWER'
  /** The platform failed; quote the request id. */
  | 'INTERNAL';

export interface ErrorFacts {
  code: string;
  message: string;
  /** HTTP status; undefined when no answer came. */
  status?: number | undefined;
  path?: string | null | undefined;
  details?: Record<string, unknown> | null | undefined;
  retryAfterSeconds?: number | null | undefined;
  requestId?: string | undefined;
  /** Whether the request certainly never left. */
  unsent?: boolean;
  cause?: unknown;
}

/**
 * Everything that a call of this client can fail with, a refusal of the platform or a failure on the way. `code` is stable
 * and the same on both faces; `message` is for people, in the client's language.
 */
export class RecourseError extends Error {
  override readonly name = 'RecourseError';
  readonly code: string;
  readonly status: number | undefined;
  /** The input field at fault, such as `input.amountFen`. */
  readonly path: string | undefined;
  /** The figures behind it, such as `limit` and `held`; amounts are bigint. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | undefined;
  /** Quote it when you ask about this answer. */
  readonly requestId: string | undefined;
  readonly unsent: boolean;

  constructor(facts: ErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = facts.code;
    this.status = facts.status;
    this.path = facts.path ?? undefined;
    this.details = facts.details ?? {};
    this.retryAfterSeconds = facts.retryAfterSeconds ?? undefined;
    this.requestId = facts.requestId;
    this.unsent = facts.unsent ?? false;
  }
}

/**
 * Whether something thrown is a refusal with one of these codes; without codes, any error of this client.
 * `catch (error) { if (!isRefusal(error, 'QUOTA_EXCEEDED')) throw error; … }`
 */
export function isRefusal(error: unknown, ...codes: (RefusalCode | FailureCode)[]): error is RecourseError {
  return error instanceof RecourseError && (codes.length === 0 || (codes as string[]).includes(error.code));
}
