/** The error codes of the token and revocation endpoints (RFC 6749 §5.2, RFC 7009 §2.2). */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable';

/** A "no" in the words of OAuth. The description is for the developer at the other end, in ASCII as the RFC wants it. */
export class OAuthError extends Error {
  constructor(
    readonly code: OAuthErrorCode,
    readonly description: string,
    readonly retryAfter?: number,
  ) {
    super(`${code}: ${description}`);
  }

  get status(): number {
    if (this.code === 'temporarily_unavailable') return 429;
    return this.code === 'invalid_client' ? 401 : 400;
  }
}
