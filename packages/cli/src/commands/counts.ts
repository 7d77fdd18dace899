import { yuan } from '@recourse/client';
import type { Context } from '../context.js';
import { UsageError } from '../exit-codes.js';

/** A whole number of at least one. */
export function countOf(context: Context, option: string, text: string): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count < 1) throw new UsageError(context.say('badCount', { option, text }));
  return count;
}

/** Percent as people write them, in basis points: `12.5` is 1250. */
export function basisPointsOf(context: Context, option: string, text: string): number {
  const match = /^(?:(\d{1,2})(?:\.(\d{1,2}))?|100)$/.exec(text);
  if (!match) throw new UsageError(context.say('badPercent', { option, text }));
  return match[1] === undefined ? 10_000 : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Yuan as people write them, in fen. */
export function amountOf(context: Context, option: string, text: string): bigint {
  try {
    return yuan(text);
  } catch {
    throw new UsageError(context.say('badAmount', { option, text }));
  }
}

/** `a,b , c` as a list; undefined without any. */
export function listOf(text: string | undefined): string[] | undefined {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  const given = parts.filter((part) => part !== '');
  return given.length === 0 ? undefined : given;
}

/** One of a vocabulary; undefined when nothing was given. */
export function oneOf<T extends string>(
  context: Context,
  option: string,
  text: string | undefined,
  values: readonly T[],
): T | undefined {
  return text === undefined ? undefined : someOf(context, option, [text], values)?.[0];
}

/** Several of a vocabulary, separated by commas; undefined when nothing was given. */
export function someOf<T extends string>(
  context: Context,
  option: string,
  texts: readonly string[] | undefined,
  values: readonly T[],
): T[] | undefined {
  const text = texts?.find((one) => !(values as readonly string[]).includes(one));
  if (text !== undefined) throw new UsageError(context.say('notAmong', { option, text, values: values.join(', ') }));
  return texts as T[] | undefined;
}
