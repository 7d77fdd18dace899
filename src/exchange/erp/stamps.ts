import { addDays, type Day, daysMeant, isDay } from '../../kernel/index.js';

const STAMP = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/;

/** A timestamp of an ERP (`2026-03-01 08:30:00.123456`, with or without T) minus some minutes, to the second. */
export function earlier(stamp: string, minutes: number): string | undefined {
  const match = STAMP.exec(stamp.trim());
  if (!match) return undefined;
  const moment = Date.parse(`${match[1]}T${match[2]}Z`);
  return Number.isNaN(moment) ? undefined : written(new Date(moment - minutes * 60_000));
}

/** An instant as ERPs write timestamps: UTC, to the second, without a zone. */
export function written(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

/** Whether a text is a timestamp; only such texts go into a filter sent to an ERP. */
export const isStamp = (text: string) => STAMP.test(text);

/** The calendar day of a date or timestamp; null when there is none, undefined when it cannot be read. */
export function dayOf(value: unknown): Day | null | undefined {
  if (value === null || value === undefined || value === false) return null;
  // Kingdee writes a blank for nothing.
  if (typeof value === 'string' && value.trim() === '') return null;
  return typeof value === 'string' ? dayIn(value) : undefined;
}

/** The longest date with a time and a zone. */
const MOST_CHARS = 40;
const DAY_AND_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:Z|([+-])(\d{2}):(\d{2}))?)?$/;
const CHINA_SECONDS = 8 * 3_600;

/** A date; or the day in China at a moment that is named with its zone, or at a time there. */
function dayIn(text: string): Day | undefined {
  const match = text.length > MOST_CHARS ? null : DAY_AND_TIME.exec(text.trim());
  const [, day, hour, minute = '0', second = '0', sign, hours = '0', minutes = '0'] = match ?? [];
  if (!isDay(day)) return undefined;
  if (hour === undefined) return day;
  const there = Number(`${sign ?? ''}1`) * (Number(hours) * 3_600 + Number(minutes) * 60);
  const offset = sign !== undefined || text.trim().endsWith('Z') ? there : CHINA_SECONDS;
  const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Number(second);
  return addDays(day, daysMeant(seconds - offset + CHINA_SECONDS));
}
