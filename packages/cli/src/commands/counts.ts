import { UsageError } from '../exit-codes.js';

/** A whole number of at least one. */
export function countOf(text: string): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count < 1) throw new UsageError(`${text}: a whole number of at least 1`);
  return count;
}

/** Percent as people write them, in basis points: `12.5` is 1250. */
export function basisPointsOf(text: string): number {
  const match = /^(\d{1,2}|100)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new UsageError(`${text}: a percentage such as 15 or 12.5`);
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** `a,b , c` as a list; undefined without any. */
export function listOf(text: string | undefined): string[] | undefined {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  const given = parts.filter((part) => part !== '');
  return given.length === 0 ? undefined : given;
}
