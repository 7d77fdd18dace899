import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal } from '../../kernel/index.js';

/** The error codes of the token and revocation endpoints (RFC 6749 §5.2, RFC 7009 §2.2). */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable';

/** A refusal in OAuth's form. The description is for the client's developer, in ASCII as the RFC requires. */
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

/** Answers as RFC 6749 §5.2 requires, for OAuth libraries; other errors are handled as usual. */
@Catch(OAuthError, Refusal)
export class OAuthErrorFilter implements ExceptionFilter {
  catch(thrown: OAuthError | Refusal, host: ArgumentsHost): void {
    const error = thrown instanceof OAuthError ? thrown : oauthErrorOf(thrown);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    reply.code(error.status).header('cache-control', 'no-store').header('pragma', 'no-cache');
    if (error.status === 401) reply.header('www-authenticate', 'Basic realm="recourse"');
    if (error.retryAfter !== undefined) reply.header('retry-after', String(error.retryAfter));
    reply.send({ error: error.code, error_description: error.description });
  }
}

function oauthErrorOf(refusal: Refusal): OAuthError {
  const { status } = refusal.spec;
  const code = status === 429 || status === 503 ? 'temporarily_unavailable' : 'invalid_request';
  return new OAuthError(code, refusal.inWords('en'), refusal.retryAfter);
}
