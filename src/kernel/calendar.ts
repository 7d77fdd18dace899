/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a real calendar day between 1900 and 2199. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const [year, month, date] = [yearOf(text), monthOf(text), dateOf(text)];
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= datesIn(year, month);
}

/** The day so many days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of the month so many months later; the month's last day when it has no such day (GB/T 7408 custom). */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const date = Math.min(dateOf(day), datesIn(year, month));
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** The day it is in China at a moment. */
export function dayInChina(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

const SECONDS_OF_DAY = 86_400;
/**
 * The clock of Shanghai before 1901 was 5 minutes and 43 seconds ahead of the zone's; programs that count a sheet's days from 1900
 * and know zones in whole minutes only write midnight in China 43 seconds too early.
 */
const LATE_BY = 43;

/** How many days later the day is that was meant by so many seconds after midnight in China: midnight written a little too early is midnight. */
export function daysMeant(seconds: number): number {
  const days = Math.floor(seconds / SECONDS_OF_DAY);
  const second = Math.round(seconds - days * SECONDS_OF_DAY);
  return second === SECONDS_OF_DAY - LATE_BY || second === SECONDS_OF_DAY ? days + 1 : days;
}

const yearOf = (day: Day) => placeOf(day, 0) * 100 + placeOf(day, 2);
const monthOf = (day: Day) => placeOf(day, 5);
const dateOf = (day: Day) => placeOf(day, 8);

/** The two digits at a place. Without Date or substrings: a batch of tens of thousands of debts computes several days each. */
function placeOf(day: Day, place: number): number {
  return (day.charCodeAt(place) - 48) * 10 + day.charCodeAt(place + 1) - 48;
}

function datesIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole months between two days, never negative. */
export function monthsBetween(from: Day, to: Day): number {
  if (to <= from) return 0;
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return dateOf(to) < dateOf(from) ? months - 1 : months;
}

/** Whole days between two days; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
