import { UsageError } from './exit-codes.js';

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** Seconds of `90s`, `15m`, `1h`, `7d`, `2w`, or of several together, `1d12h`; undefined when it is none. */
export function secondsOf(text: string): number | undefined {
  if (!/^(\d+[smhdw])+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)([smhdw])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!, 0);
}

/** The time of `1h` (ago) or of an RFC 3339 timestamp, as the latter. */
export function timeOf(text: string, complaint: string, now = Date.now()): string {
  const ago = secondsOf(text);
  if (ago !== undefined) return new Date(now - ago * 1_000).toISOString();
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new UsageError(complaint);
  return new Date(at).toISOString();
}
