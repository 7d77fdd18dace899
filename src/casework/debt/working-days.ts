import chineseDays from 'chinese-days';
import { addDays, type Day } from '../../kernel/index.js';

const MOST_KEPT = 20_000;
const known = new Map<Day, Day | null>();
const announced = new Map<string, boolean>();

/**
 * The first working day from a day on, by the holidays and the working weekends that the State Council announces each autumn for the
 * next year. Null where they are not announced, or not in our table: weekends alone would be a guess.
 */
export function workingDayFrom(day: Day): Day | null {
  const before = known.get(day);
  if (before !== undefined) return before;
  const found = find(day);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(day, found);
  return found;
}

function find(day: Day): Day | null {
  let at = day;
  while (isAnnounced(at.slice(0, 4))) {
    if (chineseDays.isWorkday(noonOf(at))) return at;
    at = addDays(at, 1);
  }
  return null;
}

/** The library answers for any year, by weekends where it knows no more. */
function isAnnounced(year: string): boolean {
  const before = announced.get(year);
  if (before !== undefined) return before;
  const holidays = chineseDays.getHolidaysInRange(noonOf(`${year}-01-01`), noonOf(`${year}-12-31`), false);
  announced.set(year, holidays.length > 0);
  return holidays.length > 0;
}

/** The library takes the day of the machine's zone; a text would be midnight in Greenwich, the day before in America. */
function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00`);
}
