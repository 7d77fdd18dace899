import { addMonths, type Day, isDay } from '../../kernel/index.js';

/** The least number of months between the announcement of a removal and the removal. */
export const NOTICE_MONTHS = 6;

/** A part of the API that will be removed: announced when, removed when, replaced by what. */
export interface Deprecation {
  /** The day of the announcement. */
  readonly since: Day;
  /** The first day without it, at least six months later. */
  readonly sunset: Day;
  /** What to use instead: an operation id, a field, a path. */
  readonly use: string;
}

/** The words of a deprecation: the `reason` of GraphQL's `@deprecated`, and in the description of a REST operation. */
export function deprecationWords(deprecation: Deprecation): string {
  const { since, sunset, use } = checked(deprecation);
  return `Deprecated since ${since}, gone on ${sunset}: use ${use}.`;
}

const WORDS = /^Deprecated since (\d{4}-\d{2}-\d{2}), gone on (\d{4}-\d{2}-\d{2}): use (\S.*)\.$/s;

/** Parses such words; returns what is wrong with words that break the policy. */
export function deprecationFault(words: string | null | undefined): string | undefined {
  const [, since, sunset, use] = WORDS.exec(words ?? '') ?? [];
  if (!since || !sunset || !use) return `must read "Deprecated since …, gone on …: use …." but is "${words ?? ''}"`;
  return faultOf({ since, sunset, use });
}

/** `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), as every answer of a deprecated operation carries them. */
export function deprecationHeaders(deprecation: Deprecation): Record<'Deprecation' | 'Sunset' | 'Link', string> {
  const { since, sunset } = checked(deprecation);
  return {
    Deprecation: `@${Math.floor(Date.parse(since) / 1000)}`,
    Sunset: new Date(sunset).toUTCString(),
    Link: '</reference>; rel="deprecation"; type="text/html"',
  };
}

function checked(deprecation: Deprecation): Deprecation {
  const fault = faultOf(deprecation);
  if (fault) throw new Error(fault);
  return deprecation;
}

function faultOf({ since, sunset, use }: Deprecation): string | undefined {
  if (!isDay(since) || !isDay(sunset)) return `${since} and ${sunset} must be days`;
  if (sunset < addMonths(since, NOTICE_MONTHS)) return `${sunset} is less than ${NOTICE_MONTHS} months after ${since}`;
  return use.trim() === '' ? 'what to use instead must be said' : undefined;
}
