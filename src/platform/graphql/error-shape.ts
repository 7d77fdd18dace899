import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError, Kind, TokenKind } from 'graphql';
import { fill, type Locale, reasonWords } from '../../kernel/index.js';
import { internalAnswer } from '../faces/answer.js';
import { BAD_USER_INPUT } from './graphql.refusals.js';
import { errorOf, type GraphqlContext } from './graphql-answer.js';
import { withoutValues } from './value-free.js';

const log = new Logger('Graphql');
const UNCODED = 'INTERNAL_SERVER_ERROR';

/**
 * Shapes every error of a response, however it was executed. Errors with a code of ours or of the GraphQL layer pass; a bad
 * value names its field; an error without a code is a fault of ours and reveals nothing.
 */
export function shapeError(given: GraphQLFormattedError, raw: unknown): GraphQLFormattedError {
  const formatted = { ...given, message: shortened(withoutValues(given.message, raw)) };
  const bad = badValueOf(raw);
  if (bad) return badInput(formatted, bad);
  const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
  if (extensions['code'] === 'BAD_USER_INPUT') return badInput(formatted, raw);
  if (extensions['code'] !== undefined && extensions['code'] !== UNCODED) return { ...formatted, extensions };
  if (isUncodedMistake(raw)) return badInput(formatted, raw);
  return { ...formatted, message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } };
}

/** Logs unexpected errors; the refusal filter has logged its own. */
export function logUnexpected(errors: readonly GraphQLError[], context: GraphqlContext | undefined): void {
  for (const error of errors) {
    const code = error.extensions?.['code'];
    if ((code !== undefined && code !== UNCODED) || badValueOf(error) || isUncodedMistake(error)) continue;
    const where = error.path?.join('.') ?? 'operation';
    // The words of graphql-js itself quote what the caller sent; only a fault that our code threw is told.
    const cause = error.originalError instanceof GraphQLError ? undefined : error.originalError;
    const what = cause?.message ?? 'GraphQL refused a value';
    log.error(`${where} failed, request ${context?.requestId ?? 'unknown'}: ${what}`, cause?.stack);
  }
}

/** Apollo hides suggestions of fields only; those of enum values in variables would still spell out the schema. */
export function withoutSuggestion(error: GraphQLFormattedError): GraphQLFormattedError {
  const message = shortened(error.message);
  const at = message.indexOf(SUGGESTION);
  const end = message.lastIndexOf('?');
  return { ...error, message: at < 0 || end < at ? message : message.slice(0, at) + message.slice(end + 1) };
}

const SUGGESTION = ' Did you mean ';
/** A message repeats what the caller sent: nothing reads more of it than this. */
const MOST_CHARS = 500;

/** What is said first and last: a message names its field after the value. */
function shortened(message: string): string {
  if (message.length <= MOST_CHARS) return message;
  return `${message.slice(0, MOST_CHARS / 2)} … ${message.slice(3 - MOST_CHARS / 2)}`;
}

/** Gives an INTERNAL error of the response its request id, in the caller's language. */
export function withRequestId(error: GraphQLFormattedError, context: GraphqlContext): GraphQLFormattedError {
  if (error.extensions?.['code'] !== 'INTERNAL' || error.extensions['requestId']) return error;
  const internal = errorOf(internalAnswer(context.requestId, context.locale));
  return { ...error, message: internal.message, extensions: internal.extensions };
}

/** graphql-js writes English; for a bad value, the field and the reason are given in the caller's language. */
export function inLanguage(error: GraphQLFormattedError, locale: Locale): GraphQLFormattedError {
  const { code, path, details } = (error.extensions ?? {}) as Record<string, unknown>;
  const reasonCode = (details as { reasonCode?: unknown } | undefined)?.reasonCode;
  if (code !== 'BAD_USER_INPUT' || typeof reasonCode !== 'string') return error;
  const reason = reasonWords(reasonCode, locale, details as Record<string, unknown>);
  const message = locale === 'en' ? error.message : fill(BAD_USER_INPUT, locale, { path, reason });
  return { ...error, message, extensions: { ...error.extensions, details: { ...(details as object), reason } } };
}

/**
 * Messages of graphql-js for mistakes of the caller that have no code: a null argument where a variable with a default was
 * set to null, more bad variables than it lists, a kind of operation that the schema does not have.
 */
const UNCODED_MISTAKES =
  /^(Argument "\w+" of (non-null|required) type|Too many errors processing variables|Schema is not configured to execute)/;

/** Also one of a variable that has no code yet, as over a socket; graphql-js wraps its own errors to give them a path. */
function isUncodedMistake(raw: unknown): boolean {
  if (!(raw instanceof GraphQLError)) return false;
  if (raw.originalError) return isUncodedMistake(raw.originalError);
  return raw.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION || UNCODED_MISTAKES.test(raw.message.slice(0, MOST_CHARS));
}

/** The error of one of our scalars within its wrappers. */
function badValueOf(raw: unknown): GraphQLError | undefined {
  for (let error = raw; error instanceof Error; error = (error as GraphQLError).originalError) {
    if (
      error instanceof GraphQLError &&
      error.extensions['code'] === 'BAD_USER_INPUT' &&
      error.extensions['reasonCode']
    ) {
      return error;
    }
  }
  return undefined;
}

function badInput(formatted: GraphQLFormattedError, raw: unknown): GraphQLFormattedError {
  const path = fieldNameIn(formatted.message) ?? fieldNameBefore(raw);
  const { stacktrace: _, reasonCode, ...extensions } = { ...formatted.extensions } as Record<string, unknown>;
  return {
    ...formatted,
    extensions: {
      ...extensions,
      code: 'BAD_USER_INPUT',
      ...(path === undefined ? {} : { path }),
      ...(reasonCode === undefined ? {} : { details: { reasonCode } }),
    },
  };
}

/** `Variable "$input" got invalid value … at "input.rows[3].amountFen"` names the field; without `at` the variable itself is at fault. */
function fieldNameIn(message: string): string | undefined {
  const within = / at "([\w.[\]]+)"; /.exec(message)?.[1];
  if (within !== undefined) return within.includes('.') ? within.slice(within.indexOf('.') + 1) : within;
  return /^Variable "\$(\w+)"/.exec(message)?.[1] ?? /^Argument "(\w+)"/.exec(message)?.[1];
}

/** For a literal: the name before the value, by the words of the document that the parser has read. */
function fieldNameBefore(raw: unknown): string | undefined {
  const node = raw instanceof GraphQLError ? raw.nodes?.[0] : undefined;
  if (!node?.loc || node.kind === Kind.VARIABLE_DEFINITION) return undefined;
  let nested = 0;
  for (let token = node.loc.startToken.prev; token; token = token.prev) {
    if (CLOSING.has(token.kind)) nested += 1;
    else if (nested > 0) nested -= OPENING.has(token.kind) ? 1 : 0;
    else if (token.kind === TokenKind.COLON) return token.prev?.value;
    else if (token.kind === TokenKind.BRACE_L || token.kind === TokenKind.PAREN_L) return undefined;
  }
  return undefined;
}

const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R]);
