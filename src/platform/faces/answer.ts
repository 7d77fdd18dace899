import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import {
  Busy,
  Forbidden,
  fill,
  type Locale,
  NotFound,
  Refusal,
  type RefusalClass,
  type RefusalInput,
  reasonDetails,
  type Texts,
  Unauthenticated,
} from '../../kernel/index.js';
import {
  BadRequest,
  INTERNAL,
  MethodNotAllowed,
  NotAcceptable,
  PayloadTooLarge,
  UnsupportedMediaType,
  UriTooLong,
} from './http.refusals.js';

/** The answer to a failed request: the same facts on both faces. */
export interface Answer {
  code: string;
  status: number;
  message: string;
  path?: string;
  retryAfterSeconds?: number;
  details?: Readonly<Record<string, unknown>>;
  requestId?: string;
}

const TOO_MANY: Texts = { en: 'Too many requests. Try again shortly.', zh: '请求过于频繁，请稍后重试。' };

const BY_STATUS: Record<number, RefusalClass> = {
  400: BadRequest,
  401: Unauthenticated,
  403: Forbidden,
  404: NotFound,
  405: MethodNotAllowed,
  406: NotAcceptable,
  413: PayloadTooLarge,
  414: UriTooLong,
  415: UnsupportedMediaType,
  503: Busy,
};

/** Turns a thrown error into the answer; `undefined` for a fault of ours, whose details a caller must not see. */
export function answerOf(error: unknown, locale: Locale): Answer | undefined {
  if (error instanceof Refusal) return refusalAnswer(error, locale);
  const status = clientStatusOf(error);
  if (status === undefined) return undefined;
  if (status === 429) return { code: 'RATE_LIMITED', status, message: fill(TOO_MANY, locale) };
  const Class = BY_STATUS[status];
  const { message } = error as Error;
  if (Class) return refusalAnswer(new Class(detailsOf(status, message)), locale);
  const words = STATUS_CODES[status] ?? 'Bad request';
  return { code: words.toUpperCase().replace(/[^A-Z]+/g, '_'), status, message: words };
}

/** What is known of a foreign error beyond its status; the places of our words must not stay empty. */
function detailsOf(status: number, message: string): RefusalInput {
  if (status === 400) return { details: reasonDetails(message) };
  return status === 415 ? { details: { allowed: 'application/json' } } : {};
}

/**
 * A refusal in the words of an operation whose one id is called `id`: a service, which others call too, names it `caseId` or
 * after whatever else it is the id of.
 */
export function namedById(error: unknown, given: Readonly<Record<string, unknown>>): unknown {
  const path = error instanceof Refusal ? error.path : undefined;
  if (path === undefined || !/^\w+Id$/.test(path) || !('id' in given) || path in given || 'input' in given)
    return error;
  const { details, retryAfter } = error as Refusal;
  return new ((error as Refusal).constructor as RefusalClass)({
    path: 'id',
    details,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** The answer to a fault of ours: a code and the request id, nothing else. */
export function internalAnswer(requestId: string, locale: Locale): Answer {
  return { code: 'INTERNAL', status: 500, message: fill(INTERNAL, locale, { requestId }), requestId };
}

function refusalAnswer(refusal: Refusal, locale: Locale): Answer {
  const details = refusal.detailsIn(locale);
  return {
    code: refusal.code,
    status: refusal.spec.status,
    message: refusal.inWords(locale),
    ...(refusal.path === undefined ? {} : { path: refusal.path }),
    ...(refusal.retryAfter === undefined ? {} : { retryAfterSeconds: Math.max(1, Math.ceil(refusal.retryAfter)) }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
  };
}

/** Nest's and Fastify's own exceptions carry a status; only the caller's mistakes (4xx) and 503 are passed on. */
function clientStatusOf(error: unknown): number | undefined {
  const status = error instanceof HttpException ? error.getStatus() : foreignStatus(error);
  return status !== undefined && ((status >= 400 && status < 500) || status === 503) ? status : undefined;
}

function foreignStatus(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : undefined;
}
